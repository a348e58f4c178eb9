package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.List;

/** Two records that may be one, and what was decided of them.
 *  @param survivorId which one stays, once that is proposed; null before
 *  @param taken the columns that the survivor takes from the other
 *  @param proposerId the account of who proposed the merge; null for nobody; @param reason in the proposer's words
 *  @param mergeChange the change by which they were merged; null before */
public record Pair(long id, String kind, long firstId, long secondId, String unitCode, String otherUnitCode, double score, List<String> reasons, State state, Long survivorId, List<String> taken,
                   Long proposerId, String proposedBy, LocalDate proposedOn, String reason, String confirmedBy, LocalDate confirmedOn, Long mergeChange, int version) {

    /** What may happen to a pair. */
    public enum State {
        /** Found alike; nobody has decided. */
        SUSPECTED,
        /** Somebody decided that they are two; remembered until a name or a unit changes. */
        DIFFERENT,
        /** The region proposes to merge them. */
        PROPOSED,
        /** The centre has confirmed, and they are merged. */
        MERGED,
        /** Alike no more, or one of them no longer stands. */
        GONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Why they are suspected, in words. */
    public List<Likeness.Reason> told() {
        return reasons.stream().map(Likeness.Reason::of).toList();
    }

    public int percent() {
        return (int) Math.round(score * 100);
    }

    /** The one that goes. */
    public long loserId() {
        return survivorId == firstId ? secondId : firstId;
    }

    public String path() {
        return "/duplicates/" + id;
    }
}
