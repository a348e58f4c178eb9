package khabuan.insight.measure;

import java.time.LocalDate;

/** A record behind a figure.
 *  @param path its page
 *  @param unit the local unit it stands in, with district and province
 *  @param on the day from which it counts, or on which it happened
 *  @param value what it adds, where the measure sums; else null */
public record Counted(long id, String title, String path, String unit, LocalDate on, String clazz, Long value) {}
