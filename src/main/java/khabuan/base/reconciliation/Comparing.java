package khabuan.base.reconciliation;

import java.time.LocalDate;
import java.util.stream.Collectors;
import khabuan.base.intake.Column;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Laid;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares a file with the records that stand: all rows at once, by joins. The names of what is left over are compared by {@link Matching}. */
@Component
class Comparing {

    private final JdbcTemplate jdbc;
    private final Intake intake;
    private final Matching matching;

    Comparing(JdbcTemplate jdbc, Intake intake, Matching matching) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.matching = matching;
    }

    /** What an extract covers. @param place "" for the units that it names, else level and code: "province:40" @param on the day on which it was drawn */
    record Covered(String place, LocalDate on) {}

    /** Compares within the transaction that is open, and keeps the rows. @param id the comparison's, which stands already */
    Laid compare(long id, Reconcilable kind, Order order, Covered covered) {
        jdbc.execute("select set_config('work_mem', '64MB', true)");
        var laid = intake.look(kind.intake(), order);
        if (laid.isUnreadable()) return laid;
        order.progress().at("comparing", laid.lines());
        boolean scoped = !order.actor().scopeLevel().equals("country");
        area(kind, covered, scoped);
        standing(kind, scoped);
        faultMerged(kind);
        matching.match(kind);
        jdbc.execute(result(kind, covered));
        leaveOutWriting(kind);
        keep(id, kind);
        jdbc.update("update reconciliation set compared_at = clock_timestamp(), lines = ?, unread = ? where id = ?", laid.lines(), laid.unread().toArray(String[]::new), id);
        return laid;
    }

    /** The units that the extract covers. */
    private void area(Reconcilable kind, Covered covered, boolean scoped) {
        jdbc.execute("create temporary table compared_unit on commit drop as select distinct %s as code from intake_row s where %s is not null".formatted(kind.row().unit(), kind.row().unit()));
        if (covered.place.isEmpty()) {
            jdbc.execute("create temporary table compared_area on commit drop as select code from compared_unit");
        } else {
            var place = covered.place.split(":", 2);
            jdbc.execute("create temporary table compared_area (code text) on commit drop");
            jdbc.update("insert into compared_area select u.code from unit_now u where " + RowFilter.column(place[0]) + " = ?", place[1]);
        }
        if (scoped) for (var table : new String[] {"compared_unit", "compared_area"}) jdbc.execute("delete from " + table + " where code not in (select code from intake_reach)");
        jdbc.execute("analyze compared_unit, compared_area");
    }

    /** The records that may be spoken of: those of the units, and those that a row names by code; none that lies outside of the actor's scope. */
    private void standing(Reconcilable kind, boolean scoped) {
        var standing = kind.standing();
        jdbc.execute("""
                create temporary table compared_here on commit drop as
                select t.id, t.version, t.ended_on is null as in_force, %s as unit_code, %s as own_code, %s as within, %s as name, %s as day, %s
                from %s where (%s) and (%s in (select code from compared_unit union select code from compared_area) or t.id in (select record_id from intake_row))%s"""
                .formatted(standing.unit(), standing.code(), here(kind, kind.row().within()), here(kind, kind.row().name()), here(kind, kind.row().day()),
                        kind.compared().stream().map(c -> here(kind, c.key()) + " as h_" + c.key()).collect(Collectors.joining(", ")), standing.from(), standing.where(), standing.unit(),
                        scoped ? " and " + standing.unit() + " in (select code from intake_reach)" : ""));
        jdbc.execute("analyze compared_here");
    }

    private static String here(Reconcilable kind, String column) {
        return kind.standing().values().get(column);
    }

    /** A row whose record stands no more is told so. */
    private void faultMerged(Reconcilable kind) {
        jdbc.execute("insert into intake_fault select s.line, '%s', 'reconciliation.fault.merged', '{}' from intake_row s where s.record_id is not null and not exists (select from compared_here h where h.id = s.record_id) and %s"
                .formatted(kind.row().name(), RowIntake.SOUND));
    }

    private String result(Reconcilable kind, Covered covered) {
        String row = kind.row().unit();
        return """
                create temporary table compared_row on commit drop as
                select row_number() over (order by x.line nulls last, x.unit_code, x.name, x.record_id)::int as number, x.* from (
                  select case when exists (select from intake_fault f where f.line = s.line) then 'faulty' when m.likely then 'likely' when h.id is null then 'there' when d.differing = '{}' then 'same' else 'differs' end as class,
                    s.line, h.id as record_id, h.version, coalesce(h.unit_code, u.code) as unit_code, coalesce(s.%s, h.name, '') as name, h.own_code as code, d.differing, e.empty_here, m.score, m.reasons
                  from intake_row s
                  left join compared_match m on m.line = s.line
                  left join compared_here h on h.id = coalesce(s.record_id, m.record_id)
                  left join compared_unit u on u.code = %s
                  cross join lateral (select case when h.id is null then '{}'::text[] else array_remove(array[%s], null) end as differing) d
                  cross join lateral (select case when h.id is null then '{}'::text[] else array_remove(array[%s], null) end as empty_here) e
                  union all
                  select 'here', null, h.id, h.version, h.unit_code, h.name, h.own_code, '{}', '{}', null, null
                  from compared_here h join compared_area a on a.code = h.unit_code
                  where h.in_force and h.day <= date '%s' and not exists (select from intake_row s where s.record_id = h.id) and not exists (select from compared_match m where m.record_id = h.id)) x"""
                .formatted(kind.row().name(), row, differs(kind, "s.%1$s is not null and s.%1$s is distinct from h.h_%1$s"), differs(kind, "s.%1$s is not null and h.h_%1$s is null"), covered.on());
    }

    private static String differs(Reconcilable kind, String condition) {
        return kind.compared().stream().map(c -> "case when " + condition.formatted(c.key()) + " then '" + c.key() + "' end").collect(Collectors.joining(", "));
    }

    /** Words that look the same on the screen say the same. */
    private void leaveOutWriting(Reconcilable kind) {
        jdbc.execute("create index on compared_row (line)");
        jdbc.execute("analyze compared_row");
        for (var column : kind.compared()) {
            if (column.type() != Column.Type.TEXT) continue;
            var alike = matching.alike("select r.number, s.%1$s, h.h_%1$s from compared_row r join intake_row s on s.line = r.line join compared_here h on h.id = r.record_id where r.differing @> array['%1$s'] and h.h_%1$s is not null"
                    .formatted(column.key()));
            if (!alike.isEmpty())
                jdbc.update("""
                        update compared_row set differing = array_remove(differing, '%1$s'), class = case when class = 'differs' and differing = array['%1$s'] then 'same' else class end
                        where number = any(?)""".formatted(column.key()), (Object) alike.toArray(Integer[]::new));
        }
    }

    private void keep(long id, Reconcilable kind) {
        jdbc.update("""
                insert into reconciliation_row (reconciliation_id, number, class, line, record_id, version, unit_code, name, code, differing, empty_here, score, reasons)
                select ?, number, class, line, record_id, version, unit_code, name, code, differing, empty_here, score, coalesce(reasons, '{}') from compared_row order by number""", id);
        String there = kind.intake().columns().stream().map(c -> "'%1$s', s.%1$s".formatted(c.key())).collect(Collectors.joining(", "));
        String here = kind.compared().stream().map(c -> "'%1$s', case when '%1$s' = any(r.differing) then h.h_%1$s end".formatted(c.key())).collect(Collectors.joining(", "));
        jdbc.update("""
                insert into reconciliation_said (reconciliation_id, number, unit_code, there, here, faults)
                select ?, r.number, r.unit_code, jsonb_strip_nulls(jsonb_build_object(%s)), case when r.differing <> '{}' then jsonb_strip_nulls(jsonb_build_object(%s)) end,
                       case when r.class = 'faulty' then (select jsonb_agg(jsonb_build_array(f.in_column, f.key, f.filled) order by f.in_column, f.key) from intake_fault f where f.line = r.line) end
                from compared_row r join intake_row s on s.line = r.line left join compared_here h on h.id = r.record_id order by r.number""".formatted(there, here), id);
    }
}
