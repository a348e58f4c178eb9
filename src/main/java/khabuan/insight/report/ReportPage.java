package khabuan.insight.report;

import java.util.List;
import khabuan.base.page.Faults;
import khabuan.base.text.Digits;

/** One report to read, and for its author to write in.
 *  @param html the print for the screen, made by our own printer
 *  @param sections what the author may write in; empty for a reader and for a published report
 *  @param dates the data dates of its tables, as filled in; empty like the sections
 *  @param others those it may be compared with */
public record ReportPage(Report report, String title, Digits digits, String html, List<Section> sections, List<TableDate> dates, Faults faults, List<Report> others) {

    public record Section(String key, String title, String text) {}

    /** @param day as written; "" for the report's own */
    public record TableDate(String table, String title, String day) {

        public String field() {
            return "date-" + table;
        }
    }
}
