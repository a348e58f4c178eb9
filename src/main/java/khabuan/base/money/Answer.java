package khabuan.base.money;

import java.time.LocalDate;
import java.util.List;

/** An answer of the bank, held against the batch that it names.
 *  @param messageId the bank's own number of it
 *  @param day on which the bank says that it was done
 *  @param appliedOn null until what it says was written
 *  @param batch null when the batch that it names is not ours
 *  @param faults why it can't be written as it stands */
public record Answer(long id, String messageId, LocalDate day, LocalDate readOn, LocalDate appliedOn, PaymentBatches.Batch batch, List<Said> said, List<Fault> faults) {

    /** What becomes of a payment; the last two say what is so already, and what is not yet. */
    public enum Verdict { SETTLED, REFUSED, AGREED, UNDERWAY }

    /** What is said of a payment. @param status the bank's word @param why the code of the reason and the bank's words; "" for none */
    public record Said(Payment payment, Verdict verdict, String status, String why) {}

    /** @param key of the message @param values that fill it */
    public record Fault(String key, List<String> values) {}

    public Answer {
        said = List.copyOf(said);
        faults = List.copyOf(faults);
    }

    /** Those of whom one thing is said. */
    public List<Said> of(Verdict verdict) {
        return said.stream().filter(s -> s.verdict() == verdict).toList();
    }

    public boolean mayBeApplied() {
        return faults.isEmpty() && appliedOn == null && said.stream().anyMatch(s -> s.verdict() == Verdict.SETTLED || s.verdict() == Verdict.REFUSED);
    }
}
