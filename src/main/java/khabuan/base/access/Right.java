package khabuan.base.access;

/** What a person may do; a handler names the one it needs. */
public enum Right {
    /** Figures, places, published reports: what is open to everybody, signed in or not. */
    READ_OPEN,
    /** Records within one's scope. */
    READ,
    /** Personal data within one's scope; each reading is logged. */
    READ_PERSONS,
    /** Registers and corrects records within one's scope. */
    RECORD,
    /** Certifies results and statuses within one's scope. */
    CERTIFY,
    /** Loads files of records. */
    IMPORT,
    /** Writes and publishes reports, sets targets. */
    REPORT,
    /** Confirms what a region proposes, changes reference data. */
    CENTRE,
    /** Reads the books: balances, entries, payments, and to which accounts. */
    READ_BOOKS,
    /** Approves, batches and releases payments, and closes the books. */
    PAY,
    /** Keeps the books of a welfare fund, of whose committee one is. */
    KEEP_FUND,
    /** Searches the log. */
    AUDIT,
    /** Accounts and settings. */
    ADMINISTER
}
