package khabuan.insight.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What makes the difference between two moments of a figure, record by record: which came, which went, and why. */
@Component
public class Difference {

    public enum Effect {
        /** Counts in the later window only; where nothing is summed, or more often. */
        CAME,
        /** Counts in the earlier window only; where nothing is summed, or more often. */
        WENT,
        /** Counts in both, and adds more in the later. */
        GREW,
        /** Counts in both, and adds less in the later. */
        SHRANK,
        /** Counts alike in both, but in another unit or class. */
        MOVED
    }

    /** Where a record counts and as what. @param unit the title of the unit, or of the region whose office it is @param classes none for a measure without them */
    public record Stood(String unit, List<String> classes) {}

    /** What a record adds to a sum, in the unit of its measure: money in baht. */
    public record Amounts(BigDecimal before, BigDecimal after) {

        public BigDecimal change() {
            return after.subtract(before);
        }

        public boolean isMore() {
            return change().signum() >= 0;
        }
    }

    /** A record that does not stand in both windows alike.
     *  @param amounts what it adds in both; null where nothing is summed
     *  @param from what it counted as and no longer does; none when it only came
     *  @param to what it newly counts as; none when it only went
     *  @param causes the latest first, at least one */
    public record Moved(long id, String title, String path, Effect effect, Amounts amounts, List<Stood> from, List<Stood> to, List<Cause> causes) {}

    /** Records that moved alike and for the same causes: the members of one council. */
    public record Group(Effect effect, Amounts amounts, List<Stood> from, List<Stood> to, List<Cause> causes, List<Moved> records) {

        /** Whether it makes the figure greater, or moves it. */
        public boolean isMore() {
            return amounts == null ? effect == Effect.CAME : amounts.isMore();
        }

        /** Where the records stand, or stood when they don't any more. */
        public List<Stood> stood() {
            return to.isEmpty() || effect == Effect.WENT ? from : to;
        }
    }

    /** @param before the figure in the earlier window; @param after in the later; came − went makes the difference; money in satang */
    public record Explained(Measure measure, long before, long after, long came, long went, long moved, List<Moved> records) {

        public boolean isNone() {
            return came + went + moved == 0;
        }

        /** A figure in the unit of the measure. */
        public BigDecimal figure(long figure) {
            return measure.amount(figure);
        }

        /** The records, those together that moved alike for the same causes. */
        public List<Group> groups() {
            record Alike(Effect effect, Amounts amounts, List<Stood> from, List<Stood> to, List<Cause> causes) {}
            return records.stream().collect(Collectors.groupingBy(m -> new Alike(m.effect, m.amounts, m.from, m.to, m.causes), LinkedHashMap::new, Collectors.toList()))
                    .entrySet().stream().map(e -> new Group(e.getKey().effect, e.getKey().amounts, e.getKey().from, e.getKey().to, e.getKey().causes, e.getValue())).toList();
        }
    }

    /** In what a place lies. */
    private static final Set<String> PLACES = Set.of("unit", "district", "province_region");
    private static final int FEW_UNITS = 400;
    private final RecordQuery records;
    private final Measures measures;
    private final Causes causes;
    private final Places places;
    private final Moments moments;
    private final JdbcClient jdbc;

    Difference(RecordQuery records, Measures measures, Causes causes, Places places, Moments moments, JdbcClient jdbc) {
        this.records = records;
        this.measures = measures;
        this.causes = causes;
        this.places = places;
        this.moments = moments;
        this.jdbc = jdbc;
    }

    /** How often each record counts, as what, and what it adds. */
    private record Standings(Map<Long, List<Standing>> by) {

        long amount(long id) {
            return by.getOrDefault(id, List.of()).stream().mapToLong(Standing::value).sum();
        }

        long total() {
            return by.keySet().stream().mapToLong(this::amount).sum();
        }

        /** What a record stands as here more often than in the other. */
        List<Standing> without(long id, Standings other) {
            var more = new ArrayList<>(by.getOrDefault(id, List.of()));
            other.by.getOrDefault(id, List.of()).forEach(more::remove);
            return more;
        }
    }

    /** Explains the difference of a measure between two windows, in a place and class ("" for all classes).
     *  @param most how many records are named at most; the counts are always of all */
    public Explained of(String code, Place within, String clazz, Window earlier, Window later, int most) {
        var measure = measures.get(code);
        var units = units(measure, within, earlier, later);
        var before = standings(measure, within, clazz, earlier, units);
        var after = standings(measure, within, clazz, later, units);
        var effects = effects(measure, before, after);
        long came = Stream.concat(after.by.keySet().stream(), before.by.keySet().stream()).distinct().mapToLong(id -> Math.max(0, after.amount(id) - before.amount(id))).sum();
        long moved = effects.values().stream().filter(e -> e == Effect.MOVED).count();
        var named = effects.entrySet().stream().sorted(first(measure, before, after)).limit(most).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var why = causes.of(measure, within, clazz, new HashSet<>(named.keySet()), before.by, after.by, earlier, later);
        long all = units == null ? before.total() : total(measure, within, clazz, earlier);
        return new Explained(measure, all, all + after.total() - before.total(), came, came - (after.total() - before.total()), moved, name(measure, named, before, after, why));
    }

