package khabuan.base.calendar;

import java.time.LocalDate;

/** A quarter (ไตรมาส) of a fiscal year: the first is October to December. */
public record FiscalQuarter(FiscalYear year, int number) {

    public FiscalQuarter {
        if (number < 1 || number > 4) throw new IllegalArgumentException("Not a quarter: " + number);
    }

    public static FiscalQuarter of(LocalDate day) {
        return new FiscalQuarter(FiscalYear.of(day), (day.getMonthValue() + 2) % 12 / 3 + 1);
    }

    /** The quarter before. */
    public FiscalQuarter previous() {
        return of(start().minusDays(1));
    }

    public LocalDate start() {
        return year.start().plusMonths(3L * (number - 1));
    }

    public LocalDate end() {
        return start().plusMonths(3).minusDays(1);
    }

    /** "ต.ค.-ธ.ค.61", as the tables head their columns. */
    public String shortMonths() {
        return shortMonths(end());
    }

    /** As {@link #shortMonths()}, for a quarter whose data stop at an earlier day: "ก.ค.-ส.ค.62". */
    public String shortMonths(LocalDate cut) {
        var last = cut.isBefore(end()) ? cut : end();
        return ThaiDate.shortMonth(start()) + "-" + ThaiDate.shortMonth(last) + String.format("%02d", (last.getYear() + 543) % 100);
    }

    /** "เดือนกรกฎาคม - กันยายน 2562", as the covers print it. */
    public String longMonths() {
        return "เดือน" + ThaiDate.month(start()) + " - " + ThaiDate.month(end()) + " " + (end().getYear() + 543);
    }
}
