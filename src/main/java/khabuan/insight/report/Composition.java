package khabuan.insight.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import khabuan.base.print.Document;

/** A kind of report: how it is put together at its moment. A bean for each. */
interface Composition {

    /** The text that tells why a report was published before all had confirmed their figures. */
    String UNCONFIRMED = "unconfirmed";

    /** The word in addresses, file names, on the command line and in the database: "strategy-office". */
    String kind();

    String title(ReportMoment moment);

    Document compose(Manuscript manuscript);

    /** The measures whose figures it prints, which a comparison looks at. */
    List<String> measures();

    /** The sections in which its author may write. */
    default List<String> sections() {
        return List.of();
    }

    default String sectionTitle(String section) {
        throw new IllegalArgumentException(section);
    }

    /** The tables that may have a data date of their own. */
    default List<String> tables() {
        return List.of();
    }

    default String tableTitle(String table, ReportMoment moment) {
        throw new IllegalArgumentException(table);
    }

    /** Whether it tells of a month, not of a quarter: its data date is the end of one, and the regions confirm its figures before it is published. */
    default boolean isMonthly() {
        return false;
    }

    /** The name of its files, without format: "strategy-office-2562-q4-2019-08-31", "key-data-2562-08-2019-08-31". */
    default String fileName(ReportMoment moment) {
        var day = moment.asOf();
        return kind() + (isMonthly() ? "-%d-%02d-".formatted(day.getYear() + 543, day.getMonthValue()) : "-%d-q%d-".formatted(moment.quarter().year().year(), moment.quarter().number())) + day;
    }

    /** Whether a monthly report may stand on this day: the last of its month, or the last that has been. */
    static boolean endsMonth(LocalDate asOf, LocalDate today) {
        return asOf.equals(YearMonth.from(asOf).atEndOfMonth()) || asOf.equals(today);
    }
}
