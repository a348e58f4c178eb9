package khabuan.base.calendar;

import java.time.LocalDate;

/** A Thai fiscal year (ปีงบประมาณ): 2562 runs from 1 October 2561 to 30 September 2562. @param year of the Buddhist era */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    public FiscalYear {
        if (year < 2500 || year > 2700) throw new IllegalArgumentException("Not a fiscal year of the Buddhist era: " + year);
    }

    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getYear() + 543 + (day.getMonthValue() >= 10 ? 1 : 0));
    }

    public LocalDate start() {
        return LocalDate.of(year - 544, 10, 1);
    }

    public LocalDate end() {
        return LocalDate.of(year - 543, 9, 30);
    }

    public FiscalQuarter quarter(int number) {
        return new FiscalQuarter(this, number);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
