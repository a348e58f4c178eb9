package khabuan.base.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Money that came to the bank.
 *  @param payer as the bank names who paid; "" when it doesn't
 *  @param reference what was written with it; ""
 *  @param entry by which it came to the suspense account
 *  @param knownAs the word of the {@link ReceiptOwner} that took it; "" while nobody knows what it is
 *  @param subject its record there; 0 for none */
public record BankReceipt(long id, String fund, LocalDate receivedOn, Baht amount, String payer, String reference, long entry, String knownAs, long subject, LocalDate knownOn) {

    public boolean isKnown() {
        return knownOn != null;
    }

    /** How many days it has been unknown. */
    public long age(LocalDate today) {
        return ChronoUnit.DAYS.between(receivedOn, knownOn == null ? today : knownOn);
    }
}
