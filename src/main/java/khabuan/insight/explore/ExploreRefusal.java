package khabuan.insight.explore;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of kept views refuse. Its message stands under explore.refusal.NAME and tells what to do. */
enum ExploreRefusal implements Refusal {
    NAME_MISSING,
    /** {0} how many letters it may have. */
    NAME_LONG,
    /** The person keeps another view of this name. */
    NAME_TAKEN,
    /** {0} how many the dashboard holds. */
    DASHBOARD_FULL;

    @Override
    public String key() {
        return "explore.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
