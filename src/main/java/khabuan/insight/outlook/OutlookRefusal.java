package khabuan.insight.outlook;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What is refused about the outlook. */
enum OutlookRefusal implements Refusal {
    LEVEL_OUTSIDE, NOT_YOURS;

    @Override
    public String key() {
        return "outlook.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
