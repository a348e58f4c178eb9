package khabuan.registry.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.forecast.Forecast;
import khabuan.base.forecast.Forecast.Past;
import khabuan.base.money.Baht;
import khabuan.registry.project.Pace.Flow;
import khabuan.registry.project.Pace.Flows;
import khabuan.registry.project.PacePages.Expected;

/** What will be paid of a budget year's money by its end, in all, by programme and by office: from what was paid by the end of the last month and how past years went on from there; by the pace of this year
 *  against its plan, and not beyond it, where past years are too few. */
final class YearEnd {

    /** How many past years it looks at. */
    static final int YEARS = 4;
    /** Months that must be over before anything is said. */
    static final int YOUNG = 3;
    private final Flows flows;
    private final List<Flows> past;
    private final int months;
    private final YearMonth first;
    private final YearMonth now;

    /** @param past the flows of past years, the latest first, of which only what was paid counts */
    YearEnd(Flows flows, List<Flows> past, LocalDate today) {
        this.flows = flows;
        this.past = past;
        first = first(flows.year());
        now = YearMonth.from(today);
        months = (int) ChronoUnit.MONTHS.between(first, now);
    }

    private static YearMonth first(int year) {
        return YearMonth.from(new FiscalYear(year).start());
    }

    /** Whether the year has begun and is not over. */
    boolean isRunning() {
        return months >= 0 && months < 12;
    }

    boolean isYoung() {
        return months < YOUNG;
    }

    /** The last day that it looks at. */
    LocalDate point() {
        return first.plusMonths(months).atDay(1).minusDays(1);
    }

    /** In all first, then by programme, then by office; what is neither planned nor paid is left out. */
    List<Expected> rows(Function<String, String> programme, Function<String, String> office) {
        var rows = new ArrayList<Expected>();
        rows.add(expected("all", "", f -> true));
        codes(Flow::programme).forEach(code -> rows.add(expected("programme", programme.apply(code), f -> f.programme().equals(code))));
        codes(Flow::office).forEach(code -> rows.add(expected("office", office.apply(code), f -> f.office().equals(code))));
        return rows.stream().filter(r -> r.whole().isPositive() || r.paid().isPositive()).toList();
    }

    private Stream<String> codes(Function<Flow, String> of) {
        return Stream.concat(flows.planned().stream(), flows.paid().stream()).map(of).distinct().sorted();
    }

    private Expected expected(String kind, String name, Predicate<Flow> of) {
        var whole = Pace.until(flows.planned(), of, first.plusMonths(11));
        var paid = Pace.until(flows.paid(), of, now);
        double reached = Pace.until(flows.paid(), of, first.plusMonths(months - 1L)).amount().doubleValue();
        var years = past.stream().map(p -> past(p, of)).filter(p -> p.total() > 0).toList();
        var forecast = Forecast.of(reached, false, years);
        if (forecast == null && reached > 0) forecast = withinPlan(Forecast.byPace(reached, elapsed(of, whole)), whole);
        return new Expected(kind, name, whole, paid, forecast, years.size());
    }

    /** Nothing is paid that is not planned: a pace that would go beyond the plan ends there. */
    private static Forecast withinPlan(Forecast told, Baht whole) {
        double most = whole.isPositive() ? whole.amount().doubleValue() : Double.POSITIVE_INFINITY;
        return new Forecast(Math.min(told.value(), most), Math.min(told.low(), most), Math.min(told.high(), most), told.error(), told.years(), told.way(), told.spread());
    }

    private Past past(Flows year, Predicate<Flow> of) {
        var began = first(year.year());
        return new Past(Pace.until(year.paid(), of, began.plusMonths(months - 1L)).amount().doubleValue(), Pace.until(year.paid(), of, began.plusMonths(11)).amount().doubleValue());
    }

    /** The share of the year's plan that was to be paid by then; of its months where the plan tells nothing. */
    private double elapsed(Predicate<Flow> of, Baht whole) {
        var planned = Pace.until(flows.planned(), of, first.plusMonths(months - 1L));
        return planned.isPositive() && whole.isAbove(planned) ? planned.amount().doubleValue() / whole.amount().doubleValue() : months / 12.0;
    }

    /** The years before a year, the latest first. */
    static Stream<Integer> before(int year) {
        return IntStream.rangeClosed(1, YEARS).mapToObj(back -> year - back);
    }
}
