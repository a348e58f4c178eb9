package khabuan.base.money;

/** The institute's account from which the money of a fund is paid.
 *  @param fund "state" or "codi"
 *  @param bank the three-digit code of the Bank of Thailand: "006" */
public record PayingAccount(String fund, String name, String bank, String accountNumber) {

    /** The number as who does not pay may see it. */
    public String masked() {
        return Payee.masked(accountNumber);
    }
}
