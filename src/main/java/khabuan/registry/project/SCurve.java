package khabuan.registry.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;
import khabuan.registry.project.PacePages.Month;

/** Plan and payments of a fiscal year, added up month by month and drawn as two lines.
 *  @param levels the lines across, with what they stand for; @param months along the bottom
 *  @param planned the points of the plan; @param paid those of the payments, up to this month
 *  @param millions whether the levels are in millions of baht */
public record SCurve(List<Mark> levels, List<Mark> months, List<Point> planned, List<Point> paid, boolean millions) {

    public static final int WIDTH = 800, HEIGHT = 320, LEFT = 92, RIGHT = 780, TOP = 16, BOTTOM = 280;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** @param at how far down a level stands, or how far to the right a month does */
    public record Mark(String at, String label) {}

    /** @param told the month and its amount in baht */
    public record Point(String x, String y, String told) {}

    static SCurve of(List<Month> months) {
        double most = months.stream().flatMap(m -> m.paid() == null ? List.of(m.planned()).stream() : List.of(m.planned(), m.paid()).stream()).mapToDouble(b -> b.amount().doubleValue()).max().orElse(0);
        double step = step(most);
        boolean millions = step >= 1_000_000;
        double top = Math.max(Math.ceil(most / step), 1) * step;
        var levels = new ArrayList<Mark>();
        for (double level = 0; level <= top; level += step) levels.add(new Mark(number(y(level, top)), "%,.0f".formatted(millions ? level / MILLION.doubleValue() : level)));
        var along = new ArrayList<Mark>();
        var planned = new ArrayList<Point>();
        var paid = new ArrayList<Point>();
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i);
            along.add(new Mark(number(x(i, months.size())), month.label()));
            planned.add(point(i, months, month.planned(), top));
            if (month.paid() != null) paid.add(point(i, months, month.paid(), top));
        }
        return new SCurve(levels, along, planned, paid, millions);
    }

    private static Point point(int index, List<Month> months, Baht amount, double top) {
        return new Point(number(x(index, months.size())), number(y(amount.amount().doubleValue(), top)), months.get(index).label() + " " + amount);
    }

    /** Four to eight levels at round amounts. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 100) / 4)));
        double units = Math.max(most, 100) / 4 / power;
        return power * (units >= 5 ? 5 : units >= 2 ? 2 : 1);
    }

    private static double x(int index, int count) {
        return LEFT + 12 + (double) (RIGHT - LEFT - 24) * index / (count - 1);
    }

    private static double y(double amount, double top) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(amount / top, 0, 1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The points of a line as SVG wants them. */
    public static String line(List<Point> points) {
        return points.stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" "));
    }
}
