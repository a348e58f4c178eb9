package khabuan.insight.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import khabuan.base.record.Timeline;
import khabuan.insight.measure.RecordQuery.Fact;
import khabuan.insight.measure.Traces.Span;
import khabuan.insight.measure.Traces.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names what really happened to records that count otherwise in a later window than in an earlier one. Time did it when the records, as they were known at the earlier
 *  moment, count on the later days as they now do; otherwise the changes did that were recorded between. */
@Component
class Causes {

    private static final int MOST = 3;
    private static final Map<String, Level> PLACES = Map.of("unit_code", Level.UNIT, "district_code", Level.DISTRICT, "province_code", Level.PROVINCE, "region_code", Level.REGION);
    private final RecordQuery records;
    private final Traces traces;
    private final Places places;
    private final List<RecordKind> kinds;
    private final JdbcClient jdbc;

    Causes(RecordQuery records, Traces traces, Places places, List<RecordKind> kinds, JdbcClient jdbc) {
        this.records = records;
        this.traces = traces;
        this.places = places;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** The causes of each record, the latest first; at most three.
     *  @param before where each record counts in the earlier window; absent when it doesn't
     *  @param after the same in the later one */
    Map<Long, List<Cause>> of(Measure measure, Place within, String clazz, Set<Long> ids, Map<Long, List<Standing>> before, Map<Long, List<Standing>> after, Window earlier, Window later) {
        var causes = new HashMap<Long, List<Cause>>();
        if (ids.isEmpty()) return causes;
        if (!earlier.from().equals(later.from()) || !earlier.to().equals(later.to())) causes.putAll(byTime(measure, within, clazz, ids, before, after, earlier, later));
        var changed = new HashMap<Long, Set<String>>();
        for (var id : ids) if (!causes.containsKey(id)) changed.put(id, units(before.get(id), after.get(id)));
        if (!changed.isEmpty() && !Objects.equals(earlier.knownAt(), later.knownAt()))
            causes.putAll(told(measure, traces.of(measure, records.kind(measure), changed, Span.between(earlier.knownAt(), later.knownAt()))));
        ids.forEach(id -> causes.putIfAbsent(id, List.of(new Cause.Unknown())));
        return causes;
    }

    private static Set<String> units(List<Standing> before, List<Standing> after) {
        return Stream.of(before, after).filter(Objects::nonNull).flatMap(List::stream).map(Standing::unitCode).collect(Collectors.toSet());
    }

    private Map<Long, List<Cause>> byTime(Measure measure, Place within, String clazz, Set<Long> ids, Map<Long, List<Standing>> before, Map<Long, List<Standing>> after, Window earlier, Window later) {
        var asKnownEarlier = new Question(measure.code(), Level.COUNTRY, within, false, List.of(new Window(later.from(), later.to(), earlier.knownAt())));
        var facts = records.facts(measure, asKnownEarlier, clazz, ids, earlier).stream().collect(Collectors.groupingBy(Fact::id));
        var causes = new HashMap<Long, List<Cause>>();
        for (var id : ids) {
            var known = facts.getOrDefault(id, List.of());
            if (known.stream().filter(Fact::now).map(Fact::standing).toList().equals(after.getOrDefault(id, List.of())))
                causes.put(id, List.of(day(known, units(before.get(id), after.get(id)), earlier.to(), later.to())));
        }
        return causes;
    }

    /** The day that lies between: of the record, or else of the places above it. */
    private Cause day(List<Fact> facts, Set<String> units, LocalDate one, LocalDate other) {
        for (var f : facts) if (f.now() != f.otherwise()) return new Cause.Day(isBetween(f.until(), one, other) ? f.until() : f.on());
        return jdbc.sql("""
                select p.name_th, r.name_th, a.from_date from unit u join district d on d.code = u.district_code join province p on p.code = d.province_code
                join province_region a on a.province_code = p.code join region r on r.code = a.region_code
                where u.code = any(:units) and a.from_date > least(:one::date, :other::date) and a.from_date <= greatest(:one::date, :other::date) order by a.from_date desc limit 1""")
                .param("units", units.toArray(String[]::new)).param("one", one).param("other", other)
                .query((r, n) -> (Cause) new Cause.Reassigned(r.getString(1), r.getString(2), r.getObject(3, LocalDate.class))).optional().orElse(new Cause.Unknown());
    }

    private static boolean isBetween(LocalDate day, LocalDate one, LocalDate other) {
        return day != null && (one.isBefore(other) ? day.isAfter(one) && !day.isAfter(other) : day.isAfter(other) && !day.isAfter(one));
    }

    private record Line(String actor, String act, String reason) {}

    private record Subject(String title, String path) {}

    private Map<Long, List<Cause>> told(Measure measure, Map<Long, List<Trace>> found) {
        var all = found.values().stream().flatMap(List::stream).toList();
        var lines = lines(all);
        var subjects = subjects(measure, all);
        var causes = new HashMap<Long, List<Cause>>();
        found.forEach((id, some) -> {
            var byChange = some.stream().collect(Collectors.groupingBy(Trace::change, LinkedHashMap::new, Collectors.toList()));
            causes.put(id, byChange.values().stream().limit(MOST).map(List::getFirst).map(t -> tell(t, lines.get(t.change()), subjects.get(Map.entry(t.table(), t.row())))).toList());
        });
        return causes;
    }

    private Cause tell(Trace trace, Line line, Subject subject) {
        var fields = new ArrayList<Timeline.Field>();
        trace.fields().forEach((name, values) -> {
            if (!name.endsWith("_id") && !name.equals("merged_into")) fields.add(new Timeline.Field(name, place(name, values[0]), place(name, values[1])));
        });
        return new Cause.Change(line == null ? "" : line.act, line == null ? "" : line.reason, line == null ? "" : line.actor, trace.at(), trace.table(),
                subject == null ? "" : subject.title, subject == null ? "" : subject.path, fields);
    }

    private String place(String field, String value) {
        var level = PLACES.get(field);
        return level == null || value == null ? value : places.find(level, value).map(Place::title).orElse(value);
    }

    private Map<Long, Line> lines(Collection<Trace> all) {
        var lines = new HashMap<Long, Line>();
        jdbc.sql("select e.id, log.who(e), e.act, e.reason from log.entry e where e.id = any(:changes)").param("changes", all.stream().map(Trace::change).distinct().toArray(Long[]::new))
                .query(r -> { lines.put(r.getLong(1), new Line(r.getString(2), r.getString(3), r.getString(4))); });
        return lines;
    }

    /** The records that were changed, other than those of the measure's own kind: by table and number. */
    private Map<Map.Entry<String, Long>, Subject> subjects(Measure measure, Collection<Trace> all) {
        var rows = new TreeMap<String, Set<Long>>();
        all.forEach(t -> rows.computeIfAbsent(t.table(), table -> new HashSet<>()).add(t.row()));
        var subjects = new HashMap<Map.Entry<String, Long>, Subject>();
        for (var kind : kinds) if (rows.containsKey(kind.table()) && !kind.kind().equals(measure.recordKind()))
            jdbc.sql("select id, %s from %s where id = any(:ids)".formatted(kind.titleSql(), kind.table())).param("ids", rows.get(kind.table()).toArray(Long[]::new))
                    .query(r -> { subjects.put(Map.entry(kind.table(), r.getLong(1)), new Subject(r.getString(2), kind.path(r.getLong(1)))); });
        return subjects;
    }
}
