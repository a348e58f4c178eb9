package khabuan.insight.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;

/** The figures of a question. Places and classes without records are absent, and read as zero.
 *  @param cells by place code and class ("" when classes are not asked for): one figure for each window */
public record Answer(Map<Key, long[]> cells) {

    public record Key(String place, String clazz) {}

    /** The figure of a place and class in a window. */
    public long at(String place, String clazz, int window) {
        var cell = cells.get(new Key(place, clazz));
        return cell == null ? 0 : cell[window];
    }

    public long at(String place, int window) {
        return at(place, "", window);
    }

    /** The sum over all places and classes in a window. */
    public long total(int window) {
        return cells.values().stream().mapToLong(c -> c[window]).sum();
    }

    /** The units that have a figure but are no more; none at another level. */
    List<Place> endedUnits(Level by, Places places) {
        if (by != Level.UNIT) return List.of();
        var tree = places.tree();
        var gone = cells.keySet().stream().map(Key::place).filter(code -> tree.find(Level.UNIT, code).isEmpty()).distinct().toList();
        return gone.isEmpty() ? List.of() : places.ended(gone);
    }

    /** The classes that occur, in their natural order. */
    public Iterable<String> classes() {
        var classes = new TreeSet<String>();
        cells.keySet().forEach(k -> classes.add(k.clazz()));
        return classes;
    }
}
