package khabuan.base.evidence;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** Why a file isn't taken. Its message stands under evidence.refusal.NAME and tells what to do. */
public enum EvidenceRefusal implements Refusal {
    FILE_MISSING,
    /** {0} the limit in MB. */
    TOO_LARGE,
    /** {0} the file's name. */
    WRONG_TYPE,
    /** A PDF without a page, or one that doesn't open. {0} the file's name. */
    NO_PAGES,
    KIND_UNKNOWN,
    YEAR_MISSING,
    REASON_MISSING,
    /** The upload was not finished, or is somebody else's. */
    UPLOAD_UNFINISHED;

    @Override
    public String key() {
        return "evidence.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
