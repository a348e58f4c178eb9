package khabuan.insight.indicator;

import java.time.Instant;
import java.time.LocalDate;

/** A close of a quarter: the moment at which its figures stand.
 *  @param number the first of its quarter is 1
 *  @param reopenedBy null while it stands, as is reopenedBecause */
public record Close(long id, int fiscalYear, int quarter, int number, LocalDate asOf, Instant knownAt, String closedBy, String reopenedBy, String reopenedBecause) {}
