package khabuan.insight.explore;

import java.util.List;
import java.util.Locale;

/** What is shown of an indicator. */
public enum Aspect {
    /** What was reached, or that nobody has reported, or that there is nothing new. */
    RESULT,
    /** The target as planned: of the quarter, or of the year. */
    PLAN,
    /** The target of a quarter with what was carried on from the quarters before. */
    CARRIED,
    /** The percentage of the target, with its light. */
    PERCENT;

    static final List<Aspect> USUAL = List.of(RESULT, PERCENT);

    /** The word in addresses: "percent". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String key() {
        return "explore.aspect." + word();
    }
}
