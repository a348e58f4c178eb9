package khabuan.insight.report;

import java.time.Instant;
import java.time.LocalDate;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.text.Digits;

/** A report: a draft that follows the records, or a published one that stands at its moment for ever.
 *  @param knownAt null for a draft
 *  @param publishedBy who published it, as people are called; null for a draft */
public record Report(long id, int version, String kind, int fiscalYear, int quarter, LocalDate asOf, Digits digits, Instant knownAt, String publishedBy) {

    public boolean isPublished() {
        return knownAt != null;
    }

    ReportMoment moment() {
        return new ReportMoment(new FiscalQuarter(new FiscalYear(fiscalYear), quarter), asOf, knownAt);
    }

    public String path() {
        return "/reports/" + id;
    }
}
