package khabuan.insight.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import khabuan.base.record.Belonging;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes between two moments of knowledge that may have moved some records of a measure: of their own rows, of what belongs to them and of what they belong to;
 *  where there are none, of their like, then of their places, and at last of what holds for every record. */
@Component
class Traces {

    /** What a change did to a row, as far as the measure looks at it.
     *  @param fields by name, what stood before and after; none when the row was added or taken away */
    record Trace(String table, long row, long change, Instant at, Map<String, String[]> fields) {}

    /** @param after the earlier moment @param until the later one; null for now */
    record Span(Instant after, Instant until) {

        static Span between(Instant one, Instant other) {
            return one == null || other != null && other.isBefore(one) ? new Span(other, one) : new Span(one, other);
        }

        private String first() {
            return after == null ? "infinity" : after.toString();
        }

        private String last() {
            return until == null ? "infinity" : until.toString();
        }
    }

    /** How the rows of a table lie in the country, as history.whereabouts tells. */
    private record Way(String unitColumn, String ownerColumn, String ownerTable) {}

    private static final String HAPPENED = "(t.recorded_at > :after::timestamptz and t.recorded_at <= :until::timestamptz)";
    private static final String ENDED = "(t.superseded_at > :after::timestamptz and t.superseded_at <= :until::timestamptz)";
    /** The columns by which places lie in one another. */
    private static final String OF_PLACES = "district_code province_code region_code from_date until_date";
    private final JdbcClient jdbc;
    private final List<Belonging> belongings;
    private final List<RecordKind> kinds;

    Traces(JdbcClient jdbc, List<Belonging> belongings, List<RecordKind> kinds) {
        this.jdbc = jdbc;
        this.belongings = belongings;
        this.kinds = kinds;
    }

    /** The traces of some records, the latest first; a record without any is absent.
     *  @param units in which each record counts */
    Map<Long, List<Trace>> of(Measure measure, RecordKind kind, Map<Long, Set<String>> units, Span span) {
        var search = new Search(measure, span);
        var own = itself(units.keySet());
        var owners = search.owners(kind.table(), own);
        search.rows(kind.table(), own, measure.sql());
        search.belongings(kind.table(), own);
        owners.forEach((table, rows) -> search.rows(table, rows, measure.sql()));
        if (kind.table().equals("unit")) search.standingIn(own);
        owners.forEach((table, rows) -> search.belongings(table, search.withoutTrace(rows)));
        search.places(search.unitsWithoutTrace(units));
        search.general(search.unitsWithoutTrace(units).keySet());
        return search.latestFirst();
    }

    private static Map<Long, Set<Long>> itself(Set<Long> ids) {
        var rows = new HashMap<Long, Set<Long>>();
        ids.forEach(id -> rows.put(id, Set.of(id)));
        return rows;
    }

    private Optional<Way> way(String table) {
        return jdbc.sql("select unit_column, owner_column, owner_table from history.whereabouts where table_name = ?").param(table)
                .query((r, n) -> new Way(r.getString(1), r.getString(2), r.getString(3))).optional();
    }

