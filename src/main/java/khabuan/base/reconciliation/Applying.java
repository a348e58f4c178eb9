package khabuan.base.reconciliation;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.Column;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Order;
import khabuan.base.record.Changes;
import khabuan.base.store.RowScope;
import khabuan.base.store.Upkeep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was chosen from a comparison: one change, through the door of the import. */
@Component
public class Applying {

    private static final long MANY = 5000;
    private final JdbcClient jdbc;
    private final Intake intake;
    private final Changes changes;
    private final Reconciliations reconciliations;
    private final Upkeep upkeep;
    private final Clock clock;

    Applying(JdbcClient jdbc, Intake intake, Changes changes, Reconciliations reconciliations, Upkeep upkeep, Clock clock) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.changes = changes;
        this.reconciliations = reconciliations;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** What came of it. @param changed records that were corrected; @param refused by the rules, which say why; @param movedOn records that others changed or registered since; @param noted rows that were only noted */
    public record Applied(long changed, long created, long refused, long movedOn, long noted) {}

    /** Applies what was chosen within the actor's places; what was applied before is not chosen any more, so that a repeated call does nothing. */
    Applied apply(Actor actor, Reconciliation of, Order.Progress progress) {
        var kind = reconciliations.kind(of.kind());
        var order = new Order(actor, null, of.fileName(), null, false, true, ThaiDate.today(clock), progress);
        var applied = new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> changes.make(actor.author(), "reconciliation.apply", of.reason(ThaiDate.full(of.extractOn())), () -> {
            intake.write(kind.intake(), order, () -> lay(actor, of, kind, order));
            return settle(actor, of, kind, order);
        }));
        if (applied.changed + applied.created >= MANY) upkeep.settle(kind.intake().table());
        return applied;
    }

    /** Lays the chosen rows into intake_file, without those that were overtaken. @return how many */
    private long lay(Actor actor, Reconciliation of, Reconcilable kind, Order order) {
        sql("""
                create temporary table chosen_row on commit drop as select r.number, r.line, r.choice, r.record_id, r.version, r.taken, s.there, false as overtaken
                from reconciliation_row r join reconciliation_said s on s.reconciliation_id = r.reconciliation_id and s.number = r.number
                where r.reconciliation_id = %d and r.outcome is null and (r.choice = 'take' and r.class = 'differs' or r.choice = 'create' and r.class = 'there')%s"""
                .formatted(of.id(), RowFilter.within(actor, of).replace(":scope", quoted(actor.scopeCode()))));
        sql("select count(*) from (select t.id from %1$s t where t.id in (select record_id from chosen_row) order by t.id for update) locked".formatted(kind.intake().table()));
        sql("update chosen_row c set overtaken = true where c.choice = 'take' and not exists (select from %s t where t.id = c.record_id and t.version = c.version)".formatted(kind.intake().table()));
        var columns = kind.intake().columns();
        String names = columns.stream().map(Column::key).collect(Collectors.joining(", "));
        sql("insert into intake_file (line, own, %s) select c.line, %s, %s from %s join chosen_row c on c.record_id = t.id where c.choice = 'take' and not c.overtaken"
                .formatted(names, kind.standing().code(), columns.stream().map(column -> taken(kind, column)).collect(Collectors.joining(", ")), kind.standing().from()));
        sql("insert into intake_file (line, %s) select c.line, %s from chosen_row c where c.choice = 'create'".formatted(names, columns.stream().map(Applying::said).collect(Collectors.joining(", "))));
        sql("analyze intake_file, chosen_row");
        sql("create temporary table chosen_reading on commit drop as " + intake.reading(kind.intake(), order));
        sql("update chosen_row c set overtaken = true where c.choice = 'create' and c.line in (select line from chosen_reading where record_id is not null)");
        sql("delete from intake_file f where f.line in (select line from chosen_row where overtaken)");
        return jdbc.sql("select count(*) from intake_file").query(Long.class).single();
    }

    /** There's value where it is taken; ours where the file must have one; nothing, which keeps ours, elsewhere. */
    private static String taken(Reconcilable kind, Column column) {
        String ours = kind.standing().values().get(column.key());
        if (ours == null) return "null";
        return "case when '%s' = any(c.taken) then %s %s end".formatted(column.key(), said(column), column.required() ? "else " + ours : "");
    }

    private static String said(Column column) {
        return "(c.there ->> '%s')::%s".formatted(column.key(), column.type().sql());
    }

    /** Tells each row what became of it. */
    private Applied settle(Actor actor, Reconciliation of, Reconcilable kind, Order order) {
        var values = Map.<String, Object>of("id", of.id(), "scope", actor.scopeCode());
        String row = "update reconciliation_row r set change_id = history.current_change(), ";
        long movedOn = jdbc.sql(row + "outcome = 'moved-on' from chosen_row c where c.overtaken and r.reconciliation_id = :id and r.number = c.number").params(values).update();
        jdbc.sql("""
                update reconciliation_said s set faults = (select jsonb_agg(jsonb_build_array(f.in_column, f.key, f.filled) order by f.in_column, f.key) from intake_fault f where f.line = c.line)
                from chosen_row c where s.reconciliation_id = :id and s.number = c.number and c.line in (select line from intake_fault)""").params(values).update();
        long refused = jdbc.sql(row + "outcome = 'refused' from chosen_row c where c.line in (select line from intake_fault) and r.reconciliation_id = :id and r.number = c.number").params(values).update();
        sql("drop table chosen_reading");
        sql("create temporary table chosen_reading on commit drop as " + intake.reading(kind.intake(), order));
        String done = "from chosen_row c join chosen_reading g on g.line = c.line join %s t on t.id = coalesce(c.record_id, g.record_id) where r.reconciliation_id = :id and r.number = c.number and not c.overtaken and c.line not in (select line from intake_fault) and c.choice = "
                .formatted(kind.intake().table());
        String left = "array(select f from unnest(r.differing) f where not f = any(c.taken))";
        long changed = jdbc.sql(row + "outcome = 'applied', applied = r.applied || c.taken, applied_last = c.taken, version = t.version, taken = '{}', choice = null, differing = " + left + ", class = case when " + left
                + " = '{}' then 'same' else 'differs' end " + done + "'take'").params(values).update();
        long created = jdbc.sql(row + "outcome = 'applied', applied = '{*}', choice = null, class = 'same', record_id = t.id, version = t.version " + done + "'create'").params(values).update();
        long noted = jdbc.sql(row + "outcome = 'noted' where r.reconciliation_id = :id and r.choice = 'note' and r.class = 'here' and r.outcome is null" + RowFilter.within(actor, of)).params(values).update();
        return new Applied(changed, created, refused, movedOn, noted);
    }

    private void sql(String statement) {
        if (statement.startsWith("select")) jdbc.sql(statement).query().listOfRows();
        else jdbc.sql(statement).update();
    }

    private static String quoted(String code) {
        return "'" + code.replace("'", "''") + "'";
    }
}
