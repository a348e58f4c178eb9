package khabuan.registry.assessment;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of instruments refuse. Its message stands under instrument.refusal.NAME and tells what to do. */
public enum InstrumentRefusal implements Refusal {
    NAME_MISSING,
    CODE_SHAPE,
    CODE_TAKEN,
    YEAR_MISSING,
    /** A published edition is copied, not edited. */
    PUBLISHED,
    NOT_PUBLISHED,
    TEXT_MISSING,
    MOST_MISSING,
    WEIGHT_MISSING,
    /** A line of the choices does not end in its points. {0} the line. */
    CHOICE_SHAPE,
    LEVEL_CODE_SHAPE,
    LEVEL_CODE_TAKEN,
    LEVEL_FROM_MISSING,
    /** Two levels from one score would overlap. {0} the score, {1} the other level. */
    LEVELS_OVERLAP,
    /** None of the levels begins at 0. */
    GAP_BELOW,
    NO_ITEMS,
    EMPTY_DIMENSION,
    CHOICES_MISSING,
    LEVELS_MISSING,
    /** Somebody else changed the draft since the form was opened. */
    CHANGED_MEANWHILE;

    @Override
    public String key() {
        return "instrument.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
