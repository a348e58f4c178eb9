package khabuan.base.money;

import java.time.LocalDate;

/** A payment out of the bank.
 *  @param payee null when nobody said yet to which account
 *  @param batch null while it waits
 *  @param entry of the ledger, once it was issued
 *  @param failure why the bank refused it; "" */
public record Payment(long id, String subjectKind, long subjectId, Long payee, Baht amount, String purpose, Long batch, LocalDate issuedOn, Long entry, LocalDate settledOn, LocalDate failedOn, String failure) {

    /** Where it stands. */
    public enum State { WAITING, ISSUED, SETTLED, FAILED }

    public State state() {
        return failedOn != null ? State.FAILED : settledOn != null ? State.SETTLED : issuedOn != null ? State.ISSUED : State.WAITING;
    }

    /** How it is told from all others at the bank. */
    public String endToEndId() {
        return "KHB" + id;
    }
}
