package khabuan.insight.report;

import java.time.Instant;

/** What a region says of its figures of a room in a monthly report.
 *  @param region its code; @param room the room's word
 *  @param by who said it, "" while nobody has; @param at when, null while nobody has
 *  @param note what is wrong, where it is questioned */
public record Confirmation(String region, String room, State state, String by, Instant at, String note) {

    public enum State {
        /** Nobody has looked yet. */
        WAITING,
        CONFIRMED,
        /** Confirmed, but the figures have moved since. */
        MOVED,
        /** Said to be wrong. */
        QUESTIONED
    }

    public boolean isSettled() {
        return state == State.CONFIRMED;
    }
}
