package khabuan.registry.project;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A project that a community carries out itself.
 *  @param version how often it was changed, from 1 */
public record Project(long id, String code, long frameId, String unitCode, Carrier carrier, String title, State state, Long draftedBy, int version) {

    public enum State {
        DRAFT, SUBMITTED, SCREENED, CONSIDERED, APPROVED, CONTRACTED, RUNNING, CLOSED, RETURNED, REJECTED, CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Before a body: it may be corrected and submitted by who drafts it. */
    static final Set<State> OPEN = EnumSet.of(State.DRAFT, State.RETURNED);
    /** With a body, and not yet approved. */
    static final Set<State> CONSIDERED = EnumSet.of(State.SUBMITTED, State.SCREENED, State.CONSIDERED);
    /** Approved, and money may still move. */
    static final Set<State> IN_FORCE = EnumSet.of(State.APPROVED, State.CONTRACTED, State.RUNNING);

    /** Nothing is to be done any more. */
    static final Set<State> OVER = EnumSet.of(State.CLOSED, State.REJECTED, State.CANCELLED);

    void demand(Set<State> states) {
        if (!states.contains(state)) throw ProjectRefusal.WRONG_STATE.with(state.word());
    }

    public boolean isOpen() {
        return OPEN.contains(state);
    }

    public boolean isInForce() {
        return IN_FORCE.contains(state);
    }

    /** Nothing is to be done any more. */
    public boolean isOver() {
        return OVER.contains(state);
    }

    public String path() {
        return "/projects/" + id;
    }
}
