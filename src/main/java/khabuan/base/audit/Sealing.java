package khabuan.base.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals the log every second while the house is open. */
@Configuration
@EnableScheduling
@ConditionalOnWebApplication
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private final Chain chain;

    Sealing(Chain chain) {
        this.chain = chain;
    }

    @Scheduled(fixedDelay = 1000, initialDelay = 2000)
    void seal() {
        try {
            chain.seal();
        } catch (DataAccessException e) {
            LOG.warn("The log could not be sealed; the next second tries again: {}", e.getMessage());
        }
    }
}
