package khabuan.insight.correction;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** Why a request for correction isn't taken, or a step of it. */
enum CorrectionRefusal implements Refusal {
    WORDS_MISSING,
    /** {0} the limit. */
    WORDS_LONG,
    CONTACT_LONG,
    /** {0} the limit in MB. */
    FILE_LARGE, FILE_TYPE,
    /** The form was sent sooner than a person can write. */
    TOO_FAST,
    /** The form has lain open for more than a day, or is not ours. */
    FORM_OLD, TRAP,
    /** Too many requests from one address within an hour. */
    TOO_MANY,
    REASON_MISSING,
    /** Somebody has gone on with it in the meantime. */
    STEP_TAKEN;

    @Override
    public String key() {
        return "correction.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
