package khabuan.base.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many records lists hold: counted once, and told again for as long as no transaction has touched the tables that were counted, so that it is always exact. */
@Component
public class Tallies {

    private static final int MOST = 2000;
    private final Moments moments;
    private final Map<Object, Tally> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Tally> eldest) {
            return size() > MOST;
        }
    };

    private record Tally(Snapshot read, long count) {}

    Tallies(Moments moments) {
        this.moments = moments;
    }

    /** @param question the query with its parameters, or whatever else the count follows from, beside the tables; with equals
     *  @param tables all that the count reads, each one kept */
    public long of(Object question, Set<String> tables, Supplier<Long> counting) {
        Tally tally;
        synchronized (kept) {
            tally = kept.get(question);
        }
        if (tally != null) {
            var news = moments.touchesSince(tally.read.xmin());
            tally = news.leavesUnchanged(tables, tally.read, null) ? new Tally(news.now(), tally.count) : null;
        }
        if (tally == null) tally = moments.readWithSnapshot(null, snapshot -> new Tally(snapshot, counting.get()));
        synchronized (kept) {
            kept.put(question, tally);
        }
        return tally.count;
    }
}
