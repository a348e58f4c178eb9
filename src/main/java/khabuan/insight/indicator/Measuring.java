package khabuan.insight.indicator;

/** How the results of an indicator are reckoned against its targets. */
public enum Measuring {
    /** What happened in a quarter, summed over the year; what is not reached is carried on. */
    COUNT,
    /** What stands at the end of a quarter. */
    STOCK,
    /** A percentage: an amount of a whole, both from the beginning of the year. */
    RATIO,
    /** A cumulative share of a base: 20, 40, 60, 80 % of 275 people; its results are heads from the beginning of the year. */
    SHARE,
    /** A score: reached or not, without a percentage. */
    SCORE,
    /** Steps in words. */
    MILESTONE,
    /** Words only. */
    NARRATIVE;

    /** Whether its results are figures. */
    public boolean isCounted() {
        return this != MILESTONE && this != NARRATIVE;
    }

    /** Whether the results of the quarters add up to the year's. */
    public boolean addsUp() {
        return this == COUNT;
    }
}
