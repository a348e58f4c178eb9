package khabuan.base.record;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final TransactionTemplate reading, apart;

    Moments(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart = new TransactionTemplate(transactions, reading);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

    /** As {@link #read(Instant, Supplier)}, beside a reading at another moment that goes on. */
    public <T> T readApart(Instant knownAt, Supplier<T> work) {
        return apart.execute(status -> read(knownAt, work));
    }

    /** As {@link #read(Instant, Supplier)}, handing over the snapshot that was read in, for {@link #touchesSince}. */
    public <T> T readWithSnapshot(Instant knownAt, Function<Snapshot, T> work) {
        return read(knownAt, () -> work.apply(Snapshot.parse(jdbc.sql("select pg_current_snapshot()::text").query(String.class).single())));
    }

    /** A transaction that changed a table.
     *  @param recordedAt how far back in record time it wrote
     *  @param records which records it wrote; null when they are too many to name */
    public record Touch(String table, long xid, Instant recordedAt, List<Long> records) {}

    /** What has changed, and the snapshot at which this is all. */
    public record News(Snapshot now, List<Touch> touches) {

        /** Whether what was read from these tables in that snapshot would be read the same now: exact, for the present and for the past.
         *  @param knownAt the moment of knowledge that was read at; null for the present */
        public boolean leavesUnchanged(Set<String> tables, Snapshot read, Instant knownAt) {
            return of(tables, read, knownAt).isEmpty();
        }

        /** What has changed of that which was read from these tables in that snapshot. */
        public List<Touch> of(Set<String> tables, Snapshot read, Instant knownAt) {
            return touches.stream().filter(t -> tables.contains(t.table()) && !read.shows(t.xid())
                    && (knownAt == null || !t.recordedAt().isAfter(knownAt))).toList();
        }
    }

    /** The changes that the oldest of some snapshots may not show. */
    public News touchesSince(long oldestXid) {
        var now = new Snapshot[1];
        var touches = new ArrayList<Touch>();
        jdbc.sql("""
                select pg_current_snapshot()::text, t.table_name, t.xid::text, t.recorded_at, t.records
                from (select) one left join log.touch t on t.xid >= :oldest::xid8""")
                .param("oldest", Long.toString(oldestXid))
                .query(row -> {
                    if (now[0] == null) now[0] = Snapshot.parse(row.getString(1));
                    if (row.getString(2) != null)
                        touches.add(new Touch(row.getString(2), Long.parseLong(row.getString(3)), row.getTimestamp(4).toInstant(),
                                row.getArray(5) == null ? null : List.of((Long[]) row.getArray(5).getArray())));
                });
        return new News(now[0], touches);
    }

    /** The tables in which something was recorded after a moment of knowledge: in all others the past of that moment is the present. */
    public Set<String> tablesRecordedAfter(Instant knownAt) {
        return Set.copyOf(jdbc.sql("select distinct table_name from log.touch where recorded_at > :after::timestamptz").param("after", knownAt.toString()).query(String.class).list());
    }

    /** The local units with records that were recorded in some tables after one moment of knowledge and until another; empty when that can't be told, and everything may differ.
     *  @param until null for now */
    public Optional<Set<String>> unitsRecordedBetween(Set<String> tables, Instant after, Instant until) {
        return unitsOf(jdbc.sql("""
                select table_name, xid::text, recorded_at, records from log.touch
                where table_name = any(:tables) and recorded_at > :after::timestamptz and (recorded_at <= :until::timestamptz or :until::timestamptz is null)""")
                .param("tables", tables.toArray(String[]::new)).param("after", after.toString()).param("until", until == null ? null : until.toString())
                .query((r, n) -> new Touch(r.getString(1), Long.parseLong(r.getString(2)), r.getTimestamp(3).toInstant(), r.getArray(4) == null ? null : List.of((Long[]) r.getArray(4).getArray()))).list());
    }

    /** The local units in which the records of some touches lie, or ever lay; empty when that can't be told, and everything may have changed. */
    public Optional<Set<String>> unitsOf(Collection<Touch> touches) {
        var records = new TreeMap<String, Set<Long>>();
        for (var touch : touches) {
            if (touch.records == null) return Optional.empty();
            records.computeIfAbsent(touch.table, t -> new TreeSet<>()).addAll(touch.records);
        }
        var units = new TreeSet<String>();
        for (var e : records.entrySet()) {
            var found = jdbc.sql("select history.units_of(:table, :records)").param("table", e.getKey()).param("records", e.getValue().toArray(Long[]::new))
                    .query((r, n) -> Optional.ofNullable(r.getArray(1))).single();
            if (found.isEmpty()) return Optional.empty();
            units.addAll(texts(found.get()));
        }
        return Optional.of(units);
    }

    private static List<String> texts(Array array) {
        try {
            return List.of((String[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
