package khabuan.base.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import khabuan.base.duplicate.Comparison;
import khabuan.base.duplicate.Entry;
import khabuan.base.duplicate.Likeness;
import khabuan.base.text.Writing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Matches the rows that name no record by code with the records that no row names, within their unit: by the same name first; then those that are alike, which a person has to confirm. Each record is matched once. */
@Component
class Matching {

    private static final List<Likeness.Reason> ONLY_ONE = List.of(new Likeness.Reason("one-per-unit", ""));
    private final JdbcTemplate jdbc;

    Matching(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row, with minus its line as id, or a record. @param key the name in one way of writing */
    private record Side(Entry entry, String within, String key, boolean inForce) {}

    private record Match(long line, long record, boolean likely, double score, List<Likeness.Reason> reasons) {}

    /** Fills the temporary table compared_match: line, record_id, likely, score, reasons. */
    void match(Reconcilable kind) {
        jdbc.execute("create temporary table compared_match (line int, record_id bigint, likely boolean, score double precision, reasons text[]) on commit drop");
        var row = kind.row();
        var rows = sides("""
                select -s.line, s.%s::text, coalesce(s.%s, ''), s.%s, %s, %s, %s, true from intake_row s
                where s.record_id is null and s.%s is not null and not exists (select from intake_fault f where f.line = s.line)"""
                .formatted(row.within(), row.name(), row.day(), column("s.", row.sort(), "null::text"), column("s.", row.people(), "null::int"), row.unit(), row.within()));
        if (rows.isEmpty()) return;
        var records = sides("""
                select h.id, h.within::text, h.name, h.day, %s, %s, h.unit_code, h.in_force from compared_here h
                where h.within in (select s.%s::text from intake_row s where s.record_id is null) and not exists (select from intake_row s where s.record_id = h.id)"""
                .formatted(column("h.h_", row.sort(), "null::text"), column("h.h_", row.people(), "null::int"), row.within()))
                .stream().collect(Collectors.groupingBy(Side::within));
        var found = rows.stream().collect(Collectors.groupingBy(Side::within)).entrySet().parallelStream()
                .flatMap(e -> matched(kind, e.getValue(), records.getOrDefault(e.getKey(), List.of())).stream()).toList();
        jdbc.batchUpdate("insert into compared_match values (?, ?, ?, ?, ?)", found, 2000, (statement, m) -> {
            statement.setInt(1, (int) m.line);
            statement.setLong(2, m.record);
            statement.setBoolean(3, m.likely);
            statement.setDouble(4, m.score);
            statement.setArray(5, statement.getConnection().createArrayOf("text", m.reasons.stream().map(r -> r.value().isEmpty() ? r.key() : r.key() + ":" + r.value()).toArray()));
        });
        jdbc.execute("analyze compared_match");
    }

    private static String column(String of, String column, String none) {
        return column.isEmpty() ? none : of + column;
    }

    private List<Side> sides(String sql) {
        var units = new HashMap<String, String[]>();
        jdbc.query("select u.code, u.type, u.name_th, u.district_code from unit_now u where u.code in (select code from compared_unit union select code from compared_area)", r -> {
            units.put(r.getString(1), new String[] {r.getString(2), r.getString(3), r.getString(4)});
        });
        return jdbc.query(sql, (r, n) -> side(r, units));
    }

    private static Side side(ResultSet r, Map<String, String[]> units) throws SQLException {
        var unit = units.getOrDefault(r.getString(7), new String[] {"", "", ""});
        var entry = new Entry(r.getLong(1), r.getString(2), unit[0], unit[1], unit[2], r.getString(3), Objects.toString(r.getString(5), ""), "", r.getObject(4, LocalDate.class), (Integer) r.getObject(6));
        return new Side(entry, r.getString(2), Writing.of(r.getString(3)), r.getBoolean(8));
    }

    /** The matches within one unit. */
    private static List<Match> matched(Reconcilable kind, List<Side> rows, List<Side> records) {
        var found = new ArrayList<Match>();
        var free = new ArrayList<>(records);
        var open = new ArrayList<Side>();
        boolean byDay = kind.row().fixed().contains(kind.row().day());
        for (var row : rows) {
            var same = free.stream().filter(h -> !row.key.isEmpty() && h.key.equals(row.key) && (!byDay || Objects.equals(h.entry.registeredOn(), row.entry.registeredOn())))
                    .min(Comparator.comparing((Side h) -> !Objects.equals(h.entry.registeredOn(), row.entry.registeredOn())).thenComparing(h -> !h.inForce).thenComparing(h -> h.entry.id()));
            if (same.isEmpty()) {
                open.add(row);
                continue;
            }
            free.remove(same.get());
            found.add(new Match(-row.entry.id(), same.get().entry.id(), false, 1, List.of()));
        }
        if (!open.isEmpty() && !free.isEmpty()) found.addAll(likely(kind, open, free));
        return found;
    }

    /** The likeliest pair first. */
    private static List<Match> likely(Reconcilable kind, List<Side> rows, List<Side> records) {
        var entries = records.stream().filter(h -> h.inForce).map(Side::entry).toList();
        var comparison = new Comparison(kind.row().onePerPlace());
        var pairs = new ArrayList<Match>();
        for (var row : rows) {
            comparison.with(row.entry, entries).forEach(a -> pairs.add(new Match(-row.entry.id(), a.b().id(), true, a.likeness().score(), a.likeness().reasons())));
            if (kind.row().onePerPlace() && entries.size() == 1 && rows.size() == 1 && pairs.isEmpty()) pairs.add(new Match(-row.entry.id(), entries.getFirst().id(), true, 0.5, ONLY_ONE));
        }
        pairs.sort(Comparator.comparing((Match m) -> -m.score).thenComparing(Match::line).thenComparing(Match::record));
        var lines = new HashSet<Long>();
        var taken = new HashSet<Long>();
        return pairs.stream().filter(m -> {
            if (lines.contains(m.line) || taken.contains(m.record)) return false;
            return lines.add(m.line) && taken.add(m.record);
        }).toList();
    }

    /** Of rows of a number and two texts, the numbers whose texts look the same on the screen. */
    Collection<Integer> alike(String sql) {
        var alike = new ArrayList<Integer>();
        jdbc.query(sql, r -> {
            if (Writing.of(r.getString(2)).equals(Writing.of(r.getString(3)))) alike.add(r.getInt(1));
        });
        return alike;
    }
}
