package khabuan.insight.explore;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.text.Words;
import khabuan.insight.measure.Window;

/** A period that stands on a side of a pivot. @param label as its heading is printed; "" where there is but one */
record Period(String label, Window window) {

    /** The periods of a pivot, the last of them ending on its day. */
    static List<Period> of(Choices choices, Words words) {
        var time = choices.time();
        if (time == Axis.NONE) return List.of(new Period("", new Window(choices.from().isAfter(choices.to()) ? choices.to() : choices.from(), choices.to(), choices.knownAt())));
        var periods = new ArrayList<Period>();
        for (LocalDate last = choices.to(); periods.size() < choices.periods(); last = periods.getFirst().window.from().minusDays(1))
            periods.addFirst(ending(time, last, choices.knownAt(), words));
        return List.copyOf(periods);
    }

    /** The period of a day, up to that day. */
    private static Period ending(Axis time, LocalDate day, Instant knownAt, Words words) {
        return switch (time) {
            case MONTH -> new Period(ThaiDate.monthOfYear(day), new Window(day.with(TemporalAdjusters.firstDayOfMonth()), day, knownAt));
            case QUARTER -> {
                var quarter = FiscalQuarter.of(day);
                yield new Period(words.t("explore.quarter", String.valueOf(quarter.number()), String.valueOf(quarter.year().year())), new Window(quarter.start(), day, knownAt));
            }
            case YEAR -> new Period(words.t("explore.year", String.valueOf(FiscalYear.of(day).year())), new Window(FiscalYear.of(day).start(), day, knownAt));
            default -> throw new IllegalArgumentException("Not a time: " + time);
        };
    }
}
