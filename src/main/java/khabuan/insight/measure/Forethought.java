package khabuan.insight.measure;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks, one after the other and in the background, what people will ask first. */
@Component
@ConditionalOnWebApplication
class Forethought {

    private static final Logger LOG = LoggerFactory.getLogger(Forethought.class);
    private final List<FirstAsked> questions;
    private final boolean atFirst;

    Forethought(List<FirstAsked> questions, @Value("${khabuan.forethought:true}") boolean atFirst) {
        this.questions = questions;
        this.atFirst = atFirst;
    }

    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        if (atFirst) Thread.ofVirtual().name("forethought").start(this::ask);
    }

    /** Most figures are as of today. */
    @Scheduled(cron = "30 0 0 * * *", zone = "Asia/Bangkok")
    void ask() {
        for (var question : questions) {
            try {
                question.ask();
            } catch (RuntimeException e) {
                LOG.warn("What would be asked first could not be counted beforehand: {}", e.toString());
            }
        }
    }
}
