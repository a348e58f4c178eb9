package khabuan.base.intake;

import java.util.List;

/** What became of a file.
 *  @param written whether anything was written, or would have been had it not only been looked at
 *  @param lines rows in the file; each was added, changed, same or refused
 *  @param faults by line, at most {@link #MOST_FAULTS}
 *  @param notes what is to be known of rows and stands in the way of nothing, by line
 *  @param unread headings that the kind doesn't know, whose columns were left out
 *  @param first the first rows as they were read: the headings, then the cells */
public record Outcome(boolean written, long lines, long added, long changed, long same, long refused, List<LineFault> faults, List<LineFault> notes, List<String> unread,
                      List<List<String>> first) {

    public static final int MOST_FAULTS = 100_000;

    public Outcome {
        notes = notes == null ? List.of() : notes;
    }

    /** A file of which nothing was read or written, for this reason. */
    public static Outcome refused(LineFault reason) {
        return new Outcome(false, 0, 0, 0, 0, 0, List.of(reason), List.of(), List.of(), List.of());
    }

    public boolean isFaultless() {
        return faults.isEmpty();
    }
}
