package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.message.Messages;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.insight.indicator.Reporting.Asked;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds those who must report, each morning: when the quarter is over, three days before its day, and when the day has passed; once each. */
@Component
class ResultsDue {

    private static final int FIRST = 15, AGAIN = 3;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reporting reporting;
    private final Reporters reporters;
    private final ResultNews news;
    private final Messages messages;

    ResultsDue(JdbcClient jdbc, Changes changes, Reporting reporting, Reporters reporters, ResultNews news, Messages messages) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reporting = reporting;
        this.reporters = reporters;
        this.news = news;
        this.messages = messages;
    }

    /** @return how many messages were sent */
    int remind() {
        return remind(reporting.today());
    }

    /** As of a day. */
    int remind(LocalDate today) {
        var due = reporting.asked().stream().filter(a -> !today.isBefore(a.deadline().lastDay().minusDays(FIRST))).toList();
        if (due.isEmpty()) return 0;
        return changes.make(Author.programme("agreements"), "indicator.remind", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415012)").query().listOfRows();
            return due.stream().mapToInt(asked -> remind(asked, today)).sum();
        });
    }

    private int remind(Asked asked, LocalDate today) {
        var day = asked.deadline().lastDay();
        boolean passed = asked.deadline().isLate(today);
        String once = asked.fiscalYear() + "/" + asked.deadline().quarter() + " " + day + (!passed && !today.isBefore(day.minusDays(AGAIN)) ? " again" : "");
        var owed = reporting.owed(asked.fiscalYear(), List.of(asked.deadline())).stream().filter(o -> o.state().isToReport()).collect(Collectors.groupingBy(Owed::place, Collectors.counting()));
        int told = 0;
        for (var place : owed.keySet().stream().sorted().toList()) {
            String link = ResultNews.link(asked.fiscalYear(), asked.deadline().quarter(), place);
            var values = List.of(news.name(place), asked.deadline().quarter(), Integer.toString(asked.fiscalYear()), owed.get(place), day);
            for (var reporter : reporters.of(place)) {
                if (passed) messages.settle(reporter.accountId(), ResultNews.DUE, link);
                if (messages.send(reporter.accountId(), passed ? ResultNews.OVERDUE : ResultNews.DUE, values, link, once)) told++;
            }
        }
        return told;
    }

    /** Runs before the digests leave. */
    @Component
    @ConditionalOnWebApplication
    static class Morning {

        private final ResultsDue results;

        Morning(ResultsDue results) {
            this.results = results;
        }

        @Scheduled(cron = "0 35 6 * * *", zone = "Asia/Bangkok")
        void remind() {
            results.remind();
        }
    }
}
