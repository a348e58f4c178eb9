package khabuan.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house, which tests may set. In a demonstration it stands in the days in which the simulated records end, so that their year is this year; record times are the database's own. */
@Configuration
class Clocks {

    /** The day on which a demonstration opens. */
    private static final LocalDate OPENING = LocalDate.of(2019, 9, 2);

    @Bean
    Clock clock(Installation installation) {
        var system = Clock.system(ThaiDate.ZONE);
        return new DemonstrationClock(system, Duration.ofDays(ChronoUnit.DAYS.between(OPENING, LocalDate.now(system))), installation);
    }

    private static final class DemonstrationClock extends Clock {

        private final Clock system;
        private final Duration since;
        private final Installation installation;

        private DemonstrationClock(Clock system, Duration since, Installation installation) {
            this.system = system;
            this.since = since;
            this.installation = installation;
        }

        @Override
        public Instant instant() {
            return installation.isDemonstration() ? system.instant().minus(since) : system.instant();
        }

        @Override
        public ZoneId getZone() {
            return system.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new DemonstrationClock(system.withZone(zone), since, installation);
        }
    }
}
