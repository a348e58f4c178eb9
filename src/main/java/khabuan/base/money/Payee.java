package khabuan.base.money;

/** A bank account of who is paid.
 *  @param bank the three-digit code of the Bank of Thailand: "034" */
public record Payee(long id, String ownerKind, long ownerId, String name, String bank, String accountNumber) {

    /** The number as who does not pay may see it: its last four digits. */
    public String masked() {
        return "•".repeat(Math.max(0, accountNumber.length() - 4)) + accountNumber.substring(Math.max(0, accountNumber.length() - 4));
    }
}
