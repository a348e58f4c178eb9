package khabuan.base.duplicate;

import java.util.LinkedHashSet;
import java.util.List;

/** Weighs what else is known of two records. */
final class Traits {

    private Traits() {}

    /** @param reasons to which those found are added
     *  @return what the score gains or loses; 1 or more makes it certain */
    static double weigh(Entry a, Entry b, List<Likeness.Reason> reasons) {
        double sum = 0;
        var traits = new LinkedHashSet<Trait>();
        a.held().forEach(h -> traits.add(h.trait()));
        for (var trait : traits) sum += weigh(trait, of(a, trait), of(b, trait), reasons);
        return sum;
    }

    private static List<Trait.Held> of(Entry entry, Trait trait) {
        return entry.held().stream().filter(h -> h.trait().equals(trait)).toList();
    }

    private static double weigh(Trait trait, List<Trait.Held> a, List<Trait.Held> b, List<Likeness.Reason> reasons) {
        if (b.isEmpty()) return 0;
        long shared = a.stream().map(Trait.Held::value).distinct().filter(v -> b.stream().anyMatch(h -> h.value().equals(v))).count();
        if (shared > 0 && trait.same() > 0) reasons.add(new Likeness.Reason("same-" + trait.key(), Long.toString(shared)));
        if (shared > 0) return Math.min(trait.most(), trait.same() * shared);
        if (trait.other() == 0 || a.stream().noneMatch(x -> b.stream().anyMatch(x::meets))) return 0;
        reasons.add(new Likeness.Reason("other-" + trait.key(), ""));
        return trait.other();
    }
}
