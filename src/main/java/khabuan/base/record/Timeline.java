package khabuan.base.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The life of a record and of what belongs to it: who changed what, field by field, when and why. */
@Component
public class Timeline {

    /** One change of a record. @param version that it made of the record itself; 0 when it changed only what belongs to it
     *  @param fields what changed of the record itself; for the first version, what was set
     *  @param parts what changed of what belongs to it */
    public record Step(int version, Instant at, Instant enteredAt, String actor, String address, String act, String reason, List<Field> fields, List<Part> parts) {

        /** The same with the record's own fields told otherwise: numbers by names. */
        public Step told(UnaryOperator<Field> telling) {
            return new Step(version, at, enteredAt, actor, address, act, reason, fields.stream().map(telling).toList(), parts);
        }

        /** The same with all fields told otherwise, those of what belongs to the record too: satang as baht. */
        public Step toldWhole(UnaryOperator<Field> telling) {
            var whole = parts.stream().map(p -> new Part(p.table(), p.id(), p.title(), p.done(), p.fields().stream().map(telling).toList())).toList();
            return new Step(version, at, enteredAt, actor, address, act, reason, fields.stream().map(telling).toList(), whole);
        }

        /** The parts by table and by what was done to them, in the order in which they were declared. */
        public List<List<Part>> groups() {
            return List.copyOf(parts.stream().collect(Collectors.groupingBy(p -> p.table() + p.done(), LinkedHashMap::new, Collectors.toList())).values());
        }
    }

    /** A row that belongs to the record. @param done "added", "changed" or "removed" @param fields none for what was removed */
    public record Part(String table, long id, String title, String done, List<Field> fields) {}

    /** @param before null in the first version; @param after null when emptied
     *  @param path the page of the record that is named; "" for none */
    public record Field(String name, String before, String after, String path) {

        public Field(String name, String before, String after) {
            this(name, before, after, "");
        }
    }

    /** @param supersededBy the change that ended it; 0 while it stands */
    private record Version(long row, int version, Instant at, long change, Instant supersededAt, long supersededBy, String title, Map<String, String> fields) {}

    private static final Set<String> BOOKKEEPING = Set.of("id", "version", "recorded_at", "change_id", "superseded_at", "superseded_by");
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;
    private final List<RecordKind> kinds;
    private final List<Belonging> belongings;