    private static Long[] array(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    /** One search; rows are told by number, with the records that each has to do with. */
    private final class Search {

        private final Measure measure;
        private final Span span;
        private final Map<Long, List<Trace>> found = new HashMap<>();

        Search(Measure measure, Span span) {
            this.measure = measure;
            this.span = span;
        }

        Map<Long, List<Trace>> latestFirst() {
            found.replaceAll((id, traces) -> traces.stream().sorted((a, b) -> b.at.equals(a.at) ? Long.compare(b.change, a.change) : b.at.compareTo(a.at)).toList());
            return found;
        }

        Map<Long, Set<Long>> withoutTrace(Map<Long, Set<Long>> rows) {
            var left = new HashMap<Long, Set<Long>>();
            rows.forEach((row, records) -> {
                var some = new HashSet<>(records);
                some.removeAll(found.keySet());
                if (!some.isEmpty()) left.put(row, some);
            });
            return left;
        }

        Map<Long, Set<String>> unitsWithoutTrace(Map<Long, Set<String>> units) {
            var left = new HashMap<>(units);
            left.keySet().removeAll(found.keySet());
            return left;
        }

        /** What the records belong to, as far up as that goes, table by table. */
        Map<String, Map<Long, Set<Long>>> owners(String table, Map<Long, Set<Long>> rows) {
            var owners = new LinkedHashMap<String, Map<Long, Set<Long>>>();
            for (var way = way(table); way.isPresent() && way.get().ownerTable != null && !rows.isEmpty(); way = way(table)) {
                rows = related("select t.id, t.%1$s from present.%2$s t where t.id = any(:ids) union select t.id, t.%1$s from history.%2$s t where t.id = any(:ids)"
                        .formatted(way.get().ownerColumn, table), rows);
                table = way.get().ownerTable;
                owners.put(table, rows);
            }
            return owners;
        }

        /** @param sql yields pairs: a row of :ids, and another one that has to do with it */
        private Map<Long, Set<Long>> related(String sql, Map<Long, Set<Long>> rows) {
            var related = new HashMap<Long, Set<Long>>();
            if (!rows.isEmpty()) jdbc.sql(sql).param("ids", array(rows.keySet())).param("after", span.first()).param("until", span.last())
                    .query(r -> { related.computeIfAbsent(r.getLong(2), row -> new HashSet<>()).addAll(rows.get(r.getLong(1))); });
            return related;
        }

        /** What of the measure's tables belongs to the rows of a table. */
        void belongings(String table, Map<Long, Set<Long>> rows) {
            var kind = kinds.stream().filter(k -> k.table().equals(table)).findFirst();
            if (kind.isEmpty()) return;
            for (var b : belongings) if (b.kind().equals(kind.get().kind()) && measure.tables().contains(b.table()))
                rows(b.table(), related("""
                        select o.id, x.id from unnest(:ids::bigint[]) o (id) cross join lateral (select t.id from present.%1$s t where (%2$s) and %3$s
                          union select t.id from history.%1$s t where (%2$s) and (%3$s or %4$s)) x"""
                        .formatted(b.table(), b.condition().replace(":id", "o.id"), HAPPENED, ENDED), rows), measure.sql());
        }

        /** What of the measure's tables stands in local units: a council in a unit that had none. */
        void standingIn(Map<Long, Set<Long>> units) {
            for (var table : measure.tables()) if (!table.equals("unit")) way(table).filter(w -> w.unitColumn != null).ifPresent(w ->
                    rows(table, related("""
                            select u.id, t.id from present.unit u join present.%1$s t on t.%2$s = u.code where u.id = any(:ids) and %3$s
                            union select u.id, t.id from present.unit u join history.%1$s t on t.%2$s = u.code where u.id = any(:ids) and (%3$s or %4$s)"""
                            .formatted(table, w.unitColumn, HAPPENED, ENDED), units), measure.sql()));
        }

        /** The places above: a unit in another district, a province in another region. */
        void places(Map<Long, Set<String>> units) {
            if (units.isEmpty()) return;
            var records = new HashMap<String, Set<Long>>();
            units.forEach((record, codes) -> codes.forEach(code -> records.computeIfAbsent(code, c -> new HashSet<>()).add(record)));
            var rows = new HashMap<String, Map<Long, Set<Long>>>();
            jdbc.sql("""
                    with u as (select code, id, district_code from present.unit where code = any(:units) union select code, id, district_code from history.unit where code = any(:units)),
                    d as (select u.code, x.id, x.province_code from u join (select code, id, province_code from present.district union select code, id, province_code from history.district) x on x.code = u.district_code)
                    select code, 'unit', id from u union select code, 'district', id from d union select d.code, 'province_region', p.id from d join present.province_region p on p.province_code = d.province_code""")
                    .param("units", records.keySet().toArray(String[]::new))
                    .query(r -> { rows.computeIfAbsent(r.getString(2), t -> new HashMap<>()).computeIfAbsent(r.getLong(3), i -> new HashSet<>()).addAll(records.get(r.getString(1))); });
            rows.forEach((table, some) -> rows(table, some, OF_PLACES));
        }

        /** What lies in no unit and holds for every record: a rule. */
        void general(Set<Long> records) {
            if (records.isEmpty()) return;
            for (var table : measure.tables()) if (way(table).isEmpty()) {
                var rows = new HashMap<Long, Set<Long>>();
                jdbc.sql("select t.id from present.%1$s t where %2$s union select t.id from history.%1$s t where %2$s or %3$s limit 20".formatted(table, HAPPENED, ENDED))
                        .param("after", span.first()).param("until", span.last()).query(Long.class).list().forEach(row -> rows.put(row, records));
                rows(table, rows, measure.sql());
            }
        }

        /** Notes what happened to some rows of a table.
         *  @param columns a text with the names of those that matter */
        void rows(String table, Map<Long, Set<Long>> rows, String columns) {
            if (rows.isEmpty()) return;
            var names = new HashSet<>(List.of(columns.split("\\W+")));
            record Key(long row, long change) {}
            record Event(Instant at, boolean whole, Map<String, String[]> fields) {}
            var events = new LinkedHashMap<Key, Event>();
            jdbc.sql(EVENTS.formatted(table)).param("ids", array(rows.keySet())).param("after", span.first()).param("until", span.last()).query(r -> {
                var event = events.computeIfAbsent(new Key(r.getLong(1), r.getLong(2)), k -> new Event(null, false, new TreeMap<>()));
                if (event.at == null) events.put(new Key(r.getLong(1), r.getLong(2)), event = new Event(r.getTimestamp(3).toInstant(), r.getBoolean(4), event.fields));
                if (r.getString(5) != null && names.contains(r.getString(5))) event.fields.put(r.getString(5), new String[] {r.getString(6), r.getString(7)});
            });
            events.forEach((key, event) -> {
                if (event.whole || !event.fields.isEmpty())
                    for (var record : rows.get(key.row)) found.computeIfAbsent(record, id -> new ArrayList<>()).add(new Trace(table, key.row, key.change, event.at, event.fields));
            });
        }
    }

    /** What happened to rows in the span (rows of a table that is only added to have no versions): a line for each field that a change changed, one for a row that it added or took away. */
    private static final String EVENTS = """
            with v as (select id, (to_jsonb(t) ->> 'version')::int as version, recorded_at, change_id, null::timestamptz as superseded_at, null::bigint as superseded_by,
                              to_jsonb(t) - '{version,recorded_at,change_id}'::text[] as doc from present.%1$s t where id = any(:ids)
                       union all select id, (to_jsonb(t) ->> 'version')::int, recorded_at, change_id, superseded_at, superseded_by,
                              to_jsonb(t) - '{version,recorded_at,change_id,superseded_at,superseded_by}'::text[] from history.%1$s t where id = any(:ids)),
            t as (select *, lag(doc) over versions as was, lead(id) over versions as next from v window versions as (partition by id order by version))
            select t.id, t.change_id, t.recorded_at, t.was is null, k.key, t.was ->> k.key, t.doc ->> k.key
            from t left join lateral (select key from jsonb_object_keys(t.doc) key where t.was -> key is distinct from t.doc -> key) k on t.was is not null
            where\s""" + HAPPENED + """

            union all select t.id, t.superseded_by, t.superseded_at, true, null, null, null from t where t.next is null and\s""" + ENDED;
}
