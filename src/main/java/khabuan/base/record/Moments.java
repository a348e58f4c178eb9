package khabuan.base.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the tables as they are, or as they were known at a moment; the queries are the same, written against unqualified names. */
@Component
public class Moments {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    Moments(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Reads within one unmoving picture of the database. A join with a view of the past can't use an index of the tables beneath, so it must never be
     *  a loop within a loop.
     *  @param knownAt the moment of knowledge; null for the present */
    public <T> T read(Instant knownAt, Supplier<T> work) {
        return reading.execute(status -> {
            if (knownAt != null)
                jdbc.sql("select set_config('search_path', 'past, present, public', true), set_config('khabuan.known_at', ?, true), set_config('enable_nestloop', 'off', true)")
                        .param(knownAt.toString()).query().listOfRows();
            return work.get();
        });
    }

    /** As {@link #read(Instant, Supplier)}, handing over the snapshot that was read in, for {@link #touchesSince}. */
    public <T> T readWithSnapshot(Instant knownAt, Function<Snapshot, T> work) {
        return read(knownAt, () -> work.apply(Snapshot.parse(jdbc.sql("select pg_current_snapshot()::text").query(String.class).single())));
    }

    /** A transaction that changed a table. @param recordedAt how far back in record time it wrote */
    public record Touch(String table, long xid, Instant recordedAt) {}

    /** What has changed, and the snapshot at which this is all. */
    public record News(Snapshot now, List<Touch> touches) {

        /** Whether what was read from these tables in that snapshot would be read the same now: exact, for the present and for the past.
         *  @param knownAt the moment of knowledge that was read at; null for the present */
        public boolean leavesUnchanged(Set<String> tables, Snapshot read, Instant knownAt) {
            return touches.stream().noneMatch(t -> tables.contains(t.table()) && !read.shows(t.xid())
                    && (knownAt == null || !t.recordedAt().isAfter(knownAt)));
        }
    }

    /** The changes that the oldest of some snapshots may not show. */
    public News touchesSince(long oldestXid) {
        var now = new Snapshot[1];
        var touches = new ArrayList<Touch>();
        jdbc.sql("""
                select pg_current_snapshot()::text, t.table_name, t.xid::text, t.recorded_at
                from (select) one left join log.touch t on t.xid >= :oldest::xid8""")
                .param("oldest", Long.toString(oldestXid))
                .query(row -> {
                    if (now[0] == null) now[0] = Snapshot.parse(row.getString(1));
                    if (row.getString(2) != null)
                        touches.add(new Touch(row.getString(2), Long.parseLong(row.getString(3)), row.getTimestamp(4).toInstant()));
                });
        return new News(now[0], touches);
    }
}