    Timeline(JdbcClient jdbc, List<RecordKind> kinds, List<Belonging> belongings) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.belongings = belongings;
    }

    /** The steps of one row alone, newest first.
     *  @param table a kept table's name, from the code and never from a user
     *  @param hidden columns that are passed over */
    public List<Step> of(String table, long id, String... hidden) {
        return steps(List.of(new Belonging("", table, "t.id = :id", "''", hidden)), id);
    }

    /** The steps of a record and of all that belongs to it, newest first.
     *  @param kind of {@link RecordKind}
     *  @param hidden columns of its own that are passed over */
    public List<Step> ofRecord(String kind, long id, String... hidden) {
        var record = kinds.stream().filter(k -> k.kind().equals(kind)).findFirst().orElseThrow();
        var tables = new ArrayList<>(List.of(new Belonging(kind, record.table(), "t.id = :id", "''", hidden)));
        belongings.stream().filter(b -> b.kind().equals(kind)).sorted(Comparator.comparing(Belonging::table)).forEach(tables::add);
        return steps(tables, id).stream().map(step -> step.told(field -> field.name().equals("merged_into") ? survivor(record, field) : field)).toList();
    }

    /** The record into which one was merged, by its name. */
    private Field survivor(RecordKind record, Field field) {
        String id = field.after() == null ? field.before() : field.after();
        return new Field(field.name(), title(record, field.before()), title(record, field.after()), record.path(Long.parseLong(id)));
    }

    private String title(RecordKind record, String id) {
        return id == null ? null : jdbc.sql("select %s from %s where id = :id".formatted(record.titleSql(), record.table())).param("id", Long.valueOf(id)).query(String.class).optional().orElse(id);
    }

    /** Which versions a change made and which it ended; the record's own table comes first. */
    private List<Step> steps(List<Belonging> tables, long id) {
        var changes = new HashMap<Long, Change>();
        for (var table : tables) {
            Version before = null;
            for (var v : versions(table, id)) {
                boolean first = before == null || before.row != v.row;
                if (first) remove(changes, table, before);
                changes.computeIfAbsent(v.change, c -> new Change(v.at)).add(table, v, first ? null : before.fields, table == tables.getFirst());
                before = v;
            }
            remove(changes, table, before);
        }
        return told(changes);
    }

    private static void remove(Map<Long, Change> changes, Belonging table, Version last) {
        if (last == null || last.supersededBy == 0) return;
        changes.computeIfAbsent(last.supersededBy, c -> new Change(last.supersededAt)).parts.add(new Part(table.table(), last.row, table.title().apply(last.title), "removed", List.of()));
    }

    /** What one change did to the record. */
    private static final class Change {
        private final Instant at;
        private final List<Part> parts = new ArrayList<>();
        private List<Field> fields = List.of();
        private int version;

        Change(Instant at) {
            this.at = at;
        }

        void add(Belonging table, Version v, Map<String, String> before, boolean own) {
            var changed = changes(before, v.fields, table.hidden());
            if (own) {
                version = v.version;
                fields = changed;
            } else parts.add(new Part(table.table(), v.row, table.title().apply(v.title), before == null ? "added" : "changed", changed));
        }
    }

    private List<Version> versions(Belonging table, long id) {
        return jdbc.sql("""
                select t.id, t.version, t.recorded_at, t.change_id, null::timestamptz, 0::bigint, %2$s, to_jsonb(t)::text from present.%1$s t where %3$s
                union all
                select t.id, t.version, t.recorded_at, t.change_id, t.superseded_at, t.superseded_by, %2$s, to_jsonb(t)::text from history.%1$s t where %3$s
                order by 1, 2""".formatted(table.table(), table.titleSql(), table.condition()))
                .param("id", id)
                .query((r, n) -> new Version(r.getLong(1), r.getInt(2), r.getTimestamp(3).toInstant(), r.getLong(4), r.getTimestamp(5) == null ? null : r.getTimestamp(5).toInstant(),
                        r.getLong(6), Objects.toString(r.getString(7), ""), fields(r.getString(8)))).list();
    }

    /** The changes with what the log says of them, newest first. */
    private List<Step> told(Map<Long, Change> changes) {
        record Line(Instant at, String actor, String address, String act, String reason) {}
        var log = new HashMap<Long, Line>();
        jdbc.sql("select e.id, e.at, log.who(e), e.address, e.act, e.reason from log.entry e where id = any(:changes)").param("changes", changes.keySet().toArray(Long[]::new))
                .query(r -> {
                    log.put(r.getLong(1), new Line(r.getTimestamp(2).toInstant(), r.getString(3), r.getString(4), r.getString(5), r.getString(6)));
                });
        var unknown = new Line(null, null, null, null, null);
        return changes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Long, Change> c) -> c.getValue().at).thenComparing(Map.Entry::getKey).reversed())
                .map(c -> {
                    var line = log.getOrDefault(c.getKey(), unknown);
                    return new Step(c.getValue().version, c.getValue().at, line.at, line.actor, line.address, line.act, line.reason, c.getValue().fields, List.copyOf(c.getValue().parts));
                }).toList();
    }

    private static List<Field> changes(Map<String, String> before, Map<String, String> after, Set<String> hidden) {
        var changes = new ArrayList<Field>();
        after.forEach((name, value) -> {
            String was = before == null ? null : before.get(name);
            if (!hidden.contains(name) && !Objects.equals(was, value)) changes.add(new Field(name, was, value));
        });
        return changes;
    }

    private static Map<String, String> fields(String json) {
        var fields = new TreeMap<String, String>();
        JSON.readTree(json).properties().forEach(e -> {
            if (!BOOKKEEPING.contains(e.getKey())) fields.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().isContainer() ? e.getValue().toString() : e.getValue().asString());
        });
        return fields;
    }
}
