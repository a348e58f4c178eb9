package khabuan.base.duplicate;

import java.time.LocalDate;

/** What else is known of records that brings two of them together or parts them, such as who sits in two councils: a room declares a bean for each.
 *  @param kind of the records: "council"
 *  @param key names its reasons: the messages duplicate.reason.same-KEY and duplicate.reason.other-KEY; in {0} how many values both have
 *  @param sql yields id of the record, value, and from_date and until_date between which it holds; null for always
 *  @param same how much each value that both have adds to the score; 1 makes it certain
 *  @param most how much they add together
 *  @param other how much it takes off when both have values at one time and none is the other's; 0 when that says nothing */
public record Trait(String kind, String key, String sql, double same, double most, double other) {

    /** Whether it says so much that two who share it are compared wherever they are. */
    boolean isTelling() {
        return same >= 0.15;
    }

    /** A value that a record has. @param from null for ever since; @param until null for still */
    public record Held(Trait trait, String value, LocalDate from, LocalDate until) {

        boolean meets(Held that) {
            return (until == null || that.from == null || that.from.isBefore(until)) && (that.until == null || from == null || from.isBefore(that.until));
        }
    }
}
