package khabuan.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.duplicate.Comparison;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.Entry;
import khabuan.base.duplicate.Trait;
import org.springframework.stereotype.Component;

/** How well persons are found that were entered twice: 20,000 simulated members of councils, of which 2,000 are others again in ten ways, drawn with a seed by
 *  which nothing was tuned; beside what equal names within a unit alone would find. */
@Component
class NamesakesBench {

    /** The weights were set by judgement, before this set was drawn. */
    static final long SEED = 20_191_122;
    static final int PERSONS = 20_000;
    static final int DUPLICATES = 2_000;
    private final List<Trait> traits;

    NamesakesBench(List<Trait> traits) {
        this.traits = traits;
    }

    /** @param hits of the pairs found those that are duplicates; @param missed of the duplicates, by kind */
    record Found(int truth, int found, int hits, Map<NamedPersons.Kind, Integer> missed, Map<NamedPersons.Kind, Integer> all, double plainPrecision, double plainRecall) {

        double precision() {
            return hits / (double) found;
        }

        double recall() {
            return hits / (double) truth;
        }
    }

    static Found measure(long seed, List<Trait> traits) {
        var persons = new NamedPersons(seed, PERSONS, DUPLICATES, traits);
        var found = new HashSet<String>();
        for (var alike : new Comparison(DuplicateKind.Manner.PERSONS).among(persons.all())) found.add(pair(alike.a().id(), alike.b().id()));
        var truth = truth(persons.originals());
        var hits = new HashSet<>(found);
        hits.retainAll(truth);
        var missed = new EnumMap<NamedPersons.Kind, Integer>(NamedPersons.Kind.class);
        var all = new EnumMap<NamedPersons.Kind, Integer>(NamedPersons.Kind.class);
        persons.kinds().forEach((id, kind) -> {
            all.merge(kind, 1, Integer::sum);
            if (!hits.contains(pair(id, persons.originals().get(id)))) missed.merge(kind, 1, Integer::sum);
        });
        var plain = plain(persons.all());
        long right = plain.stream().filter(truth::contains).count();
        return new Found(truth.size(), found.size(), hits.size(), missed, all, right / (double) plain.size(), right / (double) truth.size());
    }

    private static String pair(long a, long b) {
        return Math.min(a, b) + "-" + Math.max(a, b);
    }

    /** A person and all that are the same are one another's duplicates. */
    private static Set<String> truth(Map<Long, Long> originals) {
        var groups = new HashMap<Long, List<Long>>();
        originals.forEach((duplicate, original) -> groups.computeIfAbsent(original, o -> new ArrayList<>(List.of(o))).add(duplicate));
        return pairs(groups.values());
    }

    private static Set<String> pairs(Iterable<List<Long>> groups) {
        var pairs = new HashSet<String>();
        for (var group : groups) for (int i = 0; i < group.size(); i++) for (int j = i + 1; j < group.size(); j++) pairs.add(pair(group.get(i), group.get(j)));
        return pairs;
    }

    /** What equal names within a unit find, without any of it. */
    private static Set<String> plain(List<Entry> all) {
        var named = new HashMap<String, List<Long>>();
        for (var entry : all) named.computeIfAbsent(entry.unitCode() + '|' + entry.name().replaceAll("[\\p{Cf}\\p{Z}]", ""), k -> new ArrayList<>()).add(entry.id());
        return pairs(named.values());
    }

    /** Printed by the bench of duplicates. */
    void run(PrintWriter out) {
        var found = measure(SEED, traits);
        out.printf("  %,d persons, %,d of them entered again (seed %d), %,d pairs in all%n", PERSONS, DUPLICATES, SEED, found.truth);
        out.printf("  pairs found %,d, of them right %,d, wrong %,d, missed %,d%n", found.found, found.hits, found.found - found.hits, found.truth - found.hits);
        out.printf("  precision %.4f, recall %.4f; a name alone only suspects, so both are told without a target%n", found.precision(), found.recall());
        for (var kind : NamedPersons.Kind.values()) out.printf("    %-14s %4d written so, %4d missed%n", kind, found.all.getOrDefault(kind, 0), found.missed.getOrDefault(kind, 0));
        out.printf("  beside it, equal names in one unit, blanks left out: precision %.4f, recall %.4f%n", found.plainPrecision, found.plainRecall);
    }
}
