package khabuan.base.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Belonging;
import khabuan.base.record.Changes;
import khabuan.base.record.Restoring;
import khabuan.base.store.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes an application back as one change: what it corrected is as before, what it created is gone from the present. A record that somebody changed since, or added to, is left and told. */
@Component
public class Undoing {

    /** Rows that the change made and nobody changed since. */
    private static final String MADE = "p.change_id = :change and p.version = 1";
    private final JdbcClient jdbc;
    private final Reconciliations reconciliations;
    private final Restoring restoring;
    private final List<Belonging> belongings;
    private final Changes changes;

    Undoing(JdbcClient jdbc, Reconciliations reconciliations, Restoring restoring, List<Belonging> belongings, Changes changes) {
        this.jdbc = jdbc;
        this.reconciliations = reconciliations;
        this.restoring = restoring;
        this.belongings = belongings;
        this.changes = changes;
    }

    /** An application whose rows stand. @param change its number in the log; @param rows how many; @param mayUndo whether all of them lie within the reader's places */
    public record Application(long change, Instant at, String by, long rows, boolean mayUndo) {}

    /** What came of taking one back. @param left records that were changed since */
    public record Undone(long restored, long removed, long left) {}

    /** The newest first. */
    List<Application> applications(Actor actor, Reconciliation of) {
        return jdbc.sql("""
                select r.change_id, e.at, log.who(e), count(*), count(*) filter (where true%s) from reconciliation_row r join log.entry e on e.id = r.change_id
                where r.reconciliation_id = :id and r.outcome = 'applied' group by 1, 2, 3 order by 1 desc""".formatted(RowFilter.within(actor, of)))
                .param("id", of.id()).param("scope", actor.scopeCode()).query((r, n) -> application(r)).list().stream().filter(a -> a.rows > 0).toList();
    }

    private static Application application(ResultSet r) throws SQLException {
        return new Application(r.getLong(1), r.getTimestamp(2).toInstant(), r.getString(3), r.getLong(5), r.getLong(4) == r.getLong(5));
    }

    /** @throws OutOfReach when there is no such application, or not all of it lies within the actor's places */
    Undone undo(Actor actor, Reconciliation of, long change) {
        if (applications(actor, of).stream().noneMatch(a -> a.change == change && a.mayUndo)) throw new OutOfReach("application " + change + " of reconciliation " + of.id());
        var kind = reconciliations.kind(of.kind());
        return new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> changes.make(actor.author(), "reconciliation.undo", of.reason(ThaiDate.full(of.extractOn())), () -> {
            jdbc.sql("select pg_advisory_xact_lock(" + kind.intake().lock() + ")").query().listOfRows();
            mark(of, kind, change);
            takeBack(kind, change);
            return settle(of, kind);
        }));
    }

    /** Which records are touched: changed since, or, when the change made them, with something that another change gave them. */
    private void mark(Reconciliation of, Reconcilable kind, long change) {
        String given = belongings.stream().filter(b -> b.kind().equals(kind.record()))
                .map(b -> " or r.applied = '{*}' and exists (select from %s t where (%s) and t.change_id <> :change)".formatted(b.table(), b.condition().replace(":id", "r.record_id"))).collect(Collectors.joining());
        jdbc.sql("""
                create temporary table undone_row on commit drop as
                select r.number, r.record_id, r.applied = '{*}' as made, t.id is null or t.version <> r.version%s as touched
                from reconciliation_row r left join %s t on t.id = r.record_id where r.reconciliation_id = :id and r.change_id = :change and r.outcome = 'applied'"""
                .formatted(given, kind.intake().table())).param("id", of.id()).param("change", change).update();
        jdbc.sql("analyze undone_row").update();
    }

    private void takeBack(Reconcilable kind, long change) {
        String main = kind.intake().table();
        restoring.restore(main, change, "p.id in (select record_id from undone_row where not made and not touched)");
        var others = jdbc.sql("select distinct table_name from log.touch where change_id = :change and table_name <> :main").param("change", change).param("main", main).query(String.class).list();
        for (var table : others) restoring.restore(table, change, "p.change_id = :change" + notOfLeft(table, main));
        int removed;
        do {
            removed = remove(main, change, " and p.id in (select record_id from undone_row where made and not touched)");
            for (var table : others) removed += remove(table, change, notOfLeft(table, main));
        } while (removed > 0);
        jdbc.sql("update undone_row u set touched = true where made and not touched and exists (select from %s t where t.id = u.record_id)".formatted(main)).update();
    }

    /** What points to a record that is left stays with it. */
    private String notOfLeft(String table, String main) {
        return references(main).entrySet().stream().filter(e -> e.getKey().startsWith(table + ".")).map(e -> " and (p.%1$s is null or p.%1$s not in (select record_id from undone_row where touched and record_id is not null))"
                .formatted(e.getValue())).collect(Collectors.joining());
    }

    /** Removes what the change made and nothing that stands points to. */
    private int remove(String table, long change, String which) {
        String free = references(table).entrySet().stream().map(e -> " and not exists (select from %s x where x.%s = p.id)".formatted(e.getKey().split("\\.")[0], e.getValue())).collect(Collectors.joining());
        return jdbc.sql("delete from " + table + " p where " + MADE + which + free).param("change", change).update();
    }

    /** The columns that point to the rows of a table: "council_term.council_id" → "council_id". */
    private Map<String, String> references(String table) {
        return jdbc.sql("""
                select c.relname || '.' || a.attname, a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                join pg_attribute i on i.attrelid = k.confrelid and i.attnum = k.confkey[1] and i.attname = 'id'
                where k.contype = 'f' and cardinality(k.conkey) = 1 and k.confrelid = ('present.' || :table)::regclass and c.relnamespace = 'present'::regnamespace""")
                .param("table", table).query((r, n) -> Map.entry(r.getString(1), r.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Tells each row what became of it; what was taken back can be chosen again. */
    private Undone settle(Reconciliation of, Reconcilable kind) {
        String row = "update reconciliation_row r set change_id = history.current_change(), ";
        String which = " from undone_row u where r.reconciliation_id = :id and r.number = u.number and ";
        long left = jdbc.sql(row + "outcome = 'left'" + which + "u.touched").param("id", of.id()).update();
        String fields = "case when r.applied_last = '{}' then r.applied else r.applied_last end";
        long restored = jdbc.sql(row + "outcome = 'undone', class = 'differs', choice = null, differing = r.differing || " + fields + ", applied = array(select f from unnest(r.applied) f where not f = any("
                + fields + ")), version = (select t.version from " + kind.intake().table() + " t where t.id = r.record_id)" + which + "not u.touched and not u.made").param("id", of.id()).update();
        long removed = jdbc.sql(row + "outcome = 'undone', class = 'there', choice = null, applied = '{}', record_id = null, version = null" + which + "not u.touched and u.made").param("id", of.id()).update();
        return new Undone(restored, removed, left);
    }
}
