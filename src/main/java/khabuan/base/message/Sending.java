package khabuan.base.message;

import java.util.concurrent.TimeUnit;
import khabuan.base.message.Channel.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties the outbox while the house is open: every two seconds, and a minute after a way was found closed. */
@Component
@ConditionalOnWebApplication
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private final Outbox outbox;
    private long notBefore = System.nanoTime();

    Sending(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 5000)
    void send() {
        if (System.nanoTime() - notBefore < 0) return;
        try {
            outbox.deliver();
        } catch (Unreachable e) {
            notBefore = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            LOG.warn("Messages wait; the next minute tries again: {}", e.getMessage());
        } catch (DataAccessException e) {
            LOG.warn("The outbox could not be read; the next round tries again: {}", e.getMessage());
        }
    }
}
