package khabuan.base.money;

/** A bank account of who is paid.
 *  @param bank the three-digit code of the Bank of Thailand: "034" */
public record Payee(long id, String ownerKind, long ownerId, String name, String bank, String accountNumber) {

    /** The number as who does not pay may see it: its last four digits. */
    public String masked() {
        return masked(accountNumber);
    }

    static String masked(String number) {
        int shown = Math.min(4, number.length());
        return "•".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }
}
