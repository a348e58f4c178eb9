package khabuan.base.money;

import java.time.LocalDate;

/** A payment out of the bank.
 *  @param payee null when nobody said yet to which account
 *  @param batch null while it waits
 *  @param entry of the ledger, once it was issued
 *  @param failure why the bank refused it; ""
 *  @param withdrawnOn the day on which it was given up, before it left or after the bank refused it; null for not
 *  @param withdrawal why; "" */
public record Payment(long id, String subjectKind, long subjectId, Long payee, Baht amount, String purpose, Long batch, LocalDate issuedOn, Long entry, LocalDate settledOn, LocalDate failedOn, String failure,
                      LocalDate withdrawnOn, String withdrawal) {

    /** Where it stands. */
    public enum State { WAITING, ISSUED, SETTLED, FAILED, WITHDRAWN }

    public State state() {
        if (withdrawnOn != null) return State.WITHDRAWN;
        return failedOn != null ? State.FAILED : settledOn != null ? State.SETTLED : issuedOn != null ? State.ISSUED : State.WAITING;
    }

    /** How it is told from all others at the bank. */
    public String endToEndId() {
        return "KHB" + id;
    }
}
