package khabuan.registry.welfare;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of welfare funds refuse. Its message stands under welfare.refusal.NAME and tells what to do. */
public enum WelfareRefusal implements Refusal {
    NAME_MISSING,
    UNIT_MISSING,
    /** {0} what was typed. */
    UNIT_UNKNOWN,
    /** {0} what was typed. */
    UNIT_AMBIGUOUS,
    CODE_TAKEN,
    DAY_MISSING,
    DAY_IN_FUTURE,
    DAY_BEFORE_FOUNDING,
    FOUNDED_TOO_EARLY,
    REASON_MISSING,
    NOT_IN_FORCE,
    VISITED_BY_MISSING,
    MET_MISSING,
    /** A whole number of people or villages that can't be read. */
    COUNT_UNREADABLE,
    /** An amount of baht that can't be read. */
    MONEY_UNREADABLE,
    MEMBERS_MISSING,
    /** {0} the sum of the classes; {1} the members. */
    CLASSES_EXCEED_MEMBERS,
    /** The same in a file. */
    CLASSES_EXCEED_MEMBERS_IN_FILE,
    COMMITTEE_ZERO,
    /** {0} the quarter's first day; {1} its last. */
    AS_OF_OUTSIDE_QUARTER,
    /** The same in a file. */
    AS_OF_OUTSIDE_FILE_QUARTER,
    /** Members, money or villages fell, or members rose by more than a half, and no reason is given. */
    CHANGE_UNEXPLAINED,
    /** {0} the recipients; {1} the amount. */
    BENEFIT_HALF,
    /** The books state it by themselves. */
    FROM_BOOKS,
    CERTIFIED_ALREADY,
    OWN_STATEMENT,
    NOTHING_TO_CERTIFY,
    CHANGED_MEANWHILE,
    BOOKS_OPEN,
    NO_BOOKS,
    GIVEN_EXCEEDS_RECEIVED,
    /** {0} what is left. */
    CASH_EXCEEDS_LEFT,
    MEMBER_ALREADY,
    /** {0} the member's number. */
    NOT_A_MEMBER,
    LEFT_BEFORE_JOINING,
    VILLAGE_WRONG,
    NOBODY_PAID,
    NO_DUE,
    /** {0} the member's number. */
    PAID_BEFORE,
    NOT_PROMISED,
    /** {0} the months; {1} the first day. */
    TOO_EARLY,
    /** {0} how often a year. */
    MOST_GIVEN,
    /** {0} how many nights a year; {1} how many are left. */
    MOST_NIGHTS,
    /** {0} how much a year. */
    MOST_BAHT_GIVEN,
    NIGHTS_MISSING,
    STEPS_UNREADABLE,
    OWN_CLAIM,
    /** {0} what is left. */
    NOT_SO_MUCH,
    CLAIM_MOVED_ON,
    /** {0} which papers. */
    PAPERS_UNSEEN,
    NOTHING_CHOSEN,
    /** {0} which criteria want one. */
    PAPER_MISSING,
    CONTENTS_MISSING,
    /** {0} the fiscal year. */
    OUTSIDE_YEAR,
    OWN_ATTESTATION,
    /** {0} the first day of the version before. */
    CRITERION_TOO_EARLY,
    /** {0} the first day of this fiscal year. */
    CRITERION_OF_PAST_YEAR,
    CRITERION_SAME,
    CONTENTS_WITHOUT_PAPER,
    CRITERION_MUST_BE_READ_ANEW,
    PARTS_MISSING,
    /** {0} how many parts there are. */
    LEAST_WRONG,
    CRITERION_HOLDS,
    NOTHING_WAITING,
    WHICH_MISSING,
    BOOKS_CLOSED,
    NUMBER_UNKNOWN,
    RULE_STANDS,
    KIND_MISSING,
    /** {0} the name. */
    KEEPER_UNKNOWN,
    KEEPERS_SAME,
    RHYTHM_MISSING,
    /** What was received or moved. */
    MOVEMENT_MISSING,
    PARTY_MISSING,
    OFFICE_MISSING,
    /** {0} the name. */
    KEEPER_ALREADY,
    UNTIL_BEFORE_ELECTION,
    ONE_CHAIR,
    ELECTION_STANDS,
    /** {0} who stands twice. */
    ELECTED_TWICE,
    MINUTES_MISSING,
    BANK_MISSING,
    ACCOUNT_NAME_MISSING,
    ACCOUNT_NUMBER_WRONG,
    ACCOUNT_ALREADY,
    PURPOSE_MISSING,
    UNTIL_BEFORE_FROM,
    DUE_STANDS,
    RETENTION_BEFORE_TODAY,
    YEARS_WRONG,
    CODE_MISSING,
    /** {0} how often it may still be tried. */
    CODE_WRONG,
    ROUND_DAYS_REVERSED,
    /** {0} the ceiling for each member; {1} the fiscal year. */
    SUBSIDY_OVER_CEILING,
    FRESH_DAYS_UNREADABLE,
    YEAR_UNREADABLE,
    ROUND_NOT_OPEN,
    /** Nothing of a round is said otherwise than it stands. */
    ROUND_SAME,
    ROUND_CHANGED,
    ROUND_CLOSES_IN_PAST,
    /** {0} the day of the last request. */
    ROUND_CLOSES_BEFORE_ASKED,
    /** {0} how many requests became projects. */
    ROUND_AMOUNT_STANDS,
    /** {0} how many requests became projects. */
    ROUND_GIVEN,
    ROUND_OVER,
    ROUND_ENDED,
    ASKED_ALREADY,
    /** {0} the members. */
    ASKED_EXCEEDS_MEMBERS,
    SUBSIDY_NO_MEMBERS,
    LISTED_BY_BOOKS,
    LISTED_TOO_LATE,
    NATIONAL_ID_WRONG,
    NOBODY_LEFT_TO_COUNT,
    /** {0} how old a statement may be, in days. */
    SUBSIDY_STATEMENT_MISSING,
    /** {0} the day of the newest that is certified; {1} how old it may be, in days. */
    SUBSIDY_STATEMENT_STALE,
    /** {0} the day of the one that waits. */
    SUBSIDY_STATEMENT_WAITS,
    SUBSIDY_COMMITTEE_UNKNOWN,
    /** {0} the day on which its term ended. */
    SUBSIDY_COMMITTEE_ENDED,
    /** {0} the project; {1} the day of its end. */
    SUBSIDY_REPORT_LATE,
    /** {0} the fiscal year. */
    SUBSIDY_FIVE_NOT_MET,
    /** {0} the fiscal year. */
    SUBSIDY_COMPLETE_NOT_MET,
    OWN_SUBSIDY,
    /** {0} what was asked. */
    PROPOSED_EXCEEDS_ASKED,
    PROPOSED_ALREADY,
    /** {0} how many. */
    COUNT_ANEW,
    /** The other of two funds keeps books that hold something. */
    BOOKS_STAY,
    YEAR_END_WRONG,
    /** Months of the year are still open. */
    YEAR_MONTHS_OPEN,
    /** Who closed the last month does not close the year. */
    OWN_YEAR,
    PAYEE_MISSING,
    COST_PURPOSE_MISSING,
    COST_PAPER_MISSING,
    OWN_COST,
    COST_MOVED_ON,
    ADOPTED_MISSING,
    REGULATION_STANDS,
    REGULATION_FILE_MISSING,
    /** What a list of collecting was opened with can't be read. */
    LIST_UNREADABLE;

    @Override
    public String key() {
        return "welfare.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