    /** The units in which records were recorded between two windows of the same days: all others stand alike in both. @return null when that can't be told, or there are many */
    private Set<String> units(Measure measure, Place within, Window earlier, Window later) {
        if (measure.summed() || !earlier.from().equals(later.from()) || !earlier.to().equals(later.to())) return null;
        if (Objects.equals(earlier.knownAt(), later.knownAt())) return Set.of();
        var knownAt = Stream.of(earlier.knownAt(), later.knownAt()).filter(Objects::nonNull).sorted().toList();
        var tables = new HashSet<>(measure.tables());
        if (within.level() != Level.COUNTRY) tables.addAll(PLACES);
        return moments.unitsRecordedBetween(tables, knownAt.getFirst(), knownAt.size() == 1 ? null : knownAt.getLast()).filter(units -> units.size() <= FEW_UNITS).orElse(null);
    }

    private Standings standings(Measure measure, Place within, String clazz, Window window, Set<String> units) {
        return new Standings(units != null && units.isEmpty() ? Map.of() : records.standings(measure, question(measure.code(), within, window), clazz, units));
    }

    private long total(Measure measure, Place within, String clazz, Window window) {
        var answer = measures.ask(new Question(measure.code(), Level.COUNTRY, within, !clazz.isEmpty(), List.of(window)));
        return clazz.isEmpty() ? answer.total(0) : answer.at(Place.COUNTRY.code(), clazz, 0);
    }

    /** Which are named first: of a sum what moved it most, otherwise what no longer counts. */
    private static Comparator<Map.Entry<Long, Effect>> first(Measure measure, Standings before, Standings after) {
        return measure.summed() ? Comparator.comparing(e -> -Math.abs(after.amount(e.getKey()) - before.amount(e.getKey()))) : Comparator.comparing(e -> e.getValue() == Effect.CAME);
    }

    private static Map<Long, Effect> effects(Measure measure, Standings before, Standings after) {
        var effects = new TreeMap<Long, Effect>();
        before.by.forEach((id, standing) -> {
            if (!standing.equals(after.by.get(id))) effects.put(id, effect(measure, id, before, after));
        });
        after.by.keySet().stream().filter(id -> !before.by.containsKey(id)).forEach(id -> effects.put(id, Effect.CAME));
        return effects;
    }

    private static Effect effect(Measure measure, long id, Standings before, Standings after) {
        if (measure.summed() && !after.by.containsKey(id)) return Effect.WENT;
        long change = after.amount(id) - before.amount(id);
        if (change == 0) return Effect.MOVED;
        return change > 0 ? measure.summed() ? Effect.GREW : Effect.CAME : measure.summed() ? Effect.SHRANK : Effect.WENT;
    }

    private static Amounts amounts(Measure measure, long id, Standings before, Standings after) {
        return measure.summed() ? new Amounts(measure.amount(before.amount(id)), measure.amount(after.amount(id))) : null;
    }

    private static Question question(String code, Place within, Window window) {
        return new Question(code, Level.COUNTRY, within, false, List.of(window));
    }

    private List<Moved> name(Measure measure, Map<Long, Effect> named, Standings before, Standings after, Map<Long, List<Cause>> why) {
        if (named.isEmpty()) return List.of();
        var kind = records.kind(measure);
        var tree = places.tree();
        Comparator<Moved> order = measure.summed() ? Comparator.comparing(m -> m.amounts().change().abs().negate()) : Comparator.comparing(Moved::id);
        return jdbc.sql("select id, %s as title from %s where id = any(:ids) order by id".formatted(kind.titleSql(), kind.table())).param("ids", named.keySet().toArray(Long[]::new))
                .query((r, n) -> new Moved(r.getLong(1), r.getString(2), kind.path(r.getLong(1)), named.get(r.getLong(1)), amounts(measure, r.getLong(1), before, after),
                        stood(before.without(r.getLong(1), after), tree), stood(after.without(r.getLong(1), before), tree), why.get(r.getLong(1)))).list().stream().sorted(order).toList();
    }

    private static List<Stood> stood(List<Standing> standings, PlaceTree tree) {
        var classes = new LinkedHashMap<String, List<String>>();
        standings.forEach(s -> classes.merge(s.unitCode(), s.clazz().isEmpty() ? List.of() : List.of(s.clazz()), (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return classes.entrySet().stream().map(e -> new Stood(tree.find(Level.UNIT, e.getKey()).or(() -> tree.find(Level.REGION, e.getKey())).map(Place::title).orElse(e.getKey()), e.getValue())).toList();
    }
}
