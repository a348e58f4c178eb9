package khabuan.base.print;

import java.math.BigDecimal;
import java.util.List;

/**
 * Grouped bars.
 *
 * @param caption    "แผนภูมิที่ 1 …"; "" for none
 * @param categories what stands along the axis; each series has a bar for each
 * @param alt        the picture in words, for who cannot see it
 * @param below      small lines under it: as-of date, source
 */
public record ChartBlock(String caption, List<String> categories, List<Series> series, String alt, List<String> below) implements Block {

    /** Colours that stay apart for people who see few colours, and in grey; for series that have none of their own. */
    public static final List<String> COLOURS = List.of("1F5A94", "E08A1E", "4C9A6A", "9A4F8E", "7A7F87", "B8473A");

    /** @param colour RRGGBB */
    public record Series(String name, String colour, List<Point> points) {
        public Series {
            if (!colour.matches("[0-9A-Fa-f]{6}")) throw new IllegalArgumentException("Not a colour: " + colour);
            points = List.copyOf(points);
        }
    }

    /** A value as it is, as printed, and the address of its records; null for none. */
    public record Point(BigDecimal value, String printed, String link) { }

    public ChartBlock {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        below = List.copyOf(below);
        for (var one : series)
            if (one.points().size() != categories.size()) throw new IllegalArgumentException("The series " + one.name() + " has not one value for each category.");
    }
}
