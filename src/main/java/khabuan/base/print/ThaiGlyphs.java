package khabuan.base.print;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.util.HashMap;
import java.util.Map;
import khabuan.base.text.Digits;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;

/** Sets Thai with its marks where they belong, and keeps the letters as written so that they are found again; turns the page numbers that the layout counts into the document's digits. */
final class ThaiGlyphs extends GlyphLayoutManager {

    private static final Map<String, Font> FONTS = new HashMap<>();

    static {
        for (var typeface : Typeface.values()) FONTS.put(typeface.postScript, typeface.font);
    }

    /** In points from the lower edge: no page number stands higher. */
    private static final double PAGE_NUMBER = 32;
    /** In points from the upper edge of the text: no running head stands lower. */
    private static final double RUNNING_HEAD = 11;
    private final Digits digits;
    private final boolean laidOut;

    ThaiGlyphs(Digits digits) {
        this(digits, true);
    }

    /** @param laidOut by the layout of a document, whose lines of neighbouring pages are left out; false: every line stands where it was put */
    ThaiGlyphs(Digits digits, boolean laidOut) {
        this.digits = digits;
        this.laidOut = laidOut;
        setWriteActualText(true);
    }

    @Override
    public boolean supportsFont(BaseFont font) {
        return FONTS.containsKey(font.getPostscriptFontName());
    }

    @Override
    protected int getFontRunDirection(BaseFont font, float size) {
        return Font.LAYOUT_LEFT_TO_RIGHT;
    }

    @Override
    public GlyphVector computeGlyphVector(BaseFont font, float size, String text) {
        char[] letters = digits.in(text).toCharArray();
        return FONTS.get(font.getPostscriptFontName()).deriveFont(size)
                .layoutGlyphVector(createFontRenderContext(), letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }

    @Override
    public void showText(PdfContentByte canvas, BaseFont font, float size, String text) {
        if (!laidOut || !ofAnotherPage(canvas.getYTLM(), canvas.getPdfDocument().getPageSize().getHeight())) super.showText(canvas, font, size, digits.in(text));
    }

    /** The layout hands the first and last lines of a page to its neighbours too, where they are clipped away but would be found again: they stand in the margin, between the text and what is printed at head and foot. */
    private static boolean ofAnotherPage(float baseline, float height) {
        double top = height - Paper.TOP;
        return baseline < Paper.BOTTOM - 0.5 && baseline > PAGE_NUMBER || baseline > top && baseline < top + RUNNING_HEAD;
    }
}
