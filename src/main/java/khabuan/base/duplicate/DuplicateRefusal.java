package khabuan.base.duplicate;

import khabuan.base.access.Refusal;

/** What the rules of duplicates refuse. */
public enum DuplicateRefusal implements Refusal {
    /** Only the region or the centre decides. */
    DECIDE_WITHOUT_RIGHT,
    /** Only the centre confirms. */
    CONFIRM_WITHOUT_RIGHT,
    /** Who proposed a merge does not confirm it. */
    CONFIRM_OWN,
    /** The pair is in another state by now. */
    OTHER_STATE,
    REASON_MISSING,
    SURVIVOR_MISSING,
    /** One of the two has been merged or has ended. */
    NOT_STANDING,
    /** Other records stand in the way of the undoing. */
    UNDO_IN_THE_WAY;

    @Override
    public String key() {
        return "duplicate.refusal." + name();
    }
}
