package khabuan.registry.council;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of councils refuse. Its message stands under council.refusal.NAME and tells what to do. */
public enum CouncilRefusal implements Refusal {
    UNIT_MISSING,
    UNIT_UNKNOWN,
    /** Several units are written so: the form shows them to choose from. */
    UNIT_AMBIGUOUS,
    /** {0} the council that is in force there; linked to it. */
    UNIT_TAKEN,
    CODE_SHAPE,
    /** {0} the council that bears the code; linked to it. */
    CODE_TAKEN,
    REGISTERED_BEFORE_LAW,
    REGISTERED_IN_FUTURE,
    /** The council has ended or was merged into another. */
    NOT_IN_FORCE,
    REASON_MISSING,
    /** What stands in the old unit with the council: {0} how many; whether it goes along was not said. */
    COMPANIONS_UNSAID,
    /** The unit lies in another province, and nobody said that this is meant. */
    ACROSS_PROVINCE,
    DAY_IN_FUTURE,
    /** {0} the day of registration. */
    DAY_BEFORE_REGISTRATION,
    /** {0} the fiscal year. */
    DAY_OUTSIDE_YEAR,
    /** {0} the day. */
    MET_ALREADY,
    /** {0} the number of the mission, {1} the fiscal year. */
    MISSION_DONE_ALREADY,
    MISSION_UNKNOWN,
    MEMBERS_MISSING,
    /** The membership has ended already. */
    NOT_SITTING,
    /** {0} the day of selection. */
    ENDED_BEFORE_SELECTED,
    /** {0} qualified members, {1} representatives of communities, {2} how many qualified members these allow. */
    TOO_MANY_QUALIFIED,
    /** {0} the day on which the open term began. */
    REVIEW_BEFORE_TERM,
    /** {0} the day on which the term after it began. */
    TERM_AFTER_NEXT,
    /** Only the last term can be withdrawn. */
    TERM_NOT_LAST,
    /** Somebody else changed the entry since the form was opened. */
    CHANGED_MEANWHILE,
    CERTIFY_WITHOUT_RIGHT,
    /** {0} what is missing. */
    CERTIFY_WITHOUT_EVIDENCE,
    /** {0} the fiscal year. */
    CERTIFIED_ALREADY,
    /** {0} the fiscal year. */
    CERTIFY_OUTSIDE_YEARS,
    /** {0} the fiscal year. */
    NOT_CERTIFIED;

    @Override
    public String key() {
        return "council.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
