package khabuan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** The postings of the funds' books on one server, and the same spread by fund over two others that it reaches as foreign partitions (postgres_fdw): the national totals must be the same, and what each way costs is told. On one machine this shows
 *  that it is right and what the way between servers costs, not how much faster more machines are; see docs/scale.md. */
@Component
class ScaleBench implements Bench {

    private static final int FUNDS = 5_997, SHARDS = 2;
    private static final long POSTINGS = Long.getLong("khabuan.bench.postings", 4_000_000);
    /** The same rows wherever they are made. */
    private static final String ROWS = """
            select 1 + n %% %1$d as fund_id, (n / %1$d %% 10)::int as account, date '2017-10-01' + (n / 7 %% 700)::int as day, (n * 7919 %% 100000 - 50000) as amount, (1 + n %% %1$d) %% 5 as region
            from generate_series(1::bigint, %2$d) n""".formatted(FUNDS, POSTINGS);
    private static final String COLUMNS = "fund_id bigint not null, account int not null, day date not null, amount bigint not null, region int not null";
    /** With the key of the partitions among the groups, each server sums its own rows and sends sums. */
    private static final String NATIONAL = """
            select region, date_trunc('month', day)::date as month, account, sum(total) from (select fund_id %% %2$d as shard, region, date_trunc('month', day) as day, account, sum(amount) as total from %1$s group by 1, 2, 3, 4) s
            group by 1, 2, 3 order by 1, 2, 3""";

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public void run(PrintWriter out) {
        try (var whole = open("whole"); var first = open("first"); var second = open("second")) {
            var one = connect(whole);
            one.execute("create table posting (" + COLUMNS + ")");
            one.execute("insert into posting " + ROWS);
            one.execute("create index on posting (fund_id, account, day) include (amount)");
            one.execute("vacuum analyze posting");
            var shards = List.of(first, second);
            spread(one, shards);
            compare(out, one);
            write(out, one, connect(first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spread(JdbcTemplate one, List<EmbeddedPostgres> shards) {
        one.execute("create extension postgres_fdw");
        one.execute("create table spread (" + COLUMNS + ") partition by list ((fund_id % " + SHARDS + "))");
        for (int s = 0; s < SHARDS; s++) {
            var shard = connect(shards.get(s));
            shard.execute("create table posting (" + COLUMNS + ")");
            shard.execute("insert into posting select * from (" + ROWS + ") r where fund_id %% %d = %d".formatted(SHARDS, s));
            shard.execute("create index on posting (fund_id, account, day) include (amount)");
            shard.execute("vacuum analyze posting");
            one.execute("create server shard%d foreign data wrapper postgres_fdw options (host 'localhost', port '%d', dbname 'postgres', fetch_size '10000', batch_size '1000', async_capable 'true', use_remote_estimate 'true')"
                    .formatted(s, shards.get(s).getPort()));
            one.execute("create user mapping for current_user server shard%d options (user 'postgres', password_required 'false')".formatted(s));
            one.execute("create foreign table spread_%1$d partition of spread for values in (%1$d) server shard%1$d options (table_name 'posting')".formatted(s));
        }
    }

    private static void compare(PrintWriter out, JdbcTemplate one) {
        one.execute("set enable_partitionwise_aggregate = on");
        var local = new AtomicReference<List<?>>();
        var far = new AtomicReference<List<?>>();
        double alone = best(() -> local.set(one.queryForList(NATIONAL.formatted("posting", SHARDS))));
        double together = best(() -> far.set(one.queryForList(NATIONAL.formatted("spread", SHARDS))));
        if (!local.get().equals(far.get())) throw new IllegalStateException("The national totals of " + SHARDS + " servers are not those of one.");
        out.printf("  %,d postings of %,d funds: %,d national totals by region, month and account are the same; one server %.0f ms, spread over %d others %.0f ms%n", POSTINGS, FUNDS, local.get().size(), alone, SHARDS, together);
        String fund = "select account, sum(amount) from %s where fund_id = 1234 and fund_id %% " + SHARDS + " = " + 1234 % SHARDS + " and day <= '2019-08-31' group by 1 order by 1";
        double here = best(() -> local.set(one.queryForList(fund.formatted("posting"))));
        double there = best(() -> far.set(one.queryForList(fund.formatted("spread"))));
        if (!local.get().equals(far.get())) throw new IllegalStateException("The trial balance of a fund is another on its server.");
        out.printf("  the trial balance of a fund: %.2f ms on one server, %.2f ms through its foreign partition%n", here, there);
    }

    private static void write(PrintWriter out, JdbcTemplate one, JdbcTemplate shard) {
        String rows = "select 1234, 1, date '2019-09-01', n, 4 from generate_series(1, 1000) n";
        double local = best(() -> one.execute("insert into posting " + rows));
        double through = best(() -> one.execute("insert into spread " + rows));
        double direct = best(() -> shard.execute("insert into posting " + rows));
        out.printf("  a thousand postings of a fund written: %.1f ms on one server, %.1f ms through its foreign partition, %.1f ms sent to its server%n", local, through, direct);
    }

    /** The shortest of five, in milliseconds. */
    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - began) / 1e6);
        }
        return best;
    }

    private static JdbcTemplate connect(EmbeddedPostgres server) {
        return new JdbcTemplate(new SingleConnectionDataSource(server.getJdbcUrl("postgres", "postgres"), true));
    }

    private static EmbeddedPostgres open(String name) throws IOException {
        Path home = Path.of(System.getProperty("khabuan.home")).resolve("scale-" + name);
        Files.createDirectories(home);
        return EmbeddedPostgres.builder().setDataDirectory(home.resolve("data")).setOverrideWorkingDirectory(home.resolve("programme").toFile()).setServerConfig("shared_buffers", "256MB").setServerConfig("work_mem", "32MB")
                .setServerConfig("max_wal_size", "2GB").setServerConfig("jit", "off").setPGStartupWait(Duration.ofSeconds(60)).start();
    }
}
