package khabuan.base.duplicate;

/** A figure of the units of two records, before and after a merge. @param code of the measure: its message is measure.CODE.name; @param unit the message of what is counted */
public record MovedFigure(String code, String unit, long before, long after) {}
