package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares persons. Many people bear one name, so that a name alone only suspects, and within one unit alone; a name that others bear elsewhere says less, and two given names that both are
 *  usual are two names, however alike they are written. What else is known ({@link Trait}) decides: a national ID, a telephone, the village, the sex, an office elsewhere at the same time.
 *  Persons are compared only with those of the unit whose given name or surname sounds alike, and with those anywhere who share what is certain or nearly so. */
final class Namesakes {

    private static final double FAR = 1.05;
    private static final double[][] BY_DISTANCE = {{0, 0.8}, {0.16, 0.79}, {0.35, 0.78}, {0.5, 0.77}, {0.75, 0.76}, {FAR, 0.7}};
    private static final int MANY = 3;
    private static final int LARGEST = 500;

    private record Side(Entry entry, PersonName name) {}

    private final List<Side> sides;
    /** In how many units each whole name is borne, and by how many each given name and surname. */
    private final Map<String, Integer> wholes = new HashMap<>();
    private final Map<String, Integer> givens = new HashMap<>();
    private final Map<String, Integer> surnames = new HashMap<>();

    Namesakes(Collection<Entry> entries) {
        sides = entries.parallelStream().map(e -> new Side(e, PersonName.of(e.name()))).sorted(Comparator.comparing(s -> s.entry.id())).toList();
        var units = new HashSet<String>();
        for (var side : sides) {
            if (units.add(side.entry.unitCode() + side.name.whole())) wholes.merge(side.name.whole(), 1, Integer::sum);
            givens.merge(side.name.given(), 1, Integer::sum);
            surnames.merge(side.name.surname(), 1, Integer::sum);
        }
    }

    /** The suspected pairs. */
    List<Comparison.Alike> among() {
        var blocks = new HashMap<String, List<Integer>>();
        for (int i = 0; i < sides.size(); i++) for (var key : keys(sides.get(i))) blocks.computeIfAbsent(key, k -> new ArrayList<>(2)).add(i);
        var pairs = new HashSet<Long>();
        for (var block : blocks.values())
            if (block.size() <= LARGEST) for (int i = 0; i < block.size(); i++) for (int j = i + 1; j < block.size(); j++) pairs.add((long) block.get(i) << 32 | block.get(j));
        return pairs.parallelStream().map(p -> alike(sides.get((int) (p >> 32)), sides.get(p.intValue()))).filter(a -> a.likeness().isSuspected())
                .sorted(Comparator.comparing((Comparison.Alike a) -> a.a().id()).thenComparing(a -> a.b().id())).toList();
    }

    /** Those that one of the entries may be the same as, the likeliest first. */
    List<Comparison.Alike> with(Entry one) {
        var side = new Side(one, PersonName.of(one.name()));
        var keys = keys(side);
        return sides.stream().filter(s -> s.entry.id() != one.id() && keys(s).stream().anyMatch(keys::contains)).map(s -> alike(side, s)).filter(a -> a.likeness().isSuspected())
                .sorted(Comparator.comparing((Comparison.Alike a) -> -a.likeness().score()).thenComparing(a -> a.b().id())).toList();
    }

    /** Two are compared when they share one of these. */
    private static Set<String> keys(Side side) {
        String unit = side.entry.unitCode();
        var keys = new HashSet<String>();
        keys.add(unit + 'w' + side.name.sound());
        keys.add(unit + 'g' + side.name.givenSound());
        if (!side.name.surnameSound().isEmpty()) keys.add(unit + 's' + side.name.surnameSound());
        for (var held : side.entry.held()) if (held.trait().isTelling()) keys.add(held.trait().key() + held.value());
        return keys;
    }

    private Comparison.Alike alike(Side a, Side b) {
        return new Comparison.Alike(a.entry, b.entry, likeness(a, b));
    }

    private Likeness likeness(Side a, Side b) {
        var reasons = new ArrayList<Likeness.Reason>();
        double score = byName(a, b, reasons);
        double traits = Traits.weigh(a.entry, b.entry, reasons);
        if (traits < 1 && score == 0) return Likeness.NONE;
        if (traits >= 1) score = 1;
        else score += traits + byPlace(a.entry, b.entry, reasons) + byTitle(a.name, b.name, reasons);
        return new Likeness(Math.round(Math.clamp(score, 0, 1) * 1000) / 1000.0, List.copyOf(reasons));
    }

    private double byName(Side a, Side b, List<Likeness.Reason> reasons) {
        double distance = a.name.distance(b.name, FAR);
        for (var step : BY_DISTANCE) {
            if (distance > step[0] + 1e-9) continue;
            int length = Math.max(3, a.name.whole().length());
            reasons.add(distance == 0 ? new Likeness.Reason("name-equal", "") : new Likeness.Reason("name-alike", Integer.toString((int) Math.round(100 * (1 - distance / length)))));
            return step[1] + (distance == 0 ? byFrequency(a, b, reasons) : byUsage(a.name, b.name, reasons)) - (a.name.surname().isEmpty() && b.name.surname().isEmpty() ? 0.25 : 0);
        }
        return 0;
    }

    private double byFrequency(Side a, Side b, List<Likeness.Reason> reasons) {
        int own = a.entry.unitCode().equals(b.entry.unitCode()) ? 1 : 2;
        int elsewhere = wholes.getOrDefault(a.name.whole(), 0) - own;
        if (elsewhere < MANY) return 0;
        reasons.add(new Likeness.Reason("common-name", Integer.toString(elsewhere)));
        return -0.1;
    }

    /** Two usual names are two names; one that nobody else bears is a usual one miswritten. */
    private double byUsage(PersonName a, PersonName b, List<Likeness.Reason> reasons) {
        boolean given = !a.given().equals(b.given()) && usual(givens, a.given()) && usual(givens, b.given());
        boolean surname = !a.surname().equals(b.surname()) && usual(surnames, a.surname()) && usual(surnames, b.surname());
        if (!given && !surname) return 0;
        reasons.add(new Likeness.Reason("both-names-known", ""));
        return -0.2;
    }

    private static boolean usual(Map<String, Integer> names, String name) {
        return names.getOrDefault(name, 0) > MANY;
    }

    private static double byPlace(Entry a, Entry b, List<Likeness.Reason> reasons) {
        if (a.unitCode().equals(b.unitCode())) {
            reasons.add(new Likeness.Reason("same-unit", ""));
            return 0;
        }
        boolean near = a.districtCode().equals(b.districtCode());
        reasons.add(new Likeness.Reason(near ? "near-units" : "far-units", ""));
        return near ? -0.15 : -0.2;
    }

    private static double byTitle(PersonName a, PersonName b, List<Likeness.Reason> reasons) {
        if (a.gender().isEmpty() || b.gender().isEmpty() || a.gender().equals(b.gender())) return 0;
        reasons.add(new Likeness.Reason("other-title", ""));
        return -0.4;
    }
}
