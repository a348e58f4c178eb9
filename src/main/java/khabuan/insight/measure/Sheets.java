package khabuan.insight.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import khabuan.base.record.Moments.News;
import org.springframework.stereotype.Component;

/** The sheets that have been counted: given again while nothing that they were read from has changed, mended for the units that were written in, and counted
 *  anew when too much has changed. What it gives is always what counting would give now. */
@Component
class Sheets {

    /** Eight bytes each: 32 MB. */
    private static final long MOST_FIGURES = 4_000_000;
    private static final int MOST_UNITS_MENDED = 400;
    private final Moments moments;
    private final FigureQuery query;
    private final LinkedHashMap<Sheet.Name, Sheet> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long figures;

    Sheets(Moments moments, FigureQuery query) {
        this.moments = moments;
        this.query = query;
    }

    /** The sheets of these names, by name; those of the same measure and moment are counted by one query, different ones beside one another. */
    Map<Sheet.Name, Sheet> get(Map<Sheet.Name, Measure> wanted) {
        var sheets = stillTrue(wanted);
        sheets.putAll(unrecordedSince(wanted, wanted.keySet().stream().filter(n -> n.knownAt() != null && !sheets.containsKey(n)).toList()));
        var missing = wanted.keySet().stream().filter(n -> !sheets.containsKey(n)).collect(Collectors.groupingBy(Sheets::countedTogether)).values();
        if (missing.size() == 1) sheets.putAll(count(wanted, missing.iterator().next()));
        else if (!missing.isEmpty()) countBeside(wanted, missing, sheets);
        return sheets;
    }

    /** Of tables in which nothing was recorded after a moment, its past is the present, which is quicker to read and oftener kept: a report that is published is read as its draft just was. */
    private Map<Sheet.Name, Sheet> unrecordedSince(Map<Sheet.Name, Measure> wanted, List<Sheet.Name> past) {
        var alike = unrecorded(wanted, past);
        if (alike.isEmpty()) return Map.of();
        var present = get(alike.stream().collect(Collectors.toMap(Sheets::present, wanted::get, (one, same) -> one)));
        var sheets = unrecorded(wanted, alike).stream().collect(Collectors.toMap(n -> n, n -> present.get(present(n))));
        keep(sheets);
        return sheets;
    }

    private List<Sheet.Name> unrecorded(Map<Sheet.Name, Measure> wanted, List<Sheet.Name> past) {
        var recorded = past.stream().map(Sheet.Name::knownAt).distinct().collect(Collectors.toMap(m -> m, moments::tablesRecordedAfter));
        return past.stream().filter(n -> Collections.disjoint(recorded.get(n.knownAt()), wanted.get(n).tables())).toList();
    }

    private static Sheet.Name present(Sheet.Name name) {
        return new Sheet.Name(name.code(), name.byClass(), name.from(), name.to(), null);
    }

    private record Together(String code, boolean byClass, Instant knownAt) {}

    private static Together countedTogether(Sheet.Name name) {
        return new Together(name.code(), name.byClass(), name.knownAt());
    }

    private void countBeside(Map<Sheet.Name, Measure> wanted, Collection<List<Sheet.Name>> groups, Map<Sheet.Name, Sheet> sheets) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var counting = new ArrayList<Future<Map<Sheet.Name, Sheet>>>();
            for (var group : groups) counting.add(workers.submit(() -> count(wanted, group)));
            for (var counted : counting) sheets.putAll(counted.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<Sheet.Name, Sheet> count(Map<Sheet.Name, Measure> wanted, List<Sheet.Name> names) {
        var counted = moments.readWithSnapshot(names.getFirst().knownAt(), snapshot -> query.count(wanted.get(names.getFirst()), names, snapshot));
        keep(counted);
        return counted;
    }

    /** Those of the wanted sheets that are kept, brought to now in one unmoving picture of the database. */
    private Map<Sheet.Name, Sheet> stillTrue(Map<Sheet.Name, Measure> wanted) {
        var held = new HashMap<Sheet.Name, Sheet>();
        synchronized (kept) {
            for (var name : wanted.keySet()) {
                var sheet = kept.get(name);
                if (sheet != null) held.put(name, sheet);
            }
        }
        if (held.isEmpty()) return new HashMap<>();
        var now = moments.read(null, () -> {
            var news = moments.touchesSince(held.values().stream().mapToLong(s -> s.read().xmin()).min().orElseThrow());
            return bringTo(news, held, wanted);
        });
        keep(now);
        return now;
    }

    private record Stale(Together together, Set<String> units) {}

    private Map<Sheet.Name, Sheet> bringTo(News news, Map<Sheet.Name, Sheet> held, Map<Sheet.Name, Measure> measures) {
        var now = new HashMap<Sheet.Name, Sheet>();
        var stale = new HashMap<Stale, List<Sheet.Name>>();
        var unitsOf = new HashMap<List<Moments.Touch>, Set<String>>();
        held.forEach((name, sheet) -> {
            var touches = news.of(measures.get(name).tables(), sheet.read(), name.knownAt());
            if (touches.isEmpty()) now.put(name, sheet.at(news.now()));
            else if (name.knownAt() == null) {
                var units = unitsOf.computeIfAbsent(touches, t -> moments.unitsOf(t).orElse(Set.of()));
                if (!units.isEmpty() && units.size() <= MOST_UNITS_MENDED)
                    stale.computeIfAbsent(new Stale(countedTogether(name), units), s -> new ArrayList<>()).add(name);
            }
        });
        var numbers = new HashMap<Set<String>, List<Integer>>();
        stale.forEach((s, names) -> query.count(measures.get(names.getFirst()), names, news.now(), s.units).forEach((name, anew) ->
                now.put(name, held.get(name).with(anew, numbers.computeIfAbsent(s.units, query::numbers)))));
        return now;
    }

    private void keep(Map<Sheet.Name, Sheet> sheets) {
        synchronized (kept) {
            sheets.forEach((name, sheet) -> {
                figures += sheet.size();
                var before = kept.put(name, sheet);
                if (before != null) figures -= before.size();
            });
            for (var eldest = kept.entrySet().iterator(); figures > MOST_FIGURES && eldest.hasNext(); eldest.remove()) figures -= eldest.next().getValue().size();
        }
    }

    /** Whether a sheet is kept, be it still true or not. */
    boolean keeps(Sheet.Name name) {
        synchronized (kept) {
            return kept.containsKey(name);
        }
    }

    /** Forgets what is kept: for benchmarks of a cold start. */
    void forget() {
        synchronized (kept) {
            kept.clear();
            figures = 0;
        }
    }
}
