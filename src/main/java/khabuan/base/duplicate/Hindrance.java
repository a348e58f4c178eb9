package khabuan.base.duplicate;

import khabuan.base.access.Refusal;

/** What stands in the way of merging two records of a kind: a room declares a bean for each.
 *  @param kind of the records: "council"
 *  @param condition SQL over the rows s of the survivor and l of the other, which holds when they must not be merged so
 *  @param refusal what is told then */
public record Hindrance(String kind, String condition, Refusal refusal) {}
