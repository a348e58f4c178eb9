package khabuan.demo;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches;
import khabuan.base.page.RecordPanel;
import khabuan.base.record.Installation;
import org.springframework.stereotype.Component;

/** On the page of a batch that waits for its bank, in a demonstration: the answer that a bank would give, to be taken and read in. */
@Component
class BankPanel implements RecordPanel {

    private final Installation installation;
    private final PaymentBatches batches;

    BankPanel(Installation installation, PaymentBatches batches) {
        this.installation = installation;
        this.batches = batches;
    }

    @Override
    public String recordKind() {
        return "payment-batch";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String template() {
        return "demo/bank";
    }

    @Override
    public Object show(long batch, Actor actor) {
        return !actor.may(Right.PAY) || open(batch).isEmpty() ? null : batch;
    }

    /** The payments of a batch for which no bank has answered; in a real house none, its bank answers them. */
    List<Payment> open(long batch) {
        return installation.isDemonstration() ? batches.payments(batch).stream().filter(p -> p.state() == Payment.State.ISSUED).toList() : List.of();
    }
}
