package khabuan.insight.measure;

import java.time.Instant;
import java.time.LocalDate;

/** What a figure is about in time, on both clocks.
 *  @param from the first day of the period of a flow; a stock doesn't look at it
 *  @param to the day as of which a stock stands, and the last day of a flow
 *  @param knownAt as it was known then; null for what is known now */
public record Window(LocalDate from, LocalDate to, Instant knownAt) {

    public Window {
        if (from.isAfter(to)) throw new IllegalArgumentException("The period ends before it begins: " + from + " – " + to);
    }
}
