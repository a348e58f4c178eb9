package khabuan.registry.project;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of projects and their money refuse. Its message stands under project.refusal.NAME and tells what to do. */
public enum ProjectRefusal implements Refusal {
    PROGRAMME_MISSING,
    /** {0} the fiscal year. */
    RULE_MISSING,
    /** {0} the first year under the rule in which a project was drafted, {1} the first one that is free. */
    RULE_IN_USE,
    COUNTED_IN_MISSING,
    /** A ceiling for each of what is not counted. */
    CEILING_FOR_NOTHING,
    PAPERS_UNKNOWN,
    BODIES_MISSING,
    SHARES_MISSING,
    /** {0} what the shares add to. */
    SHARES_UNEVEN,
    /** {0} the most days. */
    DAYS_MISSING,
    PERCENT_MISSING,
    /** Three numbers of days that don't rise. */
    BANDS_MISSING,
    /** {0} the first year under the rule in which an advance was asked for, {1} the first one that is free. */
    ADVANCE_RULE_IN_USE,
    OFFICE_MISSING,
    BUDGET_YEAR_MISSING,
    UNIT_MISSING,
    TITLE_MISSING,
    /** {0} the budget year in whose agreement it does not stand. */
    INDICATOR_UNKNOWN,
    /** A project of a file stands already with another amount. {0} its code. */
    STANDS_OTHERWISE,
    CARRIER_ELSEWHERE,
    FUND_ELSEWHERE,
    /** A row names an organisation and a fund. */
    TWO_CARRIERS,
    /** A line of a plan without words. */
    LINE_TITLE_MISSING,
    /** {0} what was typed. */
    UNIT_UNKNOWN,
    /** {0} what was typed. */
    UNIT_AMBIGUOUS,
    AMOUNT_MISSING,
    DAY_MISSING,
    DAY_IN_FUTURE,
    DAYS_REVERSED,
    BODY_MISSING,
    REASON_MISSING,
    COUNT_MISSING,
    /** The costs do not add to the amount. {0} their sum, {1} the amount. */
    COSTS_DIFFER,
    /** {0} the ceiling for each, {1} how many, {2} what was asked. */
    OVER_CEILING_EACH,
    /** {0} the ceiling, {1} what was asked. */
    OVER_CEILING,
    FRAME_MISSING,
    SAME_FRAME,
    OTHER_MONEY,
    /** {0} what is left, {1} what was asked. */
    BUDGET_EXCEEDED,
    /** {0} what is left, {1} what was asked. */
    FRAME_EXCEEDED,
    /** {0} the fiscal year of the budget. */
    YEAR_ENDED,
    /** {0} the fiscal year of the budget. */
    YEAR_NOT_ENDED,
    NOTHING_TO_CARRY,
    /** Nothing can be done in this state. {0} the state, as a word. */
    WRONG_STATE,
    ALREADY_DECIDED,
    MEETING_CLOSED,
    ATTENDED_MISSING,
    DECISION_MISSING,
    CONSENT_OF_OWN,
    /** {0} the missing papers. */
    PAPERS_MISSING,
    CONTRACT_MISSING,
    PLAN_CHANGE_PENDING,
    /** A plan in force is changed by the bodies alone. */
    PLAN_NEEDS_CONSENT,
    /** {0} what is paid. */
    BELOW_PAID,
    NOT_INSPECTED,
    INSPECTORS_MISSING,
    EARLIER_UNPAID,
    /** A payment waits, is at the bank, or came back. {0} its purpose: the project and the instalment. */
    PAYMENT_UNDERWAY,
    REQUEST_OPEN,
    PAYEE_MISSING,
    ACCOUNT_NAME_MISSING,
    BANK_MISSING,
    ACCOUNT_NUMBER_SHAPE,
    OWN_REQUEST,
    OWN_CHECK,
    NOT_CHECKED,
    /** {0} what was paid. */
    RETURN_EXCEEDS_PAID,
    BORROWER_MISSING,
    PURPOSE_MISSING,
    DUE_MISSING,
    DUE_PASSED,
    /** {0} what was typed. */
    PROJECT_UNKNOWN,
    /** {0} what is left of the frame, {1} what was asked. */
    ADVANCE_OVER_FRAME,
    /** Who asked for an advance does not approve or clear it. */
    OWN_ADVANCE,
    /** Nothing of the advance is out: it was not released yet, or all is cleared. */
    NOTHING_OWED,
    RECEIPTS_MISSING,
    SLIP_MISSING,
    CLEARED_BY_MISSING,
    /** {0} what is still owed, {1} what was to be cleared. */
    CLEARED_TOO_MUCH,
    CHANGED_MEANWHILE;

    @Override
    public String key() {
        return "project.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
