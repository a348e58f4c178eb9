package khabuan.base.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.audit.Log.Subject;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records that changes were about: told by what they touched. A change of a record and of what belongs to it is about the record. */
@Component
class LogSubjects {

    private record Row(String table, long id) {}

    private record Owner(String column, String table, String kindColumn) {}

    private static final int MOST = 3;
    private final JdbcClient jdbc;
    private final List<RecordKind> kinds;

    LogSubjects(JdbcClient jdbc, List<RecordKind> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** What each of some lines is about, at most three records of each: what a reading names, and what a change wrote. A line about none, or about too many to be named, is absent.
     *  @param read the records that readings name, by the number of their line */
    Map<Long, List<Subject>> of(Collection<Long> lines, Map<Long, Subject> read) {
        var rows = new LinkedHashMap<Long, Set<Row>>();
        jdbc.sql("select t.change_id, t.table_name, r.id from log.touch t cross join lateral unnest(t.records) r (id) where t.change_id = any(:lines) order by 1, 2, 3")
                .param("lines", lines.toArray(Long[]::new))
                .query(r -> { rows.computeIfAbsent(r.getLong(1), c -> new LinkedHashSet<>()).add(new Row(r.getString(2), r.getLong(3))); });
        var owners = owners(rows.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        rows.replaceAll((line, some) -> about(some, owners).stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new)));
        read.forEach((line, subject) -> kinds.stream().filter(k -> k.kind().equals(subject.kind())).forEach(k -> rows.put(line, Set.of(new Row(k.table(), subject.id())))));
        var told = told(rows.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var subjects = new HashMap<Long, List<Subject>>();
        read.forEach((line, subject) -> subjects.put(line, List.of(subject)));
        rows.forEach((line, some) -> {
            if (!some.isEmpty()) subjects.put(line, some.stream().map(told::get).toList());
        });
        return subjects;
    }

    private Optional<RecordKind> kind(String table) {
        return kinds.stream().filter(k -> k.table().equals(table)).findFirst();
    }

    /** The records among the rows, or that they belong to; without those that belong to another one of them. Several of one record are about that record. */
    private Set<Row> about(Set<Row> rows, Map<Row, Row> owners) {
        var records = new LinkedHashSet<Row>();
        for (var row : rows) {
            var at = row;
            while (at != null && kind(at.table).isEmpty()) at = owners.get(at);
            if (at != null) records.add(at);
        }
        var above = records.stream().filter(r -> !belongs(r, records, owners)).collect(Collectors.toCollection(LinkedHashSet::new));
        var theirs = above.stream().map(r -> Optional.ofNullable(owners.get(r)).orElse(r)).collect(Collectors.toCollection(LinkedHashSet::new));
        return above.size() > 1 && theirs.size() == 1 ? theirs : above;
    }

    private static boolean belongs(Row row, Set<Row> records, Map<Row, Row> owners) {
        for (var at = owners.get(row); at != null; at = owners.get(at)) if (records.contains(at)) return true;
        return false;
    }

    /** What each row belongs to, and what that belongs to, as far as it goes. */
    private Map<Row, Row> owners(Set<Row> rows) {
        var owners = new HashMap<Row, Row>();
        for (var left = rows; !left.isEmpty(); ) {
            var next = new LinkedHashSet<Row>();
            left.stream().collect(Collectors.groupingBy(Row::table, Collectors.mapping(Row::id, Collectors.toSet()))).forEach((table, ids) ->
                    owner(table).ifPresent(way -> owned(table, ids, way).forEach((row, owner) -> {
                        if (owners.put(row, owner) == null) next.add(owner);
                    })));
            left = next;
        }
        return owners;
    }

    private Optional<Owner> owner(String table) {
        return jdbc.sql("select owner_column, owner_table, owner_kind_column from history.whereabouts where table_name = ? and owner_column is not null").param(table)
                .query((r, n) -> new Owner(r.getString(1), r.getString(2), r.getString(3))).optional();
    }

    private Map<Row, Row> owned(String table, Set<Long> ids, Owner way) {
        String kind = way.kindColumn == null ? "'" + way.table + "'" : "replace(" + way.kindColumn + ", '-', '_')";
        var owned = new HashMap<Row, Row>();
        jdbc.sql("select id, %1$s, %2$s from present.%3$s where id = any(:ids) union select id, %1$s, %2$s from history.%3$s where id = any(:ids)".formatted(kind, way.column, table))
                .param("ids", ids.toArray(Long[]::new)).query(r -> { owned.put(new Row(table, r.getLong(1)), new Row(r.getString(2), r.getLong(3))); });
        return owned;
    }

    private Map<Row, Subject> told(Set<Row> rows) {
        var told = new HashMap<Row, Subject>();
        rows.stream().collect(Collectors.groupingBy(Row::table, Collectors.mapping(Row::id, Collectors.toSet()))).forEach((table, ids) -> {
            var kind = kind(table).orElseThrow();
            Stream.concat(titles(kind, ids), ids.stream().map(id -> new Subject(kind.kind(), id, "", kind.path(id)))).forEach(s -> told.putIfAbsent(new Row(table, s.id()), s));
        });
        return told;
    }

    private Stream<Subject> titles(RecordKind kind, Set<Long> ids) {
        return jdbc.sql("select id, coalesce(%s, '') from %s where id = any(:ids)".formatted(kind.titleSql(), kind.table())).param("ids", ids.toArray(Long[]::new))
                .query((r, n) -> new Subject(kind.kind(), r.getLong(1), r.getString(2), kind.path(r.getLong(1)))).list().stream();
    }
}
