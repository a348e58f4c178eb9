package khabuan.base.print;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import khabuan.base.text.Digits;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfCopy;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;

/** One upright sheet of A4 on which a letter is set by hand: lines and paragraphs of Thai, shapes, a QR code. All in points, from the upper left corner; a line of text stands on its y. */
public final class Leaf {

    public static final double WIDTH = Paper.UPRIGHT.width, HEIGHT = Paper.UPRIGHT.height, LEFT = Paper.UPRIGHT.left, RIGHT = WIDTH - Paper.UPRIGHT.right;
    /** Rows overlap by this, so that no screen shows a seam between them. */
    private static final double SEAM = 0.03;
    private final PdfContentByte canvas;
    private final Digits digits;
    private final BaseFont regular;
    private final BaseFont bold;

    private Leaf(PdfContentByte canvas, Digits digits) throws IOException {
        this.canvas = canvas;
        this.digits = digits;
        regular = font(Typeface.REGULAR);
        bold = font(Typeface.BOLD);
    }

    private static BaseFont font(Typeface typeface) throws IOException {
        return BaseFont.createFont(typeface.postScript + ".ttf", BaseFont.IDENTITY_H, true, false, typeface.bytes(), null);
    }

    /** A PDF of one sheet, drawn by the artist.
     *  @param digits the digits of all its text; what a QR code holds keeps its own */
    public static byte[] draw(String title, Digits digits, Consumer<Leaf> artist) {
        var out = new ByteArrayOutputStream();
        try (var document = new Document(new Rectangle((float) WIDTH, (float) HEIGHT))) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setGlyphLayoutManager(new ThaiGlyphs(digits, false));
            document.addTitle(title);
            document.addCreator("Khabuan");
            document.open();
            artist.accept(new Leaf(writer.getDirectContent(), digits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Binds the sheets of some PDFs into one, as they are, one after the other. */
    public static void bind(Iterator<byte[]> sheets, OutputStream out) throws IOException {
        try (var document = new Document()) {
            var copy = new PdfCopy(document, out);
            document.open();
            while (sheets.hasNext()) {
                var reader = new PdfReader(sheets.next());
                for (int page = 1; page <= reader.getNumberOfPages(); page++) copy.addPage(copy.getImportedPage(reader, page));
                copy.freeReader(reader);
                reader.close();
            }
        }
    }

    /** A line of text that begins at x. */
    public void text(double x, double y, String text, double size, boolean isBold) {
        if (text.isEmpty()) return;
        canvas.beginText();
        canvas.setFontAndSize(isBold ? bold : regular, (float) size);
        canvas.setTextMatrix((float) x, (float) (HEIGHT - y));
        canvas.showText(text);
        canvas.endText();
    }

    /** A line of text with its middle at x. */
    public void centred(double x, double y, String text, double size, boolean isBold) {
        text(x - width(text, size, isBold) / 2, y, text, size, isBold);
    }

    /** How wide a line comes out. */
    public double width(String text, double size, boolean isBold) {
        return (isBold ? Typeface.BOLD : Typeface.REGULAR).width(digits.in(text), size);
    }

    /** The lines of a paragraph between the margins of a width.
     *  @param indent of its first line
     *  @param whole what is not to be parted, such as names */
    public List<String> lines(String text, double width, double indent, double size, List<String> whole) {
        return Lines.wrap(digits.in(text), width - indent, width, size, whole.stream().map(digits::in).toList());
    }

    /** A paragraph. @return where the line after it stands */
    public double paragraph(double x, double y, double width, double indent, String text, double size, double leading, List<String> whole) {
        boolean first = true;
        for (var line : lines(text, width, indent, size, whole)) {
            text(first ? x + indent : x, y, line, size, false);
            first = false;
            y += leading;
        }
        return y;
    }

    /** @param colour 0xRRGGBB */
    public void fill(Shape shape, int colour) {
        trace(shape);
        canvas.setRGBColorFill(colour >> 16 & 255, colour >> 8 & 255, colour & 255);
        canvas.fill();
        canvas.resetRGBColorFill();
    }

    /** @param colour 0xRRGGBB */
    public void stroke(Shape shape, double width, int colour) {
        trace(shape);
        canvas.setLineWidth((float) width);
        canvas.setRGBColorStroke(colour >> 16 & 255, colour >> 8 & 255, colour & 255);
        canvas.stroke();
    }

    /** A picture with its middle at x, y, as large as fits into a square of a side. @param picture PNG or JPEG */
    public void picture(double x, double y, double side, byte[] picture) {
        try {
            var image = Image.getInstance(picture);
            image.scaleToFit((float) side, (float) side);
            image.setAbsolutePosition((float) (x - image.getScaledWidth() / 2), (float) (HEIGHT - y - image.getScaledHeight() / 2));
            canvas.addImage(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void trace(Shape shape) {
        var c = new float[6];
        float x = 0, y = 0;
        for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> canvas.moveTo(c[0], up(c[1]));
                case PathIterator.SEG_LINETO -> canvas.lineTo(c[0], up(c[1]));
                case PathIterator.SEG_QUADTO -> canvas.curveTo((x + 2 * c[0]) / 3, up((y + 2 * c[1]) / 3), (c[2] + 2 * c[0]) / 3, up((c[3] + 2 * c[1]) / 3), c[2], up(c[3]));
                case PathIterator.SEG_CUBICTO -> canvas.curveTo(c[0], up(c[1]), c[2], up(c[3]), c[4], up(c[5]));
                default -> canvas.closePath();
            }
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            x = c[last];
            y = c[last + 1];
        }
    }

    private static float up(float y) {
        return (float) HEIGHT - y;
    }

    /** A QR code in a square of a side, its quiet border within. */
    public void code(double x, double y, double side, String content) {
        var code = QrCode.of(content);
        double module = side / code.side();
        var black = new Path2D.Double();
        for (var d : code.dark()) black.append(new Rectangle2D.Double(x + d.x() * module, y + d.y() * module, d.length() * module, module + SEAM), false);
        fill(black, 0);
    }
}
