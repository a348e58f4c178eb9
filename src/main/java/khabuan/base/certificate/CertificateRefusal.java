package khabuan.base.certificate;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of letters refuse. Its message stands under certificate.refusal.NAME and tells what to do. */
public enum CertificateRefusal implements Refusal {
    WITHOUT_RIGHT,
    /** {0} the kind of letter. */
    NOT_ADMITTED,
    /** {0} the number of the letter that stands. */
    LETTER_STANDS,
    /** {0} the office. */
    NO_SIGNATORY,
    NOTHING_TO_PRINT,
    /** The record lacks something, and no reason is given. */
    LACKING_WITHOUT_REASON,
    /** A list is no longer what was told. */
    LIST_CHANGED,
    /** {0} how many may be printed at once. */
    TOO_MANY,
    REASON_MISSING,
    REVOKED_ALREADY,
    /** A letter of an old system can't be reprinted. */
    WITHOUT_COPY,
    TITLE_MISSING,
    BODY_MISSING,
    /** {0} the word in braces; {1} the words that there are. */
    PLACEHOLDER_UNKNOWN,
    BODY_WITHOUT_NAME,
    TOO_LONG,
    /** Nothing was changed. */
    UNCHANGED,
    NAME_MISSING,
    POST_MISSING,
    DAY_MISSING,
    DAYS_TURNED,
    OFFICE_MISSING,
    PREFIX_MISSING,
    EMBLEM_MISSING,
    /** Not a PNG or JPEG, or too large. */
    EMBLEM_UNREADABLE;

    @Override
    public String key() {
        return "certificate.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
