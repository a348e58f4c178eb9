package khabuan.base.intake;

import java.util.List;

/** Rows that lie in intake_file. @param lines how many
 *  @param faults what could not be read; when there are no lines, why there are none
 *  @param unread headings that the kind doesn't know, whose columns were left out
 *  @param first the first rows as they were read: the headings, then the cells */
public record Laid(long lines, List<LineFault> faults, List<String> unread, List<List<String>> first) {

    /** Rows that another room put there. */
    static Laid by(long lines) {
        return new Laid(lines, List.of(), List.of(), List.of());
    }

    /** Whether the file has no heading that could be understood. */
    public boolean isUnreadable() {
        return !faults.isEmpty() && lines == 0;
    }
}
