package khabuan.insight.indicator;

/** Where the results of an indicator come from. */
public enum Source {
    /** A measure: the records themselves. */
    MEASURE,
    /** The sum of the indicators that are its parts. */
    SUM,
    /** Entered by the regions or by the centre, with evidence, and certified by another person. */
    ENTERED,
    /** What a survey found; see {@link khabuan.base.record.Findings}. */
    SURVEY
}
