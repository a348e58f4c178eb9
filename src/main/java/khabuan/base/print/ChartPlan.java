package khabuan.base.print;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import khabuan.base.text.Digits;

/** The geometry of a chart, in points from its upper left corner: drawn as SVG on a page and with boxes in a PDF. */
final class ChartPlan {

    enum Anchor { START, MIDDLE, END }

    record Bar(double x, double y, double width, double height, String colour, String label, String link) { }

    /** @param y of the middle of its line */
    record Text(double x, double y, Anchor anchor, double size, String text) { }

    /** A horizontal line over the whole plot. */
    record Rule(double x, double y, double width, boolean zero) { }

    static final double WIDTH = 460;
    private static final double LABEL = 9;
    private static final double LINE = LABEL * 1.45;
    private static final double TOP = 14;
    private static final double PLOT = 170;

    final List<Bar> bars = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final double height;
    private final ChartBlock chart;
    private final Digits digits;
    private final double left;
    private double low, high, step;

    ChartPlan(ChartBlock chart, Digits digits) {
        this.chart = chart;
        this.digits = digits;
        scale();
        left = Math.max(width(number(high), LABEL), width(number(low), LABEL)) + 8;
        axis();
        bars();
        height = legend(TOP + PLOT + 6 + categories() * LINE + 12);
    }

    private void scale() {
        for (var series : chart.series())
            for (var point : series.points()) {
                low = Math.min(low, point.value().doubleValue());
                high = Math.max(high, point.value().doubleValue());
            }
        double range = high - low == 0 ? 1 : high - low;
        double power = Math.pow(10, Math.floor(Math.log10(range / 5)));
        double units = range / 5 / power;
        step = power * (units <= 1 ? 1 : units <= 2 ? 2 : units <= 5 ? 5 : 10);
        low = Math.floor(low / step) * step;
        high = Math.max(Math.ceil(high / step), low / step + 1) * step;
    }

    private double y(double value) {
        return TOP + PLOT * (high - value) / (high - low);
    }

    private void axis() {
        for (long i = 0; i <= Math.round((high - low) / step); i++) {
            double value = low + i * step;
            rules.add(new Rule(left, y(value), WIDTH - left, Math.abs(value) < step / 2));
            texts.add(new Text(left - 5, y(value), Anchor.END, LABEL, number(value)));
        }
    }

    private void bars() {
        double slot = slot(), bar = slot * 0.8 / Math.max(1, chart.series().size());
        double widest = chart.series().stream().flatMap(s -> s.points().stream()).mapToDouble(p -> width(p.printed(), LABEL)).max().orElse(0);
        double size = widest <= bar + 1 ? LABEL : LABEL * (bar + 1) / widest;
        for (int s = 0; s < chart.series().size(); s++)
            for (int c = 0; c < chart.categories().size(); c++) bar(s, c, left + slot * (c + 0.1) + bar * s, bar, size);
    }

    private void bar(int s, int c, double x, double width, double size) {
        var series = chart.series().get(s);
        var point = series.points().get(c);
        double value = point.value().doubleValue(), top = y(Math.max(value, 0)), bottom = y(Math.min(value, 0));
        String said = chart.categories().get(c) + ", " + series.name() + ": " + point.printed();
        bars.add(new Bar(x + width * 0.05, top, width * 0.9, bottom - top, series.colour(), digits.in(said), point.link()));
        if (size >= 5.5) texts.add(new Text(x + width / 2, value < 0 ? bottom + size * 0.8 : top - size * 0.8, Anchor.MIDDLE, size, digits.in(point.printed())));
    }

    /** Writes the categories under the axis. @return the lines of the longest */
    private int categories() {
        int most = 1;
        for (int c = 0; c < chart.categories().size(); c++) {
            var lines = Lines.wrap(digits.in(chart.categories().get(c)), slot() - 4, LABEL);
            for (int l = 0; l < lines.size(); l++)
                texts.add(new Text(left + slot() * (c + 0.5), TOP + PLOT + 6 + LINE * (l + 0.5), Anchor.MIDDLE, LABEL, lines.get(l)));
            most = Math.max(most, lines.size());
        }
        return most;
    }

    /** Writes the names of the series in rows under the plot. @return where the chart ends */
    private double legend(double y) {
        var row = new ArrayList<ChartBlock.Series>();
        double width = 0;
        for (var series : chart.series()) {
            double entry = entry(series);
            if (width + entry > WIDTH && !row.isEmpty()) {
                legendRow(row, width, y);
                row.clear();
                width = 0;
                y += LINE + 3;
            }
            row.add(series);
            width += entry;
        }
        legendRow(row, width, y);
        return y + LINE;
    }

    private void legendRow(List<ChartBlock.Series> row, double width, double y) {
        double x = (WIDTH - width) / 2;
        for (var series : row) {
            bars.add(new Bar(x, y - 4, 8, 8, series.colour(), "", null));
            texts.add(new Text(x + 12, y, Anchor.START, LABEL, digits.in(series.name())));
            x += entry(series);
        }
    }

    private double entry(ChartBlock.Series series) {
        return 12 + width(series.name(), LABEL) + 18;
    }

    private double slot() {
        return (WIDTH - left) / Math.max(1, chart.categories().size());
    }

    private double width(String text, double size) {
        return Typeface.REGULAR.width(digits.in(text), size);
    }

    private String number(double value) {
        return digits.in(NumberFormat.getNumberInstance(Locale.US).format(new BigDecimal(value).setScale(step < 1 ? 2 : 0, java.math.RoundingMode.HALF_UP)));
    }
}
