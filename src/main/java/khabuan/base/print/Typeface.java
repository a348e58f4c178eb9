package khabuan.base.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The product's typeface, Sarabun, in the weights that documents are set in. */
enum Typeface {
    REGULAR("Sarabun-Regular"), BOLD("Sarabun-Bold");

    static final String FAMILY = "Sarabun";
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    /** Its PostScript name. */
    final String postScript;
    final Font font;

    Typeface(String postScript) {
        this.postScript = postScript;
        try {
            font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()));
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("The typeface " + postScript + " cannot be read.", e);
        }
    }

    /** Where it lies on the class path. */
    String resource() {
        return "khabuan/font/" + postScript + ".ttf";
    }

    byte[] bytes() {
        try (var file = Typeface.class.getClassLoader().getResourceAsStream(resource())) {
            return Objects.requireNonNull(file, resource()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a line of text comes out, in the unit of its size. */
    double width(String text, double size) {
        return text.isEmpty() ? 0 : font.deriveFont((float) size).getStringBounds(text, MEASURE).getWidth();
    }
}
