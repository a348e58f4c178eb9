package khabuan.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.PaymentBatches;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the bank of a demonstration answers, as a file. */
@Controller
@Needs(Right.PAY)
class BankController {

    private final BankPanel panel;
    private final PaymentBatches batches;
    private final Clock clock;

    BankController(BankPanel panel, PaymentBatches batches, Clock clock) {
        this.panel = panel;
        this.batches = batches;
        this.clock = clock;
    }

    @GetMapping("/demonstration/answers/{batch:\\d+}.xml")
    ResponseEntity<byte[]> answer(@PathVariable long batch, Actor actor) {
        var open = panel.open(batch);
        if (open.isEmpty() || !actor.scopeLevel().equals("country")) throw new OutOfReach("the bank's answer to batch " + batch);
        var of = batches.at(batch);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("Content-Disposition", "attachment; filename=\"DEMO-" + of.messageId() + ".xml\"")
                .body(SimulatedBank.answer(of, open, LocalDateTime.ofInstant(clock.instant(), ThaiDate.ZONE)));
    }
}
