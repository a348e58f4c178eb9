package khabuan.insight.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.text.Digits;

/** What a report is composed from.
 *  @param texts what the author wrote, by section
 *  @param dates the data dates of tables, where they are others than the report's
 *  @param confirmations of a monthly report's figures
 *  @param simulated whether the data are for demonstration, which every page says */
record Manuscript(ReportMoment moment, Map<String, String> texts, Map<String, LocalDate> dates, List<Confirmation> confirmations, Digits digits, boolean simulated) {

    /** Of a report that is not kept. */
    static Manuscript of(ReportMoment moment, Digits digits, boolean simulated) {
        return new Manuscript(moment, Map.of(), Map.of(), List.of(), digits, simulated);
    }
}
