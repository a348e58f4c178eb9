package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openpdf.layout.breaker.BreakPoint;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.pdf.PDFCreationListener;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints a document as PDF: A4, the typeface embedded, its Thai set by its marks and found again as written. */
@Component
public class PdfPrinter implements Printer {

    private static final String STYLE = HtmlPrinter.read("khabuan/print/paper.css");

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public void print(Document document, OutputStream out) throws IOException {
        laidOut(document).createPDF(out);
    }

    /** The page on which each heading comes to stand, by its anchor; the first page of the file is 1. */
    Map<String, Integer> pages(Document document) {
        var laidOut = laidOut(document);
        var sheets = laidOut.getRootBox().getLayer().getPages();
        var pages = new HashMap<String, Integer>();
        for (var heading : document.all(Block.Heading.class)) {
            int y = laidOut.getSharedContext().getBoxById(heading.anchor()).getAbsY();
            for (int p = 0; p < sheets.size(); p++) if (y >= sheets.get(p).getTop() && y < sheets.get(p).getBottom()) pages.put(heading.anchor(), p + 1);
        }
        return pages;
    }

    private static ITextRenderer laidOut(Document document) {
        try {
            var renderer = new ITextRenderer();
            for (var typeface : Typeface.values()) renderer.getFontResolver().addFont(typeface.resource(), "Identity-H", true);
            renderer.getSharedContext().setLineBreakingStrategy((text, _, _) -> {
                var ends = Lines.ends(text).iterator();
                return () -> ends.hasNext() ? new BreakPoint(ends.next()) : BreakPoint.getDonePoint();
            });
            renderer.setListener(new Glyphs(document));
            renderer.setDocument(parsed(markup(document)), "");
            renderer.layout();
            return renderer;
        } catch (IOException e) {
            throw new IllegalStateException("The document cannot be laid out: " + document.title(), e);
        }
    }

    private record Glyphs(Document document) implements PDFCreationListener {
        @Override
        public void preOpen(ITextRenderer renderer) {
            renderer.getWriter().setGlyphLayoutManager(new ThaiGlyphs(document.digits()));
        }

        @Override
        public void preWrite(ITextRenderer renderer, int pages) { }

        @Override
        public void onClose(ITextRenderer renderer) { }
    }

    static String markup(Document document) {
        var markup = new PaperMarkup(document);
        markup.tag("<html lang=\"th\"><head><title>");
        markup.text(document.title());
        markup.tag("</title><style>", STYLE, document.landscape() ? "@page { size: A4 landscape; margin: 2.5cm 2cm 2cm 2cm }" : "", "</style>");
        bookmarks(document, markup);
        markup.tag("</head><body><div class=\"running-head\" style=\"font-size:" + document.headSize() + "pt\"><span class=\"left\">");
        markup.text(document.title());
        markup.tag("</span><span class=\"right\">");
        markup.text(document.notice());
        markup.tag("</span></div>");
        if (!document.cover().isEmpty()) cover(document, markup);
        return markup.blocks(document.blocks()).out.append("</body></html>").toString();
    }

    private static void cover(Document document, Markup markup) {
        markup.tag("<div class=\"cover\">");
        for (var line : document.cover()) {
            markup.tag("<p>");
            markup.text(line);
            markup.tag("</p>");
        }
        if (!document.notice().isEmpty()) markup.below(List.of(document.notice()));
        markup.tag("</div>");
    }

    private static void bookmarks(Document document, Markup markup) {
        var headings = document.all(Block.Heading.class);
        if (headings.isEmpty()) return;
        int open = 0;
        markup.tag("<bookmarks>");
        for (var heading : headings) {
            for (; open >= heading.level() && open > 0; open--) markup.tag("</bookmark>");
            markup.tag("<bookmark href=\"#", heading.anchor(), "\" name=\"");
            markup.text(heading.line());
            markup.tag("\">");
            open++;
        }
        markup.tag("</bookmark>".repeat(open), "</bookmarks>");
    }

    private static org.w3c.dom.Document parsed(String markup) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
