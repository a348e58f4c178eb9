package khabuan.insight.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What makes the difference between two moments of a figure, record by record: which came, which went, and by which change. */
@Component
public class Difference {

    /** A record that counts in one of the two windows only.
     *  @param came whether it counts in the later; otherwise it went
     *  @param cause the act of the last change of the record up to the later moment of knowledge, null when nothing of it changed between: only time passed
     *  @param reason why, as its author said */
    public record Moved(long id, String title, String path, boolean came, String cause, String reason, String actor, Instant at) {}

    /** @param before the figure in the earlier window; @param after in the later; came − went makes the difference */
    public record Explained(long before, long after, int came, int went, List<Moved> records) {}

    private final RecordQuery records;
    private final Measures measures;
    private final JdbcClient jdbc;

    Difference(RecordQuery records, Measures measures, JdbcClient jdbc) {
        this.records = records;
        this.measures = measures;
        this.jdbc = jdbc;
    }

    /** Explains the difference of a measure between two windows, in a place and class ("" for all classes).
     *  @param most how many records are named at most; the counts are always of all */
    public Explained of(String code, Place within, String clazz, Window earlier, Window later, int most) {
        var measure = measures.get(code);
        Set<Long> before = records.ids(measure, question(code, within, earlier), clazz);
        Set<Long> after = records.ids(measure, question(code, within, later), clazz);
        var came = after.stream().filter(id -> !before.contains(id)).sorted().toList();
        var went = before.stream().filter(id -> !after.contains(id)).sorted().toList();
        var named = new HashMap<Long, Boolean>();
        went.stream().limit(most).forEach(id -> named.put(id, false));
        came.stream().limit(Math.max(0, most - named.size())).forEach(id -> named.put(id, true));
        return new Explained(before.size(), after.size(), came.size(), went.size(), name(measure, named, earlier, later));
    }

    private static Question question(String code, Place within, Window window) {
        return new Question(code, Level.COUNTRY, within, false, List.of(window));
    }

    private List<Moved> name(Measure measure, Map<Long, Boolean> named, Window earlier, Window later) {
        if (named.isEmpty()) return List.of();
        var kind = records.kind(measure);
        String ids = named.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        return jdbc.sql("""
                with versions as (select id, recorded_at, change_id from present.%1$s where id = any(string_to_array(:ids, ',')::bigint[])
                                  union all select id, recorded_at, change_id from history.%1$s where id = any(string_to_array(:ids, ',')::bigint[])),
                last as (select distinct on (id) id, recorded_at, change_id from versions
                         where (:after::timestamptz is null or recorded_at > :after::timestamptz) and (:until::timestamptz is null or recorded_at <= :until::timestamptz)
                         order by id, recorded_at desc)
                select r.id, r.title, e.act, e.reason, e.actor, l.recorded_at
                from (select id, %2$s as title from %1$s where id = any(string_to_array(:ids, ',')::bigint[])) r
                left join last l on l.id = r.id left join log.entry e on e.id = l.change_id order by r.id"""
                .formatted(kind.table(), kind.titleSql()))
                .param("ids", ids).param("after", text(earlier.knownAt())).param("until", text(later.knownAt()))
                .query((r, n) -> new Moved(r.getLong(1), r.getString(2), kind.path(r.getLong(1)), named.get(r.getLong(1)), r.getString(3), r.getString(4),
                        r.getString(5), r.getTimestamp(6) == null ? null : r.getTimestamp(6).toInstant()))
                .list();
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
