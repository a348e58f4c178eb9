package khabuan.insight.indicator;

import khabuan.base.access.Refusal;
import java.util.Locale;

/** Why an agreement, a target or a result can't be changed. */
enum IndicatorRefusal implements Refusal {
    YEAR_EXISTS, YEAR_UNREADABLE, NOTHING_TO_COPY, SIGNED, NOT_SIGNED, BOUNDS_CROSSED, CODE_UNREADABLE, CODE_TAKEN, TITLE_MISSING, UNIT_MISSING, BASE_MISSING, MEASURE_MISSING, MEASURE_DOES_NOT_FIT, SURVEY_MISSING, SURVEY_IS_A_SCORE,
    QUARTERS_DO_NOT_ADD_UP, REGIONS_DO_NOT_ADD_UP, REASON_MISSING, BODY_MISSING, DAY_MISSING, NO_MOVEMENT, BELOW_ZERO, NOT_ENTERED, CLOSED, NOT_CLOSED, NOT_BEGUN, NOT_ENDED, AMOUNT_MISSING, WHOLE_MISSING,
    CHANGED_MEANWHILE, OWN_RESULT, NO_EVIDENCE, EARLIER_STILL_OPEN, LATER_ALREADY_CLOSED, NOT_LATER, NO_SUCH_INDICATOR, NO_AGREEMENT;

    @Override
    public String key() {
        return "indicator.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
