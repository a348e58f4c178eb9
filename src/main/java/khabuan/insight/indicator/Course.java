package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.text.Percentage;

/** The course of an indicator through a year, in one place: what was planned, what was carried on, what was reached. All arithmetic of indicators stands here.
 *
 *  <p>Of a COUNT, the carried target of a quarter is what was planned up to it less what was reached before it; its percentage is the quarter's result of that, and there is
 *  none when nothing is left to reach. The year's percentage is the sum of the results of the year's target; it is not capped.
 *
 *  @param quarters the four, the first first
 *  @param target of the year; null for none
 *  @param result of the year so far; null when nobody has reported */
public record Course(List<Quarter> quarters, BigDecimal target, BigDecimal result, Percentage percent, Light light, Verdict verdict) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a quarter is given: the plan, null for none; and what is known of its result.
     *  @param whole what the result of a RATIO is of; else null */
    public record Given(BigDecimal plan, Said said, BigDecimal result, BigDecimal whole) {}

    /** A quarter.
     *  @param carried the target that the result is held against; null for none
     *  @param result null when there is no report; zero when there is nothing new
     *  @param percent null when there is no report, or no target left */
    public record Quarter(BigDecimal plan, BigDecimal carried, Said said, BigDecimal result, Percentage percent, Light light) {}

    /** Whether an indicator meets its bound, apart from its colour. */
    public enum Verdict {
        PASSED, FAILED,
        /** It has no bound, or no result. */
        NONE
    }

    /** Reckons the course.
     *  @param target of the year; null for none
     *  @param given the four quarters */
    public static Course of(Indicator indicator, Agreement agreement, BigDecimal target, List<Given> given) {
        var quarters = new ArrayList<Quarter>();
        BigDecimal planned = BigDecimal.ZERO, reached = BigDecimal.ZERO;
        for (var g : given) {
            var result = g.said() == Said.NO_REPORT ? null : g.said() == Said.NOTHING_NEW ? nothingNew(indicator, quarters) : figure(indicator, g);
            if (g.plan() != null) planned = planned.add(g.plan());
            var carried = carried(indicator, g.plan(), planned, reached);
            var percent = result == null || carried == null || carried.signum() <= 0 ? null : new Percentage(result, carried);
            quarters.add(new Quarter(g.plan(), carried, g.said(), result, percent, agreement.light(value(percent))));
            if (result != null) reached = reached.add(result);
        }
        return year(indicator, agreement, target, quarters);
    }

    /** What counts when nothing is new: nothing has happened, or what stood still stands. */
    private static BigDecimal nothingNew(Indicator indicator, List<Quarter> before) {
        return indicator.measuring().addsUp() ? BigDecimal.ZERO : last(before);
    }

    private static BigDecimal figure(Indicator indicator, Given g) {
        if (indicator.measuring() != Measuring.RATIO || g.whole() == null) return g.result();
        return new Percentage(g.result(), g.whole()).value();
    }

    private static BigDecimal carried(Indicator indicator, BigDecimal plan, BigDecimal planned, BigDecimal reached) {
        return switch (indicator.measuring()) {
            case COUNT -> plan == null ? null : planned.subtract(reached);
            case STOCK, RATIO -> plan;
            case SHARE -> plan == null ? null : heads(indicator, plan);
            case SCORE, MILESTONE, NARRATIVE -> null;
        };
    }

    private static BigDecimal heads(Indicator indicator, BigDecimal share) {
        return share.multiply(indicator.base()).divide(HUNDRED);
    }

    private static Course year(Indicator indicator, Agreement agreement, BigDecimal target, List<Quarter> quarters) {
        BigDecimal result = last(quarters);
        if (indicator.measuring().addsUp() && result != null) result = quarters.stream().map(Quarter::result).filter(r -> r != null).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean compared = target != null && result != null && target.signum() > 0 && indicator.measuring().isCounted() && indicator.measuring() != Measuring.SCORE;
        var percent = !compared ? null : new Percentage(result, indicator.measuring() == Measuring.SHARE ? heads(indicator, target) : target);
        return new Course(List.copyOf(quarters), target, result, percent, agreement.light(value(percent)), verdict(indicator, result, percent));
    }

    /** The latest result that is known; null for none. */
    private static BigDecimal last(List<Quarter> quarters) {
        return quarters.reversed().stream().map(Quarter::result).filter(r -> r != null).findFirst().orElse(null);
    }

    private static Verdict verdict(Indicator indicator, BigDecimal result, Percentage percent) {
        var held = indicator.passBy() == Indicator.PassBy.PERCENT ? value(percent) : result;
        if (indicator.passAt() == null || held == null) return Verdict.NONE;
        return held.compareTo(indicator.passAt()) >= 0 ? Verdict.PASSED : Verdict.FAILED;
    }

    private static BigDecimal value(Percentage percent) {
        return percent == null || !percent.isDefined() ? null : percent.value();
    }

    /** What is still missing of the year's target; null when there is no target or it is reached. */
    public BigDecimal shortfall() {
        if (percent == null || percent.numerator().compareTo(percent.denominator()) >= 0) return null;
        return percent.denominator().subtract(percent.numerator());
    }
}
