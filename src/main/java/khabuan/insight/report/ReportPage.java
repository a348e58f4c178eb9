package khabuan.insight.report;

import java.util.List;
import khabuan.base.page.Faults;
import khabuan.base.text.Digits;

/** One report to read, and for its author to write in.
 *  @param html the print for the screen, made by our own printer
 *  @param publishes whether this person may write in it and publish it
 *  @param sections what the author may write in; empty for a reader and for a published report
 *  @param dates the data dates of its tables, as filled in; empty like the sections
 *  @param checks what the regions say of a monthly draft's figures; empty for another
 *  @param others those it may be compared with */
public record ReportPage(Report report, String title, Digits digits, String html, boolean publishes, List<Section> sections, List<TableDate> dates, List<Check> checks, Faults faults, List<Other> others) {

    public record Section(String key, String title, String text) {}

    /** @param day as written; "" for the report's own */
    public record TableDate(String table, String title, String day) {

        public String field() {
            return "date-" + table;
        }
    }

    /** @param regionTitle as people call it; @param roomKey the message key of the room's name; @param answers whether this person answers for them */
    public record Check(Confirmation confirmation, String regionTitle, String roomKey, boolean answers) {

        public String field() {
            return "note-" + confirmation.region() + "-" + confirmation.room();
        }
    }

    public record Other(Report report, String title) {}

    /** Whether every region has confirmed its figures. */
    public boolean isSettled() {
        return checks.stream().allMatch(c -> c.confirmation().isSettled());
    }
}
