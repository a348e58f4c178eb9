package khabuan.insight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.insight.measure.Window;

/** The one moment that a report stands at.
 *  @param asOf the day of its data, in the quarter or after it
 *  @param knownAt the moment of knowledge; null for now */
public record ReportMoment(FiscalQuarter quarter, LocalDate asOf, Instant knownAt) {

    /** @throws IllegalArgumentException when the day lies before the quarter */
    public ReportMoment {
        if (asOf.isBefore(quarter.start())) throw new IllegalArgumentException("The data date " + asOf + " lies before the quarter of the report.");
    }

    /** The same report with the data of another day. */
    ReportMoment on(LocalDate day) {
        return new ReportMoment(quarter, day, knownAt);
    }

    /** What stands on the day; and what happened from the start of the fiscal year to the day. */
    Window now() {
        return new Window(quarter.year().start(), asOf, knownAt);
    }

    /** The end of each quarter up to this one, cumulated from the start of the year: those that are past as they were known at their end. */
    List<Window> quarterEnds() {
        var windows = new ArrayList<Window>();
        for (int q = 1; q < quarter.number(); q++) {
            var end = quarter.year().quarter(q).end();
            windows.add(new Window(quarter.year().start(), end, ThaiDate.endOf(end)));
        }
        windows.add(now());
        return windows;
    }

    /** Each quarter up to this one by itself, as known at the moment. */
    List<Window> quarters() {
        var windows = new ArrayList<Window>();
        for (int q = 1; q <= quarter.number(); q++) windows.add(new Window(quarter.year().quarter(q).start(), lastDay(q), knownAt));
        return windows;
    }

    /** The last day that quarter q shows data of. */
    LocalDate lastDay(int q) {
        var end = quarter.year().quarter(q).end();
        return asOf.isBefore(end) ? asOf : end;
    }
}
