package khabuan.insight.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import khabuan.base.record.Moments.News;
import khabuan.base.record.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The records that measures count now, by name and not by number: kept unit by unit and mended for the units that were written in, as the figures are in {@link Sheets},
 *  so that what it gives is always what reading would give now. A change that is open reads for itself, and nothing of it is kept. */
@Component
public class Rolls {

    private static final int MOST_UNITS_MENDED = 400;
    private final JdbcClient jdbc;
    private final Moments moments;
    private final Measures measures;
    private final Rungs rungs;
    private final UnitNumbers numbers;
    /** By measure, of the window that was asked for last: today's. */
    private final Map<String, Roll> kept = new ConcurrentHashMap<>();

    Rolls(JdbcClient jdbc, Moments moments, Measures measures, Rungs rungs, UnitNumbers numbers) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.measures = measures;
        this.rungs = rungs;
        this.numbers = numbers;
    }

    /** A record. @param on the day from which it counts */
    public record Line(long record, String unit, LocalDate on) {}

    private record Roll(Window window, Snapshot read, Map<String, List<Line>> byUnit) {

        Roll at(Snapshot later) {
            return new Roll(window, later, byUnit);
        }

        /** With some units read anew. */
        Roll with(Set<String> units, Map<String, List<Line>> anew, Snapshot later) {
            var mended = new HashMap<>(byUnit);
            mended.keySet().removeAll(units);
            mended.putAll(anew);
            return new Roll(window, later, mended);
        }
    }

    /** The records of a measure in a place, in no order. @param window of what is known now */
    public List<Line> of(String code, Place within, Window window) {
        return of(List.of(code), within, window).get(code);
    }

    /** As {@link #of(String, Place, Window)} for several measures, in one unmoving picture of the database. */
    public Map<String, List<Line>> of(Collection<String> codes, Place within, Window window) {
        if (window.knownAt() != null) throw new IllegalArgumentException("A roll is of what is known now.");
        var rolls = moments.readWithSnapshot(null, now -> current(codes, window, now));
        var rung = rungs.ladder(null).at(within.level(), window.to());
        int place = rung.codes().indexOf(within.code());
        return rolls.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().byUnit.entrySet().stream()
                .filter(unit -> within.level() == Level.COUNTRY || place >= 0 && rung.of(numbers.of(unit.getKey())) == place).flatMap(unit -> unit.getValue().stream()).toList()));
    }

    private Map<String, Roll> current(Collection<String> codes, Window window, Snapshot now) {
        var held = new HashMap<String, Roll>();
        for (var code : codes)
            if (kept.containsKey(code) && kept.get(code).window.equals(window)) held.put(code, kept.get(code));
        var news = held.isEmpty() ? null : moments.touchesSince(held.values().stream().mapToLong(r -> r.read.xmin()).min().orElseThrow());
        var rolls = new HashMap<String, Roll>();
        for (var code : codes) rolls.put(code, current(measures.get(code), held.get(code), window, news, now));
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) kept.putAll(rolls);
        return rolls;
    }

    private Roll current(Measure measure, Roll held, Window window, News news, Snapshot now) {
        if (held == null) return whole(measure, window, now);
        var touches = news.of(measure.tables(), held.read, null);
        if (touches.isEmpty()) return held.at(now);
        var units = moments.unitsOf(touches).orElse(Set.of());
        if (units.isEmpty() || units.size() > MOST_UNITS_MENDED) return whole(measure, window, now);
        return held.with(units, read(measure, measure.sqlOfUnits(), window, Map.of("units", units.toArray(String[]::new))), now);
    }

    /** Of the country a measure reads its tables whole, and joins them at once. */
    private Roll whole(Measure measure, Window window, Snapshot now) {
        nestedLoops("off");
        var roll = new Roll(window, now, read(measure, measure.sql(), window, Map.of()));
        nestedLoops("on");
        return roll;
    }

    private void nestedLoops(String setting) {
        jdbc.sql("select set_config('enable_nestloop', ?, true)").param(setting).query().listOfRows();
    }

    private Map<String, List<Line>> read(Measure measure, String facts, Window window, Map<String, Object> parameters) {
        return jdbc.sql("select record_id, unit_code, on_date from (" + facts + ") f where " + measure.counts(0)).params(parameters).param("from0", window.from()).param("to0", window.to())
                .query((r, n) -> new Line(r.getLong(1), r.getString(2), r.getObject(3, LocalDate.class))).list().stream().collect(Collectors.groupingBy(Line::unit));
    }
}
