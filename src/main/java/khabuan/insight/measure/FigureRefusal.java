package khabuan.insight.measure;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of figures refuse. Its message stands under figures.refusal.NAME and tells what to do. */
enum FigureRefusal implements Refusal {
    /** Nothing is known of days to come. {0} the last day that can be asked for. */
    DAY_IN_FUTURE;

    @Override
    public String key() {
        return "figures.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
