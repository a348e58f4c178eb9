package khabuan.base.certificate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the server opens, letters that have their numbers and were not printed before it stopped are printed. */
@Component
@ConditionalOnWebApplication
class Resumption {

    private final Batches batches;

    Resumption(Batches batches) {
        this.batches = batches;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        batches.resume();
    }
}
