package khabuan.registry.organisation;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of organisations refuse. Its message stands under organisation.refusal.NAME and tells what to do. */
public enum OrganisationRefusal implements Refusal {
    NAME_MISSING,
    UNIT_MISSING,
    UNIT_UNKNOWN,
    /** {0} what was typed. */
    UNIT_AMBIGUOUS,
    /** The council stands in another unit. */
    COUNCIL_ELSEWHERE,
    CODE_TAKEN,
    MEMBERS_NEGATIVE,
    REGISTERED_BEFORE_LAW,
    REGISTERED_IN_FUTURE,
    REASON_MISSING,
    NOT_IN_FORCE,
    DAY_MISSING,
    DAY_IN_FUTURE,
    DAY_BEFORE_REGISTRATION,
    SEEN_BY_MISSING,
    /** It was seen last as no longer existing. */
    NOT_EXISTING,
    CERTIFY_WITHOUT_RIGHT,
    /** Nobody saw it since the year began, and no reason is given. {0} the fiscal year. */
    UNSEEN_WITHOUT_REASON,
    /** The same in a file, which gives no reasons. {0} the fiscal year. */
    UNSEEN_IN_FILE,
    /** The list is no longer what was told. */
    LIST_CHANGED,
    NOBODY_TO_CERTIFY,
    /** {0} the fiscal year. */
    CERTIFIED_ALREADY,
    /** {0} the fiscal year. */
    CERTIFY_OUTSIDE_YEARS;

    @Override
    public String key() {
        return "organisation.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
