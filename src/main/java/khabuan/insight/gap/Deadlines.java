package khabuan.insight.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.Vault;
import khabuan.base.gap.Gap;
import khabuan.base.record.Changes;
import khabuan.insight.gap.WorkPages.Deadline;
import khabuan.insight.gap.WorkPages.Extension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines that a committee has extended, each with its resolution as a file. */
@Component
class Deadlines {

    private static final String KIND = "gap-deadline", RESOLUTION = "resolution";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Evidence evidence;
    private final Gaps gaps;
    private final News news;

    Deadlines(JdbcClient jdbc, Changes changes, Evidence evidence, Gaps gaps, News news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.evidence = evidence;
        this.gaps = gaps;
        this.news = news;
    }

    /** A deadline holds for the whole country: its files are for everybody. */
    @Bean
    static EvidenceOwner deadlineEvidence() {
        return new EvidenceOwner(KIND, "", "(select id, '' as unit_code from gap_deadline)", List.of(RESOLUTION), Set.of(), "work.evidence.", "/tasks/deadlines");
    }

    List<Extension> all() {
        return jdbc.sql("""
                select d.id, d.gap, d.fiscal_year, d.due_on, d.committee, d.resolution, d.resolved_on,
                       (select h.due_on from history.gap_deadline h where h.id = d.id and h.due_on <> d.due_on order by h.version desc limit 1)
                from gap_deadline d where d.gap = any(:known) order by d.fiscal_year desc, d.gap""")
                .param("known", gaps.all().stream().map(Gap::measure).toArray(String[]::new))
                .query((r, n) -> new Extension(new Deadline(r.getString(2), r.getInt(3), r.getObject(4, LocalDate.class), r.getString(5), r.getString(6), r.getObject(7, LocalDate.class)),
                        gaps.get(r.getString(2)).days(), r.getObject(8, LocalDate.class), evidence.of(KIND, r.getLong(1)).reversed())).list();
    }

    /** Those of a gap. */
    List<Extension> of(Gap gap) {
        return all().stream().filter(e -> e.deadline().gap().equals(gap.measure())).toList();
    }

    /** @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    static void demand(Deadline deadline) {
        var due = deadline.dueOn();
        new Refusals().when(due == null, WorkRefusal.DUE_MISSING, "dueOn").when(due != null && FiscalYear.of(due).year() < deadline.fiscalYear(), WorkRefusal.DUE_NOT_IN_YEAR, "dueOn")
                .when(deadline.committee().isBlank(), WorkRefusal.COMMITTEE_MISSING, "committee").when(deadline.resolution().isBlank(), WorkRefusal.RESOLUTION_MISSING, "resolution")
                .when(deadline.resolvedOn() == null, WorkRefusal.RESOLVED_ON_MISSING, "resolvedOn").demandNone();
    }

    /** @param file keeps the resolution as a file, within the change; refuses when there is none */
    void extend(Actor actor, Gap gap, Deadline deadline, Supplier<Vault.Kept> file) {
        demand(deadline);
        String resolved = deadline.committee().strip() + " " + deadline.resolution().strip();
        changes.make(actor.author(), "work.extend", resolved, () -> {
            var before = before(gap, deadline);
            evidence.keep(KIND, write(gap, deadline), RESOLUTION, null, resolved, file.get());
            news.extended(gap, deadline, before.orElse(null));
        });
    }

    private Optional<LocalDate> before(Gap gap, Deadline deadline) {
        return jdbc.sql("select due_on from gap_deadline where gap = ? and fiscal_year = ?").params(gap.measure(), deadline.fiscalYear()).query(LocalDate.class).optional();
    }

    /** @return its number */
    private long write(Gap gap, Deadline deadline) {
        return jdbc.sql("""
                insert into gap_deadline (gap, fiscal_year, due_on, committee, resolution, resolved_on) values (:gap, :year, :due, :committee, :resolution, :resolved)
                on conflict (gap, fiscal_year) do update set due_on = excluded.due_on, committee = excluded.committee, resolution = excluded.resolution, resolved_on = excluded.resolved_on
                returning id""")
                .param("gap", gap.measure()).param("year", deadline.fiscalYear()).param("due", deadline.dueOn()).param("committee", deadline.committee().strip())
                .param("resolution", deadline.resolution().strip()).param("resolved", deadline.resolvedOn()).query(Long.class).single();
    }
}
