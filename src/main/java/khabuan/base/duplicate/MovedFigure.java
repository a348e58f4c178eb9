package khabuan.base.duplicate;

import java.time.LocalDate;

/** A figure of the units of two records, before and after a merge. @param code of the measure: its message is measure.CODE.name; @param unit the message of what is counted
 *  @param day on which it stands, counted by what is known now */
public record MovedFigure(String code, String unit, LocalDate day, long before, long after) {}
