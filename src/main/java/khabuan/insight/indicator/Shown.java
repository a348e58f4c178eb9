package khabuan.insight.indicator;

import java.time.LocalDate;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;

/** Which quarter of a year a page shows, and as of which day. */
public record Shown(FiscalQuarter quarter, LocalDate asOf) {

    /** @param asked the quarter asked for; null for the one that runs, or the last of a past year */
    public static Shown of(int year, Integer asked, LocalDate today) {
        var fiscal = new FiscalYear(year);
        var quarter = fiscal.quarter(asked == null || asked < 1 || asked > 4 ? latest(fiscal, today) : asked);
        return new Shown(quarter, quarter.end().isBefore(today) ? quarter.end() : today);
    }

    /** The quarter of a year that has begun last; the first of a year to come. */
    public static int latest(FiscalYear year, LocalDate today) {
        return today.isAfter(year.end()) ? 4 : today.isBefore(year.start()) ? 1 : FiscalQuarter.of(today).number();
    }
}
