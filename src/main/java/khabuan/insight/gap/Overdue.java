package khabuan.insight.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import khabuan.base.gap.Gap;
import khabuan.base.message.Messages;
import khabuan.base.message.Text;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the owners, each morning, what became overdue and what came to be due soon since they were told last; the first time, all that is. */
@Component
class Overdue {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Gaps gaps;
    private final Work work;
    private final Owners owners;
    private final Messages messages;

    Overdue(JdbcClient jdbc, Changes changes, Gaps gaps, Work work, Owners owners, Messages messages) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.gaps = gaps;
        this.work = work;
        this.owners = owners;
        this.messages = messages;
    }

    /** How many records of a gap became overdue, or due soon, in a unit. @param assignee null while they are nobody's in particular */
    record Late(Gap gap, String unit, Long assignee, long records) {

        private boolean concerns(Owners.Owner owner) {
            return assignee != null ? assignee.equals(owner.actor().accountId()) : owner.owns(gap) && owner.within().test(unit);
        }
    }

    /** @return how many people were told */
    int tell() {
        return changes.make(Author.programme("work"), "work.due", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415011)").query().listOfRows();
            var today = work.today();
            var last = jdbc.sql("select max(day) from gap_told").query(LocalDate.class).optional().orElse(LocalDate.of(1900, 1, 1));
            if (!last.isBefore(today)) return 0;
            var late = new ArrayList<Late>();
            var soon = new ArrayList<Late>();
            gaps.all().forEach(gap -> late.addAll(work.late(gap, last)));
            gaps.all().forEach(gap -> soon.addAll(work.soon(gap, last)));
            jdbc.sql("insert into gap_told (day) values (?)").param(today).update();
            return (int) owners.all().stream().filter(owner -> tell(owner, "work.due", late, today) | tell(owner, "work.soon", soon, today)).count();
        });
    }

    private boolean tell(Owners.Owner owner, String kind, List<Late> late, LocalDate today) {
        var counts = new LinkedHashMap<String, Long>();
        late.stream().filter(l -> l.concerns(owner)).forEach(l -> counts.merge(News.nameKey(l.gap), l.records, Long::sum));
        if (counts.isEmpty()) return false;
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        return messages.send(owner.actor().accountId(), kind, List.of(sum, new Text.Counts(counts)), "/tasks", today.toString());
    }

    /** Runs before the digests leave. */
    @Component
    @ConditionalOnWebApplication
    static class Morning {

        private final Overdue overdue;

        Morning(Overdue overdue) {
            this.overdue = overdue;
        }

        @Scheduled(cron = "0 30 6 * * *", zone = "Asia/Bangkok")
        void tell() {
            overdue.tell();
        }
    }
}
