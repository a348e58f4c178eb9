package khabuan.insight.indicator;

/** What is known of the result of a quarter: three things that are never one another. */
public enum Said {
    /** A figure, which may be zero. */
    FIGURE,
    /** Somebody has said that there is nothing new. */
    NOTHING_NEW,
    /** Nobody has reported. */
    NO_REPORT;

    public String key() {
        return "indicator.said." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
