package khabuan.insight.doubt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.text.Words;

/** A figure that looks wrong.
 *  @param measure whose figure
 *  @param values what its sentence is filled with, in the order of the message doubt.KIND
 *  @param path the page that explains the figure
 *  @param answer what somebody answered while the values were these; null when nobody did */
public record Doubt(Kind kind, String measure, Place place, List<Object> values, String path, Answer answer) {

    public enum Kind {
        /** A stock is smaller than it was reported at the end of the last quarter: {0} then, {1} that day, {2} now. */
        FELL,
        /** The figure did not move for two quarters although something is left to do: {0} the figure, {1} what is left. */
        STILL,
        /** More terms have come due than there are councils: {0} terms, {1} councils. */
        EXCEEDS,
        /** A ratio lies far from that of other provinces: {0} here, {1} their median, {2} how many deviations away. */
        FAR,
        /** Some records have no class: {0} of {1}. */
        UNCLASSIFIED
    }

    public record Answer(String words, String author, LocalDate on) {}

    /** What the figures say, by which an answer is known to be about them. */
    public String said() {
        return values.stream().map(v -> v instanceof BigDecimal b ? b.stripTrailingZeros().toPlainString() : v.toString()).reduce((a, b) -> a + " " + b).orElse("");
    }

    /** The values as people read them. */
    public Object[] told(Words words) {
        return values.stream().map(v -> v instanceof BigDecimal b ? words.number(b) : v instanceof Long n ? words.number(n) : words.longDay((LocalDate) v)).toArray();
    }

    Doubt answered(Answer other) {
        return new Doubt(kind, measure, place, values, path, other);
    }
}
