package khabuan.base.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.intake.LineFault;

/** A comparison of an extract with the records.
 *  @param kind the kind of file; @param system the old system's name; @param extractOn the day on which the extract was drawn
 *  @param area "" for the units that it names, else level and code of a place
 *  @param scopeLevel and scopeCode of who made it
 *  @param jobId of the comparing; null when it was made at the terminal
 *  @param comparedAt null until it is compared
 *  @param unread headings that were not understood
 *  @param unreadable why nothing of the file could be read; empty when it was */
public record Reconciliation(long id, String kind, String system, LocalDate extractOn, String area, String fileName, String fileSha256, String scopeLevel, String scopeCode, Long accountId,
                             String madeBy, Instant madeAt, Long jobId, Instant comparedAt, long lines, List<String> unread, List<LineFault> unreadable) {

    public boolean isCompared() {
        return comparedAt != null;
    }

    public String path() {
        return "/reconciliations/" + id;
    }

    /** What the log and the timelines say of what was taken from it. @param day the extract's, in words */
    String reason(String day) {
        return "เทียบทะเบียนกับ " + system + " ของวันที่ " + day;
    }
}
