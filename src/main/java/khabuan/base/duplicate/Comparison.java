package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares records with those of their district, whose units are neighbours. */
public final class Comparison {

    /** Two records and how alike they are. */
    public record Alike(Entry a, Entry b, Likeness likeness) {}

    private final DuplicateKind.Manner manner;
    private final boolean onePerUnit;

    /** Compares by names. @param onePerUnit whether a unit can have only one such record */
    public Comparison(boolean onePerUnit) {
        this(onePerUnit ? DuplicateKind.Manner.ONE_PER_UNIT : DuplicateKind.Manner.NAMES);
    }

    /** @param manner how two of them are compared */
    public Comparison(DuplicateKind.Manner manner) {
        this.manner = manner;
        this.onePerUnit = manner == DuplicateKind.Manner.ONE_PER_UNIT;
    }

    /** The suspected pairs among some records. */
    public List<Alike> among(Collection<Entry> entries) {
        if (manner == DuplicateKind.Manner.PERSONS) return new Namesakes(entries).among();
        return byDistrict(entries, false);
    }

    /** As {@link #among}, but those pairs only of which one is new, with a number below 0: those that stand are not compared with one another. */
    List<Alike> amongNew(Collection<Entry> entries) {
        if (manner == DuplicateKind.Manner.PERSONS) return new Namesakes(entries).among().stream().filter(a -> a.a().id() < 0 || a.b().id() < 0).toList();
        return byDistrict(entries, true);
    }

    private List<Alike> byDistrict(Collection<Entry> entries, boolean newOnly) {
        return entries.parallelStream().collect(Collectors.groupingByConcurrent(Entry::districtCode)).values().parallelStream().flatMap(d -> ofDistrict(d, newOnly).stream()).toList();
    }

    private List<Alike> ofDistrict(List<Entry> entries, boolean newOnly) {
        var sides = entries.stream().sorted(Comparator.comparing(Entry::id)).map(Likeness.Side::of).toList();
        var villages = villages(sides);
        var found = new ArrayList<Alike>();
        for (int i = 0; i < sides.size() && (!newOnly || sides.get(i).entry().id() < 0); i++)
            for (int j = i + 1; j < sides.size(); j++) {
                var likeness = Likeness.of(sides.get(i), sides.get(j), onePerUnit, villages);
                if (likeness.isSuspected()) found.add(new Alike(sides.get(i).entry(), sides.get(j).entry(), likeness));
            }
        return found;
    }

    /** Those of its district that one record may be the same as, the likeliest first. */
    public List<Alike> with(Entry one, List<Entry> others) {
        if (manner == DuplicateKind.Manner.PERSONS) return new Namesakes(others).with(one);
        var side = Likeness.Side.of(one);
        var sides = others.stream().filter(o -> o.id() != one.id()).map(o -> new Likeness.Side(o, NameKey.kept(o))).toList();
        var known = new ArrayList<>(sides);
        known.add(side);
        var villages = villages(known);
        return sides.stream().map(o -> new Alike(one, o.entry(), Likeness.of(side, o, onePerUnit, villages))).filter(a -> a.likeness().isSuspected())
                .sorted(Comparator.comparing((Alike a) -> -a.likeness().score()).thenComparing(a -> a.b().id())).toList();
    }

    private static Map<String, Integer> villages(List<Likeness.Side> sides) {
        var villages = new HashMap<String, Integer>();
        for (var side : sides) if (!side.key().village().isEmpty()) villages.merge(Likeness.at(side), 1, Integer::sum);
        return villages;
    }
}
