package khabuan.insight.gap;

import java.util.List;
import khabuan.base.gap.Gap;

/** A gap in a place: how much of it is open, and some of its records, soonest due first.
 *  @param open records that it is open of
 *  @param overdue those of them whose day has passed and that aren't deferred
 *  @param soon those whose day comes within thirty days and that aren't deferred
 *  @param deferred those that may wait
 *  @param mine those assigned to who asks
 *  @param chosen those that the filter leaves
 *  @param items a page of the chosen */
public record Slice(Gap gap, long open, long overdue, long soon, long deferred, long mine, long chosen, List<Item> items) {}
