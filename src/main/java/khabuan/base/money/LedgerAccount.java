package khabuan.base.money;

/** Which account of a book: a code of the chart, divided by what the account's use divides it by.
 *  @param book "codi", or the book of a fund that keeps its own
 *  @param code of the chart: "9200"
 *  @param fund whose money it is: "state" (เงินอุดหนุน), "codi" (เงินทุน พอช.); an entry balances within each
 *  @param budgetYear 0 when the account is not of a year
 *  @param programme "" for none
 *  @param office a region's code or the centre's; "" for none
 *  @param record the project or other record that it is of; 0 for none */
public record LedgerAccount(String book, String code, String fund, int budgetYear, String programme, String office, long record) {

    public static LedgerAccount of(String book, String code, String fund) {
        return new LedgerAccount(book, code, fund, 0, "", "", 0);
    }

    public LedgerAccount year(int budgetYear) {
        return new LedgerAccount(book, code, fund, budgetYear, programme, office, record);
    }

    public LedgerAccount programme(String of) {
        return new LedgerAccount(book, code, fund, budgetYear, of, office, record);
    }

    public LedgerAccount office(String of) {
        return new LedgerAccount(book, code, fund, budgetYear, programme, of, record);
    }

    public LedgerAccount record(long of) {
        return new LedgerAccount(book, code, fund, budgetYear, programme, office, of);
    }

    /** The same division under another code of the chart. */
    public LedgerAccount code(String other) {
        return new LedgerAccount(book, other, fund, budgetYear, programme, office, record);
    }
}
