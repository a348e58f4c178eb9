package khabuan.insight.measure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.insight.measure.RecordQuery.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What makes the difference between two moments of a figure, record by record: which came, which went, and by which change. */
@Component
public class Difference {

    public enum Effect {
        /** Counts in the later window only. */
        CAME,
        /** Counts in the earlier window only. */
        WENT,
        /** Counts in both, but in another unit or class. */
        MOVED
    }

    /** A record that does not stand in both windows alike.
     *  @param from the unit and class it counted in; "" when it came
     *  @param to the unit and class it counts in; "" when it went
     *  @param cause the act of the last change of the record up to the later moment of knowledge, null when nothing of it changed between: only time passed
     *  @param reason why, as its author said */
    public record Moved(long id, String title, String path, Effect effect, String from, String to, String cause, String reason, String actor, Instant at) {}

    /** @param before the figure in the earlier window; @param after in the later; came − went makes the difference */
    public record Explained(long before, long after, int came, int went, int moved, List<Moved> records) {

        public boolean isNone() {
            return came + went + moved == 0;
        }
    }

    private final RecordQuery records;
    private final Measures measures;
    private final Places places;
    private final JdbcClient jdbc;

    Difference(RecordQuery records, Measures measures, Places places, JdbcClient jdbc) {
        this.records = records;
        this.measures = measures;
        this.places = places;
        this.jdbc = jdbc;
    }

    /** Explains the difference of a measure between two windows, in a place and class ("" for all classes).
     *  @param most how many records are named at most; the counts are always of all */
    public Explained of(String code, Place within, String clazz, Window earlier, Window later, int most) {
        var measure = measures.get(code);
        var before = records.standings(measure, question(code, within, earlier), clazz);
        var after = records.standings(measure, question(code, within, later), clazz);
        var effects = new TreeMap<Long, Effect>();
        before.forEach((id, standing) -> {
            if (!after.containsKey(id)) effects.put(id, Effect.WENT);
            else if (!after.get(id).equals(standing)) effects.put(id, Effect.MOVED);
        });
        after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(id -> effects.put(id, Effect.CAME));
        var named = effects.entrySet().stream().sorted(Comparator.comparing(e -> e.getValue() == Effect.CAME)).limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Explained(before.size(), after.size(), count(effects, Effect.CAME), count(effects, Effect.WENT), count(effects, Effect.MOVED),
                name(measure, named, before, after, earlier, later));
    }

    private static int count(Map<Long, Effect> effects, Effect effect) {
        return (int) effects.values().stream().filter(e -> e == effect).count();
    }

    private static Question question(String code, Place within, Window window) {
        return new Question(code, Level.COUNTRY, within, false, List.of(window));
    }

    private List<Moved> name(Measure measure, Map<Long, Effect> named, Map<Long, Standing> before, Map<Long, Standing> after, Window earlier, Window later) {
        if (named.isEmpty()) return List.of();
        var kind = records.kind(measure);
        String ids = named.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        return jdbc.sql("""
                with versions as (select id, recorded_at, change_id from present.%1$s where id = any(string_to_array(:ids, ',')::bigint[])
                                  union all select id, recorded_at, change_id from history.%1$s where id = any(string_to_array(:ids, ',')::bigint[])),
                last as (select distinct on (id) id, recorded_at, change_id from versions
                         where (:after::timestamptz is null or recorded_at > :after::timestamptz) and (:until::timestamptz is null or recorded_at <= :until::timestamptz)
                         order by id, recorded_at desc)
                select r.id, r.title, e.act, e.reason, log.who(e), l.recorded_at
                from (select id, %2$s as title from %1$s where id = any(string_to_array(:ids, ',')::bigint[])) r
                left join last l on l.id = r.id left join log.entry e on e.id = l.change_id order by r.id"""
                .formatted(kind.table(), kind.titleSql()))
                .param("ids", ids).param("after", text(earlier.knownAt())).param("until", text(later.knownAt()))
                .query((r, n) -> new Moved(r.getLong(1), r.getString(2), kind.path(r.getLong(1)), named.get(r.getLong(1)),
                        place(before.get(r.getLong(1))), place(after.get(r.getLong(1))), r.getString(3), r.getString(4),
                        r.getString(5), r.getTimestamp(6) == null ? null : r.getTimestamp(6).toInstant()))
                .list();
    }

    private String place(Standing standing) {
        if (standing == null) return "";
        String unit = places.find(Level.UNIT, standing.unitCode()).map(Place::title).orElse(standing.unitCode());
        return standing.clazz().isEmpty() ? unit : unit + " · " + standing.clazz();
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
