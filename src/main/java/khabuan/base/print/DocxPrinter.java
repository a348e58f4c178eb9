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
            file.getProperties().getCoreProperties().setCreator("Khabuan");
            settings(file);
            DocxStyles.write(file, Paper.of(document.landscape()));
            DocxFonts.embed(file);
            boolean counts = !document.all(Block.Contents.class).isEmpty();
            new DocxBody(document, file, counts ? paper.pages(document) : java.util.Map.of()).write();
            file.write(out);
        }
    }

    /** The layout of today's Word, not that of 2007; Thai first among the scripts that are not Latin; the typeface travels with the file. */
    private static void settings(XWPFDocument file) {
        var settings = file.getSettings().getCTSettings();
        settings.addNewEmbedTrueTypeFonts();
        var mode = settings.addNewCompat().addNewCompatSetting();
        mode.setName("compatibilityMode");
        mode.setUri("http://schemas.microsoft.com/office/word");
        mode.setVal("15");
        var language = settings.addNewThemeFontLang();
        language.setVal("en-US");
        language.setBidi("th-TH");
    }
}
