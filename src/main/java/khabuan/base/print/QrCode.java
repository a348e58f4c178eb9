package khabuan.base.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** A QR code: the rows of dark modules in a square, its quiet border within.
 *  @param side in modules */
public record QrCode(int side, List<Dark> dark) {

    /** The modules of quiet around it. */
    private static final int QUIET = 4;

    /** Dark modules beside each other. */
    public record Dark(int x, int y, int length) {}

    public static QrCode of(String content) {
        try {
            var modules = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            var dark = new ArrayList<Dark>();
            for (int row = 0; row < modules.getHeight(); row++)
                for (int column = 0; column < modules.getWidth(); column++) {
                    int from = column;
                    while (column < modules.getWidth() && modules.get(column, row) == 1) column++;
                    if (column > from) dark.add(new Dark(from + QUIET, row + QUIET, column - from));
                }
            return new QrCode(modules.getWidth() + 2 * QUIET, List.copyOf(dark));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + content, e);
        }
    }

    /** The dark modules as a path of SVG, in modules. */
    public String path() {
        var path = new StringBuilder();
        for (var d : dark) path.append('M').append(d.x).append(' ').append(d.y).append('h').append(d.length).append("v1h-").append(d.length).append('z');
        return path.toString();
    }
}
