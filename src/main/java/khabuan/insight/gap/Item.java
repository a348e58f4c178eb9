package khabuan.insight.gap;

import java.time.LocalDate;

/** A record that a gap is open of.
 *  @param title the record's name
 *  @param record its page
 *  @param mend the page that mends it
 *  @param unit the local unit with district and province, for people; or the region, of what its office does itself
 *  @param since the day from which it has counted
 *  @param due the day by which it is to be mended
 *  @param dueBefore the day before a committee extended it; null when none did
 *  @param assignee who mends it; "" for nobody yet
 *  @param deferredUntil null when it isn't deferred
 *  @param comments how many there are */
public record Item(long id, String title, String record, String mend, String unit, String unitCode, LocalDate since, LocalDate due, LocalDate dueBefore, String assignee,
        LocalDate deferredUntil, String deferredBecause, int comments) {

    public boolean isOverdue(LocalDate today) {
        return due.isBefore(today);
    }
}
