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
import khabuan.base.duplicate.Entry;
import org.springframework.stereotype.Component;

/** How well duplicates are found: 20,000 simulated organisations, of which 2,000 are duplicates of others in ten ways, drawn with another seed than the score was tuned with; beside what
 *  equal names alone would find. */
@Component
class DuplicatesBench implements Bench {

    /** The score was tuned with the seed 2562. */
    static final long SEED = 20_191_121;
    static final int RECORDS = 20_000;
    static final int DUPLICATES = 2_000;

    private final NamesakesBench namesakes;

    DuplicatesBench(NamesakesBench namesakes) {
        this.namesakes = namesakes;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    /** @param hits of the pairs found those that are duplicates; @param missed of the duplicates, by kind */
    record Found(int truth, int found, int hits, Map<Miswriting.Kind, Integer> missed, Map<Miswriting.Kind, Integer> all) {

        double precision() {
            return hits / (double) found;
        }

        double recall() {
            return hits / (double) truth;
        }
    }

    static Found measure(long seed) {
        var records = new NamedRecords(seed, RECORDS, DUPLICATES);
        var found = new HashSet<String>();
        for (var alike : new Comparison(false).among(records.all())) found.add(pair(alike.a().id(), alike.b().id()));
        var truth = truth(records.originals());
        var hits = new HashSet<>(found);
        hits.retainAll(truth);
        var missed = new EnumMap<Miswriting.Kind, Integer>(Miswriting.Kind.class);
        var all = new EnumMap<Miswriting.Kind, Integer>(Miswriting.Kind.class);
        records.kinds().forEach((id, kind) -> {
            all.merge(kind, 1, Integer::sum);
            if (!hits.contains(pair(id, records.originals().get(id)))) missed.merge(kind, 1, Integer::sum);
        });
        return new Found(truth.size(), found.size(), hits.size(), missed, all);
    }

    private static String pair(long a, long b) {
        return Math.min(a, b) + "-" + Math.max(a, b);
    }

    /** An original and all its duplicates are one another's duplicates. */
    private static Set<String> truth(Map<Long, Long> originals) {
        var groups = new HashMap<Long, List<Long>>();
        originals.forEach((duplicate, original) -> groups.computeIfAbsent(original, o -> new ArrayList<>(List.of(o))).add(duplicate));
        var truth = new HashSet<String>();
        for (var group : groups.values()) for (int i = 0; i < group.size(); i++) for (int j = i + 1; j < group.size(); j++) truth.add(pair(group.get(i), group.get(j)));
        return truth;
    }

    @Override
    public void run(PrintWriter out) {
        var found = measure(SEED);
        out.printf("  %,d organisations, %,d of them duplicates (seed %d), %,d pairs in all%n", RECORDS, DUPLICATES, SEED, found.truth);
        out.printf("  pairs found %,d, of them right %,d, wrong %,d, missed %,d%n", found.found, found.hits, found.found - found.hits, found.truth - found.hits);
        out.printf("  precision %.4f  target 0.97: %s%n", found.precision(), found.precision() >= 0.97 ? "met" : "missed");
        out.printf("  recall    %.4f  target 0.95: %s%n", found.recall(), found.recall() >= 0.95 ? "met" : "missed");
        for (var kind : Miswriting.Kind.values()) out.printf("    %-14s %4d written so, %4d missed%n", kind, found.all.getOrDefault(kind, 0), found.missed.getOrDefault(kind, 0));
        baseline(out);
        namesakes.run(out);
    }

    /** What equal names within a unit find, without any of it. */
    private static void baseline(PrintWriter out) {
        var records = new NamedRecords(SEED, RECORDS, DUPLICATES);
        var named = new HashMap<String, List<Entry>>();
        for (var entry : records.all()) named.computeIfAbsent(entry.unitCode() + '|' + entry.name().replaceAll("[\\p{Cf}\\p{Z}]", ""), k -> new ArrayList<>()).add(entry);
        var truth = truth(records.originals());
        long found = 0;
        long right = 0;
        for (var same : named.values()) for (int i = 0; i < same.size(); i++) for (int j = i + 1; j < same.size(); j++) {
            found++;
            if (truth.contains(pair(same.get(i).id(), same.get(j).id()))) right++;
        }
        out.printf("  beside it, equal names in one unit, blanks left out: precision %.4f, recall %.4f%n", right / (double) found, right / (double) truth.size());
    }
}
