package khabuan.base.print;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** The named styles of a Word file, so that who edits it changes a style and not each paragraph. */
final class DocxStyles {

    private final CTStyles styles = CTStyles.Factory.newInstance();

    private DocxStyles() { }

    static void write(XWPFDocument file, Paper paper) {
        var written = new DocxStyles();
        written.defaults();
        written.text();
        written.headings(paper);
        file.createStyles().setStyles(written.styles);
    }

    private void defaults() {
        letters(styles.addNewDocDefaults().addNewRPrDefault().addNewRPr(), 13, false, true);
        var normal = style("Normal", "Normal", 13, false, null);
        normal.setDefault(true);
        normal.addNewPPr().addNewWidowControl();
        spacing(normal.getPPr(), 0, 7);
    }

    private void text() {
        var body = style("BodyText", "Body Text", 13, false, STJc.THAI_DISTRIBUTE).getPPr();
        body.addNewInd().setFirstLine(cm(1.5));
        spacing(body, 0, 7);
        spacing(style("Centred", "Centred", 13, false, STJc.CENTER).getPPr(), 0, 7);
        spacing(style("AtRight", "At Right", 13, false, STJc.RIGHT).getPPr(), 0, 7);
        spacing(style("Note", "Note", 10.5, false, STJc.LEFT).getPPr(), 0, 3, 240);
        spacing(style("TableText", "Table Text", 11.5, false, STJc.LEFT).getPPr(), 0, 0, 240);
        for (int depth = 1; depth <= 3; depth++) item(depth);
        var head = style("Header", "header", 10, false, STJc.RIGHT).getPPr();
        var line = head.addNewPBdr().addNewBottom();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(4));
        line.setSpace(BigInteger.valueOf(3));
        line.setColor("BBBBBB");
        spacing(head, 0, 0, 240);
        spacing(style("Footer", "footer", 11, false, STJc.CENTER).getPPr(), 0, 0);
    }

    private void item(int depth) {
        var item = style("Item" + depth, "Item " + depth, 13, false, STJc.LEFT).getPPr();
        var indent = item.addNewInd();
        indent.setLeft(cm(1.2 + depth));
        indent.setHanging(cm(0.4 + 0.3 * depth));
        spacing(item, 0, 7);
    }

    private void headings(Paper paper) {
        double[] sizes = {18, 15, 13.5};
        for (int level = 1; level <= 3; level++) {
            var heading = style("Heading" + level, "heading " + level, sizes[level - 1], true, STJc.LEFT);
            heading.getPPr().addNewKeepNext();
            heading.getPPr().addNewKeepLines();
            spacing(heading.getPPr(), level == 1 ? 0 : 17, level == 1 ? 14 : 8);
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
            contents(level, paper);
        }
        spacing(style("TOCHeading", "TOC Heading", 16, true, STJc.CENTER).getPPr(), 0, 14);
        spacing(style("Title", "Title", 24, true, STJc.CENTER).getPPr(), 200, 23);
        spacing(style("Subtitle", "Subtitle", 18, true, STJc.CENTER).getPPr(), 0, 14);
        var caption = style("Caption", "caption", 12.5, true, STJc.LEFT).getPPr();
        caption.addNewKeepNext();
        spacing(caption, 11, 6);
        spacing(style("ChartCaption", "Chart Caption", 12.5, true, STJc.CENTER).getPPr(), 4, 4);
    }

    private void contents(int level, Paper paper) {
        var entry = style("TOC" + level, "toc " + level, 13, level == 1, STJc.LEFT).getPPr();
        entry.addNewInd().setLeft(cm(0.8 * (level - 1)));
        var tab = entry.addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setLeader(STTabTlc.DOT);
        tab.setPos(Math.round(paper.measure() * 20));
        spacing(entry, level == 1 ? 5 : 0, 4);
    }

    private CTStyle style(String id, String name, double size, boolean bold, STJc.Enum align) {
        var style = styles.addNewStyle();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (!id.equals("Normal")) style.addNewBasedOn().setVal("Normal");
        if (align != null) style.addNewPPr().addNewJc().setVal(align);
        style.addNewQFormat();
        letters(style.addNewRPr(), size, bold, false);
        return style;
    }

    /** Size and weight for Latin and Thai letters alike; Word takes the latter from the complex-script twins. */
    static void letters(CTRPr letters, double size, boolean bold, boolean typeface) {
        if (typeface) {
            var fonts = letters.addNewRFonts();
            fonts.setAscii(Typeface.FAMILY);
            fonts.setHAnsi(Typeface.FAMILY);
            fonts.setCs(Typeface.FAMILY);
            fonts.setEastAsia(Typeface.FAMILY);
            var language = letters.addNewLang();
            language.setVal("en-US");
            language.setBidi("th-TH");
        }
        if (bold) {
            letters.addNewB();
            letters.addNewBCs();
        }
        letters.addNewSz().setVal(BigInteger.valueOf(Math.round(size * 2)));
        letters.addNewSzCs().setVal(BigInteger.valueOf(Math.round(size * 2)));
    }

    /** @param before in points, as after */
    private static void spacing(CTPPrGeneral paragraph, double before, double after) {
        spacing(paragraph, before, after, 276);
    }

    /** @param line in 240ths of the type's own */
    private static void spacing(CTPPrGeneral paragraph, double before, double after, int line) {
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(Math.round(before * 20)));
        spacing.setAfter(BigInteger.valueOf(Math.round(after * 20)));
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.AUTO);
    }

    static BigInteger cm(double centimetres) {
        return BigInteger.valueOf(Math.round(centimetres * 567));
    }
}
