package khabuan.insight.gap;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of work refuse. Its message stands under work.refusal.NAME and tells what to do. */
enum WorkRefusal implements Refusal {
    NONE_CHOSEN,
    /** Mended in the meantime, or never open. */
    NOT_OPEN,
    ASSIGNEE_ELSEWHERE,
    UNTIL_NOT_LATER,
    REASON_MISSING,
    WORDS_MISSING,
    DUE_MISSING,
    DUE_NOT_IN_YEAR,
    COMMITTEE_MISSING,
    RESOLUTION_MISSING,
    RESOLVED_ON_MISSING;

    @Override
    public String key() {
        return "work.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
