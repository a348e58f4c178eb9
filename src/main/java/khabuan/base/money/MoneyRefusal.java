package khabuan.base.money;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What the rules of payments and books refuse. Its message stands under money.refusal.NAME and tells what to do. */
public enum MoneyRefusal implements Refusal {
    FUND_MISSING,
    NAME_MISSING,
    BANK_SHAPE,
    ACCOUNT_SHAPE,
    /** No payment was chosen. */
    NOTHING_CHOSEN,
    /** A payment that was chosen is in another batch by now, or gone. */
    NOT_WAITING,
    /** A payment that is at the bank, or was made, is not withdrawn. {0} the day on which it left. */
    LEFT_ALREADY,
    /** {0} the payment. */
    PAYEE_MISSING,
    /** {0} the fund. */
    PAYING_ACCOUNT_MISSING,
    /** Who made a batch does not release it. */
    OWN_BATCH,
    ALREADY_RELEASED,
    /** More than was approved. {0} what is left, {1} what was asked. */
    OVERDRAWN,
    BOOKS_CLOSED,
    FILE_MISSING,
    /** {0} what the reader says of it. */
    NOT_AN_ANSWER,
    /** What the file says can't be written as it stands. */
    ANSWER_FAULTY,
    REASON_MISSING,
    DAY_MISSING,
    /** {0} the day to which the books are closed. */
    CLOSED_ALREADY,
    DAY_IN_FUTURE,
    DAY_TO_COME,
    AMOUNT_MISSING,
    /** Neither a payer nor a reference. */
    PAYER_MISSING,
    /** The bank's number is that of another receipt. {0} the number. */
    NUMBER_TAKEN,
    STATEMENT_MISSING,
    /** A line of a statement. {0} the row, {1} the column, {2} what is wrong with it. */
    STATEMENT_LINE,
    /** Nobody said what the money is. */
    OWNER_MISSING,
    KNOWN_ALREADY,
    NOT_CLOSED,
    /** Who closed the books does not open them. */
    OWN_CLOSE,
    /** What would be opened lies in a year that was closed. */
    YEAR_CLOSED,
    /** A record keeps the entry: it is taken back there. */
    OWNED_ENTRY,
    REVERSED_ALREADY,
    MEMO_MISSING,
    LINES_MISSING,
    /** {0} the number of the line, {1} what it says. */
    LINE_UNREADABLE,
    /** {0} the account that is not of the chart, or of the budget. */
    CODE_UNKNOWN,
    /** {0} the fund, {1} debits less credits. */
    NOT_BALANCED,
    /** Who wrote a voucher does not post it. */
    OWN_VOUCHER,
    VOUCHER_DONE;

    @Override
    public String key() {
        return "money.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
