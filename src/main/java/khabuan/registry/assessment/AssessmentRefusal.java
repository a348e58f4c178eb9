package khabuan.registry.assessment;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of assessments refuse. Its message stands under assessment.refusal.NAME and tells what to do. */
public enum AssessmentRefusal implements Refusal {
    INSTRUMENT_MISSING,
    SUBJECT_MISSING,
    /** No published edition is used in that year. {0} the fiscal year. */
    NO_EDITION,
    YEAR_MISSING,
    DAY_MISSING,
    DAY_IN_FUTURE,
    /** {0} the fiscal year. */
    DAY_BEFORE_YEAR,
    RESPONDENTS_MISSING,
    ASSESSOR_MISSING,
    /** The person does not assess for the region, or for the centre. */
    ASSESSOR_NOT_YOURS,
    /** There is one by this assessor for this year; linked to it. */
    ASSESSED_ALREADY,
    /** It is submitted: what was answered stays. */
    SUBMITTED,
    /** {0} what may be answered. */
    ANSWER_SHAPE,
    /** {0} what somebody else answered meanwhile. */
    ANSWER_CHANGED_MEANWHILE,
    /** {0} how many items are open. */
    ITEMS_OPEN,
    NOT_SUBMITTED,
    VERIFIED_ALREADY,
    VERIFY_WITHOUT_RIGHT,
    /** Who submitted it does not verify it. */
    VERIFY_OWN,
    /** A file was withdrawn, and the score would be another. {0} the score now, {1} the score submitted. */
    SCORE_MOVED,
    REASON_MISSING,
    WITHDRAWAL_REASON_MISSING,
    /** It was begun in error and no longer stands. */
    WITHDRAWN,
    /** It was taken from an old system, without answers: nobody could answer it again. */
    OLD_RESULT,
    SCORE_OUTSIDE,
    /** Neither a score nor a grade. */
    RESULT_MISSING,
    /** {0} the levels of the edition. */
    LEVEL_UNKNOWN,
    /** The grade is not that of the score. {0} the score with its grade. */
    LEVEL_CONTRADICTS,
    /** There is a day of verification and no name. */
    VERIFIER_MISSING,
    VERIFIED_BEFORE;

    @Override
    public String key() {
        return "assessment.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
