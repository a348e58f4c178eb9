package khabuan.insight.measure;

import java.util.Map;
import java.util.TreeSet;

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

    /** The classes that occur, in their natural order. */
    public Iterable<String> classes() {
        var classes = new TreeSet<String>();
        cells.keySet().forEach(k -> classes.add(k.clazz()));
        return classes;
    }
}
