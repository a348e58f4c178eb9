package khabuan.insight.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.record.Measure;
import khabuan.base.record.Snapshot;

/** The figures of a measure in one window, unit by unit: all that is above a unit is summed from it. Unchanging.
 *  @param read when it was read
 *  @param figures by class ("" when classes are not asked for), then by the number of the unit; shorter when the last units have none */
record Sheet(Snapshot read, Map<String, long[]> figures) {

    /** Which sheet: what is counted, when, and as it was known when.
     *  @param from null for a stock, which doesn't look at it
     *  @param knownAt null for what is known now */
    record Name(String code, boolean byClass, LocalDate from, LocalDate to, Instant knownAt) {

        static Name of(Measure measure, boolean byClass, Window window) {
            return new Name(measure.code(), byClass, measure.period() == Measure.Period.STOCK ? null : window.from(), window.to(), window.knownAt());
        }
    }

    static Sheet empty(Snapshot read) {
        return new Sheet(read, new HashMap<>());
    }

    /** The same figures, true at a later moment too. */
    Sheet at(Snapshot later) {
        return new Sheet(later, figures);
    }

    /** These figures with those of some units counted anew. */
    Sheet with(Sheet anew, List<Integer> units) {
        var mended = new HashMap<String, long[]>();
        figures.forEach((clazz, figures) -> mended.put(clazz, figures.clone()));
        var sheet = new Sheet(anew.read, mended);
        for (var figures : mended.values()) units.stream().filter(u -> u < figures.length).forEach(u -> figures[u] = 0);
        anew.figures.forEach((clazz, figures) -> units.stream().filter(u -> u < figures.length && figures[u] != 0).forEach(u -> sheet.put(clazz, u, figures[u])));
        return sheet;
    }

    void put(String clazz, int unit, long figure) {
        var figures = this.figures.computeIfAbsent(clazz, c -> new long[unit + 1]);
        if (unit >= figures.length) this.figures.put(clazz, figures = Arrays.copyOf(figures, Math.max(unit + 1, figures.length * 3 / 2)));
        figures[unit] = figure;
    }

    /** How many figures are held. */
    int size() {
        return figures.values().stream().mapToInt(f -> f.length).sum();
    }
}
