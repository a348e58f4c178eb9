package khabuan.cast;

import java.nio.charset.StandardCharsets;

/** Papers that the people of the tests scan. */
public final class Paper {

    private Paper() {}

    /** A PDF of one empty page; the same words give the same bytes. */
    public static byte[] pdf(String about) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n% "
                + about + "\ntrailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A file that says it is a PDF and has no page. */
    public static byte[] pdfWithoutPages() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    }
}
