package khabuan.insight.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.place.ProvinceShapes;
import khabuan.base.print.ChartBlock;
import khabuan.base.print.Document;
import khabuan.base.print.HtmlPrinter;
import khabuan.base.text.Digits;
import khabuan.base.text.Words;
import khabuan.insight.explore.Pivot.Column;
import khabuan.insight.explore.Pivot.Row;
import khabuan.insight.measure.ProvinceFigures;
import org.springframework.stereotype.Component;

/** Draws a pivot as bars, or its provinces as a map. */
@Component
class Drawing {

    private static final int BARS = 8, SERIES = ChartBlock.COLOURS.size();
    private final HtmlPrinter printer;
    private final ProvinceShapes shapes;

    Drawing(HtmlPrinter printer, ProvinceShapes shapes) {
        this.printer = printer;
        this.shapes = shapes;
    }

    /** What a column is called. */
    static String name(Column column, boolean many, Words words) {
        String subject = column.subject(words);
        return column.heading().isEmpty() ? subject : many ? subject + " " + column.heading() : column.heading();
    }

    private static List<String> names(Pivot pivot, int[] columns, Words words) {
        return Arrays.stream(columns).mapToObj(c -> name(pivot.columns().get(c), pivot.choices().things() > 1, words)).toList();
    }

    /** The columns that are drawn: percentages of indicators only where nothing else of them was chosen, since they are no amounts. */
    private static int[] drawn(Pivot pivot) {
        boolean percentsAlone = pivot.choices().aspects().equals(List.of(Aspect.PERCENT));
        return pivot.numbers().filter(c -> percentsAlone || pivot.columns().get(c).aspect() != Aspect.PERCENT).toArray();
    }

    /** A figure as people read it. */
    static String text(Row row, int column, Words words) {
        var told = row.told(column);
        if (told != null) return told.text();
        return row.isShare() ? row.share(column).aligned() : words.number(row.amount(column));
    }

    static BigDecimal value(Row row, int column) {
        var told = row.told(column);
        if (told != null) return told.value();
        return !row.isShare() ? row.amount(column) : row.share(column).isDefined() ? row.share(column).value() : null;
    }

    /** Whether times stand along the axis, and each line is a series. */
    private static boolean alongTime(Pivot pivot) {
        return pivot.choices().columns().isTime() && pivot.choices().periods() > 1 && drawn(pivot).length == pivot.choices().periods() && pivot.rows().size() <= SERIES;
    }

    /** How many lines of the pivot the bars show. */
    static int shown(Pivot pivot) {
        return alongTime(pivot) ? pivot.rows().size() : Math.min(BARS, pivot.rows().size());
    }

    /** The bars as markup; "" when there is nothing to draw. */
    String bars(Pivot pivot, String title, Words words) {
        if (pivot.cells() == 0) return "";
        var drawn = drawn(pivot);
        var names = names(pivot, drawn, words);
        var rows = pivot.rows().subList(0, shown(pivot));
        var labels = rows.stream().map(Row::label).toList();
        var series = new ArrayList<ChartBlock.Series>();
        if (alongTime(pivot)) for (int r = 0; r < rows.size(); r++) series.add(series(labels.get(r), r, points(rows.get(r), drawn, words)));
        else for (int c = 0; c < Math.min(SERIES, names.size()); c++) {
            int column = drawn[c];
            series.add(series(names.get(c), c, rows.stream().map(row -> point(row, column, words)).toList()));
        }
        var chart = new ChartBlock("", alongTime(pivot) ? names : labels, series, title, List.of());
        return printer.fragment(Document.of(title, Digits.ARABIC, List.of(chart)));
    }

    private static ChartBlock.Series series(String name, int number, List<ChartBlock.Point> points) {
        return new ChartBlock.Series(name, ChartBlock.COLOURS.get(number), points);
    }

    private static List<ChartBlock.Point> points(Row row, int[] columns, Words words) {
        return Arrays.stream(columns).mapToObj(c -> point(row, c, words)).toList();
    }

    private static ChartBlock.Point point(Row row, int column, Words words) {
        var value = value(row, column);
        return new ChartBlock.Point(value == null ? BigDecimal.ZERO : value, text(row, column, words), row.path(column));
    }

    /** The provinces of a pivot by the column it is sorted by, otherwise by the last of its first measure or indicator. Regions are drawn as their provinces, a percentage of an indicator in its light. */
    Shaded map(Pivot pivot, Words words) {
        int column = pivot.choices().sort() > 0 && pivot.choices().sort() <= pivot.columns().size() ? pivot.choices().sort() - 1 : pivot.groups().getFirst().size() - 1;
        var rows = new HashMap<String, Row>();
        var values = new HashMap<String, BigDecimal>();
        for (var row : pivot.rows()) {
            if (row.place() == null) continue;
            rows.put(row.place().key(), row);
            if (value(row, column) != null) values.put(row.place().code(), value(row, column));
        }
        boolean lit = pivot.columns().get(column).aspect() == Aspect.PERCENT;
        var shades = lit ? List.<ProvinceFigures.Shade>of() : ProvinceFigures.shades(values);
        return new Shaded(column, shapes.country(p -> look(p, rows.getOrDefault(p.key(), rows.get("region:" + p.parent())), column, shades, words)), shades, lit);
    }

    private static ProvinceShapes.Look look(Place province, Row row, int column, List<ProvinceFigures.Shade> shades, Words words) {
        if (row == null) return new ProvinceShapes.Look(province.title(), "around", "");
        var told = row.told(column);
        String title = told == null ? province.title() : row.label() + " (" + province.title() + ")";
        if (told != null && told.percent() != null) return new ProvinceShapes.Look(title + ": " + told.text() + " " + words.t(told.light().key()), told.light().area(), told.path());
        return new ProvinceShapes.Look(title + ": " + text(row, column, words), ProvinceFigures.css(value(row, column), shades), row.path(column));
    }
}
