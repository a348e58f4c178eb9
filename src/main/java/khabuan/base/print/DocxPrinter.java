package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Component;

/** Prints a document as a Word file that can be edited: named styles, native charts, contents that Word can count anew, its typeface inside. */
@Component
public class DocxPrinter implements Printer {

    private final PdfPrinter paper;

    /** @param paper whose layout gives the contents their page numbers */
    DocxPrinter(PdfPrinter paper) {
        this.paper = paper;
    }

    @Override
    public Format format() {
        return Format.DOCX;
    }

    @Override
    public void print(Document document, OutputStream out) throws IOException {
        try (var file = new XWPFDocument()) {
            file.getProperties().getCoreProperties().setTitle(document.digits().in(document.title()));
            DocxStyles.write(file, Paper.of(document.landscape()));
            DocxFonts.embed(file);
            boolean counts = !document.all(Block.Contents.class).isEmpty();
            new DocxBody(document, file, counts ? paper.pages(document) : java.util.Map.of()).write();
            file.write(out);
        }
    }
}
