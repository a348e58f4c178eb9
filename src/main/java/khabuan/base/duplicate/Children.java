package khabuan.base.duplicate;

/** The rows of a table that belong to two records. @param staying how many a merge would leave with the one that goes, because the survivor has the same */
public record Children(String table, long ofFirst, long ofSecond, long staying) {}
