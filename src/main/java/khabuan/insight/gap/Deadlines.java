package khabuan.insight.gap;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.gap.Gap;
import khabuan.base.record.Changes;
import khabuan.insight.gap.WorkPages.Deadline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines that a committee has extended. */
@Component
class Deadlines {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final News news;

    Deadlines(JdbcClient jdbc, Changes changes, News news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.news = news;
    }

    List<Deadline> all() {
        return jdbc.sql("select gap, fiscal_year, due_on, committee, resolution, resolved_on from gap_deadline order by fiscal_year desc, gap").query(Deadline.class).list();
    }

    /** @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    static void demand(Deadline deadline) {
        var due = deadline.dueOn();
        new Refusals().when(due == null, WorkRefusal.DUE_MISSING, "dueOn").when(due != null && FiscalYear.of(due).year() < deadline.fiscalYear(), WorkRefusal.DUE_NOT_IN_YEAR, "dueOn")
                .when(deadline.committee().isBlank(), WorkRefusal.COMMITTEE_MISSING, "committee").when(deadline.resolution().isBlank(), WorkRefusal.RESOLUTION_MISSING, "resolution")
                .when(deadline.resolvedOn() == null, WorkRefusal.RESOLVED_ON_MISSING, "resolvedOn").demandNone();
    }

    void extend(Actor actor, Gap gap, Deadline deadline) {
        demand(deadline);
        changes.make(actor.author(), "work.extend", deadline.committee().strip() + " " + deadline.resolution().strip(), () -> {
            var before = jdbc.sql("select due_on from gap_deadline where gap = ? and fiscal_year = ?").params(gap.measure(), deadline.fiscalYear()).query(LocalDate.class).optional().orElse(null);
            jdbc.sql("""
                    insert into gap_deadline (gap, fiscal_year, due_on, committee, resolution, resolved_on) values (:gap, :year, :due, :committee, :resolution, :resolved)
                    on conflict (gap, fiscal_year) do update set due_on = excluded.due_on, committee = excluded.committee, resolution = excluded.resolution, resolved_on = excluded.resolved_on""")
                    .param("gap", gap.measure()).param("year", deadline.fiscalYear()).param("due", deadline.dueOn()).param("committee", deadline.committee().strip())
                    .param("resolution", deadline.resolution().strip()).param("resolved", deadline.resolvedOn()).update();
            news.extended(gap, deadline, before);
        });
    }
}
