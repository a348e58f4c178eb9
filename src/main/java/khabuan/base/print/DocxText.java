package khabuan.base.print;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import khabuan.base.text.Digits;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;

/** Writes words into the paragraphs of a Word file, in the document's digits. */
record DocxText(Digits digits) {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern RANGE = Pattern.compile("([0-9๐-๙]) ([-–]) (?=[0-9๐-๙])");

    private static final Pattern NUMBER = Pattern.compile("([\\p{L}\\p{M}]) (?=[0-9๐-๙])");

    static CTP styled(CTP paragraph, String style) {
        paragraph.addNewPPr().addNewPStyle().setVal(style);
        return paragraph;
    }

    void runs(CTP paragraph, List<Run> runs, boolean bold, double size) {
        for (var run : runs) write(paragraph, run.text(), bold || run instanceof Run.Words words && words.bold(), size);
    }

    CTR write(CTP paragraph, String text) {
        return write(paragraph, text, false, 0);
    }

    /** @param size in points; 0 for the style's own */
    CTR write(CTP paragraph, String text, boolean bold, double size) {
        var run = paragraph.addNewR();
        if (bold || size > 0) letters(run.addNewRPr(), bold, size);
        words(run, text);
        return run;
    }

    void raised(CTP paragraph, String mark, double size) {
        var run = paragraph.addNewR();
        letters(run.addNewRPr(), false, size);
        run.getRPr().addNewVertAlign().setVal(STVerticalAlignRun.SUPERSCRIPT);
        words(run, mark);
    }

    private void words(CTR run, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) run.addNewBr();
            var words = run.addNewT();
            words.setStringValue(digits.in(printable(lines[i])));
            words.setSpace(Space.PRESERVE);
        }
    }

    private static void letters(CTRPr letters, boolean bold, double size) {
        if (bold) {
            letters.addNewB();
            letters.addNewBCs();
        }
        if (size > 0) {
            letters.addNewSz().setVal(BigInteger.valueOf(Math.round(size * 2)));
            letters.addNewSzCs().setVal(BigInteger.valueOf(Math.round(size * 2)));
        }
    }

    /** Without the characters that XML forbids; a range of numbers ("1 - 4") is not broken. */
    private static String printable(String text) {
        return RANGE.matcher(FORBIDDEN.matcher(text).replaceAll("")).replaceAll("$1\u00A0$2\u00A0");
    }

    /** With each number kept on the line of the word that it follows. */
    static String bound(String text) {
        return NUMBER.matcher(text).replaceAll("$1\u00A0");
    }

    static void field(CTP paragraph, STFldCharType.Enum mark) {
        paragraph.addNewR().addNewFldChar().setFldCharType(mark);
    }

    /** Opens a field; what is written next stands for it until Word counts anew. */
    static void open(CTP paragraph, String instruction) {
        field(paragraph, STFldCharType.BEGIN);
        var words = paragraph.addNewR().addNewInstrText();
        words.setStringValue(" " + instruction + " ");
        words.setSpace(Space.PRESERVE);
        field(paragraph, STFldCharType.SEPARATE);
    }

    static void close(CTP paragraph) {
        field(paragraph, STFldCharType.END);
    }
}
