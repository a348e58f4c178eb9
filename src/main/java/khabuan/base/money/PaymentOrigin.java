package khabuan.base.money;

import java.time.LocalDate;

/** What a room does for the payments that its records asked for: a bean for each kind of record. */
public interface PaymentOrigin {

    /** The kind of the records: "project". */
    String subjectKind();

    /** The entry of a payment that leaves for the bank. */
    Entry issue(Payment payment, LocalDate day);

    /** The entry of a payment that the bank made. */
    Entry settle(Payment payment, LocalDate day);
}
