package khabuan.base.print;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabuan.base.text.Digits;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** Writes the blocks of one document into one Word file. */
final class DocxBody {

    private final Document document;
    private final XWPFDocument file;
    private final Map<String, Integer> pages;
    private final DocxText text;
    private final List<CTSectPr> sections = new ArrayList<>();
    private Paper paper;
    private CTP last;
    /** Something stands in the section that is open. */
    private boolean begun;
    private boolean breakDue;
    private int bookmarks;

    /** @param pages the page of each heading, by its anchor */
    DocxBody(Document document, XWPFDocument file, Map<String, Integer> pages) {
        this.document = document;
        this.file = file;
        this.pages = pages;
        this.text = new DocxText(document.digits());
        this.paper = Paper.of(document.landscape());
    }

    void write() throws IOException {
        cover();
        for (var block : document.blocks()) write(block);
        var end = file.getDocument().getBody().isSetSectPr() ? file.getDocument().getBody().getSectPr() : file.getDocument().getBody().addNewSectPr();
        headAndFoot(end);
        page(end);
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> text.runs(paragraph(style(paragraph.manner())), paragraph.runs(), false, 0);
            case Block.Contents contents -> contents(contents);
            case Block.FreeText words -> Passage.of(words.text()).forEach(this::passage);
            case Block.PageBreak _ -> breakDue = true;
            case Block.Section section -> section(section);
            case TableBlock table -> table(table);
            case ChartBlock chart -> chart(chart);
        }
    }

    private void cover() {
        for (int i = 0; i < document.cover().size(); i++) text.write(paragraph(i == 0 ? "Title" : "Subtitle"), document.cover().get(i));
        if (document.cover().isEmpty()) return;
        if (!document.notice().isEmpty()) {
            var notice = paragraph("Centred");
            notice.getPPr().addNewSpacing().setBefore(BigInteger.valueOf(3400));
            text.write(notice, document.notice(), false, 11);
        }
        breakDue = true;
    }

    private static String style(Block.Manner manner) {
        return switch (manner) {
            case BODY -> "BodyText";
            case FLUSH -> "Normal";
            case CENTRED -> "Centred";
            case RIGHT -> "AtRight";
            case NOTE -> "Note";
        };
    }

    private CTP paragraph(String style) {
        last = DocxText.styled(file.getDocument().getBody().addNewP(), style);
        if (breakDue) last.getPPr().addNewPageBreakBefore();
        breakDue = false;
        begun = true;
        return last;
    }

    private void heading(Block.Heading heading) {
        var line = paragraph("Heading" + heading.level());
        var mark = line.addNewBookmarkStart();
        mark.setId(BigInteger.valueOf(++bookmarks));
        mark.setName(bookmark(heading));
        text.write(line, heading.line());
        line.addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
    }

    private static String bookmark(Block.Heading heading) {
        return "_Toc_" + heading.anchor().replace('-', '_');
    }

    private void contents(Block.Contents contents) {
        text.write(paragraph("TOCHeading"), contents.title());
        var headings = document.flat().stream().dropWhile(block -> block != contents)
                .filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
        for (int i = 0; i < headings.size(); i++) {
            var entry = paragraph("TOC" + headings.get(i).level());
            if (i == 0) DocxText.open(entry, "TOC \\o \"1-3\" \\h \\z \\u");
            entry(entry, headings.get(i));
            if (i == headings.size() - 1) DocxText.close(entry);
        }
    }

    private void entry(CTP entry, Block.Heading heading) {
        var inside = CTP.Factory.newInstance();
        text.write(inside, String.join("\n", Lines.entry(heading, paper, document.digits())));
        inside.addNewR().addNewTab();
        DocxText.open(inside, "PAGEREF " + bookmark(heading) + " \\h");
        text.write(inside, pages.containsKey(heading.anchor()) ? "" + pages.get(heading.anchor()) : "");
        DocxText.close(inside);
        var link = entry.addNewHyperlink();
        link.setAnchor(bookmark(heading));
        link.setRArray(inside.getRArray());
    }

    private void passage(Passage passage) {
        var written = paragraph(passage.depth() == 0 ? "BodyText" : "Item" + Math.min(passage.depth(), 3));
        if (passage.depth() > 0) {
            text.write(written, passage.marker());
            written.addNewR().addNewTab();
        }
        for (int i = 0; i < passage.lines().size(); i++) {
            if (i > 0) written.addNewR().addNewBr();
            text.write(written, passage.lines().get(i));
        }
    }

    private void table(TableBlock table) {
        if (!table.caption().isEmpty()) text.write(paragraph("Caption"), DocxText.bound(table.caption()));
        else if (breakDue) paragraph("Note");
        new DocxTable(table, file.getDocument().getBody().addNewTbl(), paper.measure(), document.digits()).write();
        last = null;
        begun = true;
        below(table.below(), false);
        if (table.below().isEmpty()) paragraph("Note");
    }

    private void chart(ChartBlock chart) throws IOException {
        if (breakDue) paragraph("Note");
        var place = file.createParagraph();
        place.setStyle("Centred");
        place.setKeepNext(true);
        new DocxChart(chart, document.digits()).write(place.createRun());
        last = place.getCTP();
        begun = true;
        if (!chart.caption().isEmpty()) text.write(paragraph("ChartCaption"), DocxText.bound(chart.caption()));
        below(chart.below(), true);
    }

    private void below(List<String> lines, boolean centred) {
        for (int i = 0; i < lines.size(); i++) {
            var line = paragraph("Note");
            if (i < lines.size() - 1) line.getPPr().addNewKeepNext();
            var spacing = line.getPPr().addNewSpacing();
            spacing.setBefore(BigInteger.valueOf(i == 0 ? 60 : 0));
            spacing.setAfter(BigInteger.valueOf(i == lines.size() - 1 ? 200 : 0));
            if (centred) line.getPPr().addNewJc().setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc.CENTER);
            text.write(line, lines.get(i));
        }
    }

    private void section(Block.Section section) throws IOException {
        if (begun) endSection();
        breakDue = false;
        paper = Paper.of(section.landscape());
        for (var block : section.blocks()) write(block);
        if (section == document.blocks().getLast()) return;
        endSection();
        paper = Paper.of(document.landscape());
    }

    private void endSection() {
        var carrier = last != null ? last : paragraph("Note");
        var end = carrier.isSetPPr() ? carrier.getPPr().addNewSectPr() : carrier.addNewPPr().addNewSectPr();
        sections.add(end);
        page(end);
        last = null;
        begun = false;
    }

    private void page(CTSectPr section) {
        var size = section.addNewPgSz();
        size.setW(twips(paper.width));
        size.setH(twips(paper.height));
        if (paper == Paper.LANDSCAPE) size.setOrient(STPageOrientation.LANDSCAPE);
        var margin = section.addNewPgMar();
        margin.setTop(twips(Paper.TOP));
        margin.setBottom(twips(Paper.BOTTOM));
        margin.setLeft(twips(paper.left));
        margin.setRight(twips(paper.right));
        margin.setHeader(twips(36));
        margin.setFooter(twips(28));
        margin.setGutter(BigInteger.ZERO);
        // Word counts pages in Thai digits by this; LibreOffice doesn't know it, and takes the field's switch \* ThaiArabic for Thai letters.
        if (document.digits() == Digits.THAI) section.addNewPgNumType().setFmt(STNumberFormat.THAI_NUMBERS);
    }

    /** Title and notice at the head, the page's number at the foot; the cover has neither. */
    private void headAndFoot(CTSectPr end) {
        var policy = file.createHeaderFooterPolicy();
        var head = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        head.setStyle("Header");
        String notice = document.notice().isEmpty() ? "" : "  |  " + document.notice();
        text.write(head.getCTP(), document.title() + notice, false, document.headSize());
        var foot = policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        foot.setStyle("Footer");
        DocxText.open(foot.getCTP(), "PAGE");
        text.write(foot.getCTP(), "1");
        DocxText.close(foot.getCTP());
        for (var section : sections) {
            section.addNewHeaderReference().set(end.getHeaderReferenceArray(0));
            section.addNewFooterReference().set(end.getFooterReferenceArray(0));
        }
        if (!document.cover().isEmpty()) (sections.isEmpty() ? end : sections.getFirst()).addNewTitlePg();
    }

    private static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * 20));
    }
}
