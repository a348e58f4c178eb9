package khabuan.base.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The work on rows that lie in intake_file: looked up, checked, counted and written, all at once, within the transaction that is open. */
final class RowWork {

    private final JdbcTemplate jdbc;
    private final RowIntake kind;
    private final Order order;
    private final Laid laid;

    /** From so many rows on, the table is put in order afterwards. */
    static final long MANY = 5000;
    /** Lets an index of trigrams take new entries in great portions, which costs it a third less. */
    private static final String ROOM = "select set_config('gin_pending_list_limit', '32MB', true), set_config('work_mem', '128MB', true)";

    RowWork(JdbcTemplate jdbc, RowIntake kind, Order order, Laid laid) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.order = order;
        this.laid = laid;
    }

    Outcome outcome() {
        return outcome(true);
    }

    /** @param noting whether what is to be known of rows is looked for, which takes longer than all the rest */
    Outcome outcome(boolean noting) {
        order.progress().at("checking", laid.lines());
        lookUp();
        check();
        long refused = jdbc.queryForObject("select count(distinct line) from intake_fault where line in (select line from intake_row)", Long.class);
        var faults = faults();
        var notes = noting ? notes() : List.<LineFault>of();
        boolean writing = faults.isEmpty() || order.acceptValid() && refused < laid.lines() && laid.faults().size() < Outcome.MOST_FAULTS;
        if (writing && !order.check()) {
            order.progress().at("writing", laid.lines());
            return write(refused, faults, notes);
        }
        return count(writing, refused, faults, notes);
    }

    /** Looks the rows up and checks each of them, and leaves them so to who laid them. */
    void look() {
        order.progress().at("checking", laid.lines());
        lookUp();
        checkRows();
        jdbc.execute("analyze intake_fault (line)");
    }

    private void lookUp() {
        jdbc.execute("create temporary table intake_fault (line int, in_column text, key text, filled text[]) on commit drop");
        jdbc.execute("analyze intake_file (line)");
        if (isScoped()) reach();
        jdbc.execute("create temporary table intake_row on commit drop as " + filled(kind.reading()));
        jdbc.execute("analyze intake_row (line, record_id)");
    }

    /** The kind's SQL with today and whether history is loaded. */
    String filled(String sql) {
        return sql.replace(":today", "date '" + order.today() + "'").replace(":from", order.told().from() == null ? "null::date" : "date '" + order.told().from() + "'").replace(":historical", Boolean.toString(order.isHistorical()));
    }

    private boolean isScoped() {
        return !order.actor().scopeLevel().equals("country");
    }

    /** The units within the actor's scope. */
    private void reach() {
        jdbc.execute("create temporary table intake_reach (code text primary key) on commit drop");
        String column = switch (order.actor().scopeLevel()) {
            case "region" -> "region_code";
            case "province" -> "province_code";
            case "district" -> "district_code";
            default -> "code";
        };
        jdbc.update("insert into intake_reach select code from unit_now where " + column + " = ? on conflict do nothing", order.actor().scopeCode());
    }

    private void check() {
        checkRows();
        jdbc.execute("analyze intake_fault (line)");
        for (var standing : kind.standing()) jdbc.execute(filled(standing(standing)));
        if (order.isHistorical())
            jdbc.update(standing(new Check(kind.columns().getFirst().key(), "intake.fault.recorded-later", "t.recorded_at > ?::timestamptz", "t.recorded_at::date::text", false)),
                    order.recordedAt().toString());
        add(kind.judge(order));
    }

    private void checkRows() {
        add(laid.faults());
        var checks = kind.checks().stream().filter(c -> isScoped() || !c.ofScope()).toList();
        if (!checks.isEmpty()) jdbc.execute(filled(eachRow(checks)));
        kind.once().forEach(columns -> jdbc.execute(once(columns)));
    }

    /** One walk over the rows: most have no fault, and those that have are looked at again. */
    private static String eachRow(List<Check> checks) {
        return """
                insert into intake_fault select s.line, x.in_column, x.key, array_remove(array[x.value], null) from intake_row s
                cross join lateral (values %s) x (is_wrong, in_column, key, value) where (%s) and x.is_wrong"""
                .formatted(checks.stream().map(c -> "(%s, '%s', '%s', (%s)::text)".formatted(c.condition(), c.column(), c.key(), c.value())).collect(Collectors.joining(",\n")),
                        checks.stream().map(c -> "(" + c.condition() + ")").collect(Collectors.joining(" or ")));
    }

    private static String once(List<String> columns) {
        String all = String.join(", ", columns);
        return """
                insert into intake_fault
                select s.line, '%s', 'intake.fault.row-twice', array[m.first::text] from intake_row s
                join (select %s, min(line) as first from intake_row group by %s having count(*) > 1 and num_nulls(%s) = 0) m using (%s) where s.line > m.first"""
                .formatted(columns.getFirst(), all, all, all, all);
    }

    private String standing(Check check) {
        return "insert into intake_fault select s.line, '%s', '%s', array_remove(array[(%s)::text], null) from intake_row s join %s t on t.id = s.record_id where (%s) and %s"
                .formatted(check.column(), check.key(), check.value(), kind.table(), check.condition(), differs());
    }

    private String differs() {
        String now = kind.writing().stream().map(w -> "t." + w.column()).collect(Collectors.joining(", "));
        String then = kind.writing().stream().map(w -> said(w)).collect(Collectors.joining(", "));
        return "(" + now + ") is distinct from (" + then + ")";
    }

    /** In the record's own columns or in what hangs on it. */
    private String differsAnyhow() {
        return kind.alsoDiffers().isEmpty() ? differs() : "(" + differs() + " or " + kind.alsoDiffers() + ")";
    }

    private static String said(RowIntake.Written written) {
        return "coalesce(" + written.value() + ", t." + written.column() + ")";
    }

    private void add(List<LineFault> faults) {
        jdbc.batchUpdate("insert into intake_fault values (?, ?, ?, ?)", faults, 1000, (statement, fault) -> {
            statement.setInt(1, fault.line());
            statement.setString(2, fault.column());
            statement.setString(3, fault.key());
            statement.setArray(4, statement.getConnection().createArrayOf("text", fault.values().toArray()));
        });
    }

    private List<LineFault> faults() {
        var faults = new ArrayList<LineFault>();
        jdbc.query("select distinct line, in_column, key, filled from intake_fault order by 1, 2, 3 limit " + Outcome.MOST_FAULTS, r -> { faults.add(fault(r)); });
        return faults;
    }

    private static LineFault fault(ResultSet r) throws SQLException {
        var values = Arrays.stream((String[]) r.getArray(4).getArray()).map(v -> Objects.toString(v, "")).toList();
        return new LineFault(r.getInt(1), r.getString(2), r.getString(3), values);
    }

    private List<LineFault> notes() {
        var notes = new ArrayList<>(kind.noticed(order));
        kind.notes().forEach(sql -> jdbc.query(filled(sql) + " limit " + Outcome.MOST_FAULTS, r -> { notes.add(fault(r)); }));
        return Intake.ordered(notes);
    }

    private Outcome count(boolean written, long refused, List<LineFault> faults, List<LineFault> notes) {
        return jdbc.queryForObject("""
                select count(*) filter (where s.record_id is null), count(*) filter (where t.id is not null and %s), count(*) filter (where t.id is not null and not %s)
                from intake_row s left join %s t on t.id = s.record_id where %s""".formatted(differsAnyhow(), differsAnyhow(), kind.table(), RowIntake.SOUND),
                (r, n) -> new Outcome(written, laid.lines(), r.getLong(1), r.getLong(2), r.getLong(3), refused, faults, notes, laid.unread(), laid.first()));
    }

    private Outcome write(long refused, List<LineFault> faults, List<LineFault> notes) {
        var expected = kind.alsoDiffers().isEmpty() ? null : count(true, refused, faults, notes);
        String sound = faults.isEmpty() ? "" : " and " + RowIntake.SOUND;
        if (laid.lines() >= MANY) jdbc.execute(ROOM);
        kind.before().forEach(sql -> jdbc.execute(filled(sql)));
        int added = jdbc.update("insert into %s (%s) select %s from intake_row s where s.record_id is null %s".formatted(kind.table(), columns(),
                kind.writing().stream().map(w -> "coalesce(" + w.value() + ", " + w.otherwise() + ")").collect(Collectors.joining(", ")), sound));
        int changed = added + refused == laid.lines() ? 0 : jdbc.update("update %s t set %s from intake_row s where t.id = s.record_id and %s %s".formatted(kind.table(),
                kind.writing().stream().map(w -> w.column() + " = " + said(w)).collect(Collectors.joining(", ")), differs(), sound));
        kind.after().forEach(sql -> jdbc.execute(filled(sql)));
        if (expected != null) return expected;
        return new Outcome(true, laid.lines(), added, changed, laid.lines() - added - changed - refused, refused, faults, notes, laid.unread(), laid.first());
    }

    private String columns() {
        return kind.writing().stream().map(RowIntake.Written::column).collect(Collectors.joining(", "));
    }
}
