package khabuan.bench;

import java.io.PrintWriter;
import java.io.StringReader;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.LedgerAccount;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A batch of 5,000 payments with its file for the bank; a million postings of payments to two thousand projects in a fiscal year, judged and guarded, beside COPY of the same rows into the same tables, and into tables without judges;
 *  then balances of accounts drawn by lot at the end of days drawn by lot. */
@Component
class MoneyBench implements Bench {

    private static final int ENTRIES = 250_000;
    private static final int BATCH = 10_000;
    private static final int PROJECTS = 2_000;
    private static final LocalDate BEGIN = LocalDate.of(2018, 10, 1);
    private static final Author AUTHOR = Author.programme("bench");
    private final Ledger ledger;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BenchPayments payments;

    MoneyBench(Ledger ledger, Changes changes, JdbcClient jdbc, JdbcTemplate template, BenchPayments payments) {
        this.ledger = ledger;
        this.changes = changes;
        this.jdbc = jdbc;
        this.template = template;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "money";
    }

    @Override
    public void run(PrintWriter out) {
        payments.run(out);
        double ours = seconds(() -> post("bench"));
        out.printf("  %,d postings (%,d payments, each against its approval and out of the bank) in %.1f s: %,.0f a second%n", 4 * ENTRIES, ENTRIES, ours, 4 * ENTRIES / ours);
        changes.make(AUTHOR, "bench.write", "", () -> ledger.open("copied"));
        double judged = seconds(() -> copyAgain("journal_entry", "posting"));
        double bare = changes.make(AUTHOR, "bench.write", "", () -> {
            template.execute("create temp table bench_entry (like journal_entry including all)");
            template.execute("create temp table bench_posting (like posting including all)");
            return seconds(() -> copyAgain("bench_entry", "bench_posting"));
        });
        out.printf("  COPY of the same rows into the same tables %.1f s (%.2f ×), into temporary tables that nobody judges %.1f s (%.2f ×)%n", judged, ours / judged, bare, ours / bare);
        balances(out);
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private void post(String book) {
        changes.make(AUTHOR, "bench.write", "", () -> ledger.open(book));
        var bank = LedgerAccount.of(book, "1100", "state");
        var frame = LedgerAccount.of(book, "9200", "state").year(2562).programme("welfare").office("NE");
        changes.make(AUTHOR, "bench.write", "", () -> {
            var granted = new ArrayList<Entry>();
            granted.add(Entry.on(BEGIN, "frame.allot", "frame", 1, "").moving(Baht.of(4_000_000_000L), frame.code("9100"), frame));
            for (int p = 1; p <= PROJECTS; p++) granted.add(Entry.on(BEGIN, "project.approve", "project", p, "").moving(Baht.of(2_000_000), frame, frame.code("9300").record(p)));
            ledger.post(granted);
        });
        var lots = new Random(2562);
        for (int from = 0; from < ENTRIES; from += BATCH) {
            var batch = new ArrayList<Entry>();
            for (int i = 0; i < BATCH; i++) {
                int project = 1 + lots.nextInt(PROJECTS);
                var amount = new Baht(100 + lots.nextInt(100_000));
                batch.add(Entry.on(BEGIN.plusDays(lots.nextInt(365)), "payment.issue", "project", project, "").moving(amount, frame.code("9300").record(project), frame.code("9400").record(project))
                        .moving(amount, bank, LedgerAccount.of(book, "5100", "state").programme("welfare").office("NE").record(project)));
            }
            changes.make(AUTHOR, "bench.write", "", () -> ledger.post(batch));
        }
    }

    /** The rows of the bench's payments once more, under other numbers, through COPY in batches of the same size. */
    private void copyAgain(String entries, String postings) {
        long shift = 10_000_000_000L;
        for (int from = 0; from < ENTRIES; from += BATCH) {
            var rows = jdbc.sql("select id, book_id, day, change_id from journal_entry where act = 'payment.issue' and book_id = (select id from ledger_book where code = 'bench') order by id limit :batch offset :from")
                    .param("batch", BATCH).param("from", from).query((r, n) -> new Object[] {r.getLong(1), r.getLong(2), r.getString(3)}).list();
            var first = (Long) rows.getFirst()[0];
            var last = (Long) rows.getLast()[0];
            var lines = jdbc.sql("select entry_id, line, account_id, day::text, amount from posting where entry_id between ? and ?").params(first, last)
                    .query((r, n) -> (r.getLong(1) + shift) + "\t" + r.getInt(2) + "\t" + r.getInt(3) + "\t" + r.getString(4) + "\t" + -r.getLong(5) + "\n").list();
            var headers = rows.stream().map(r -> ((Long) r[0] + shift) + "\t" + r[1] + "\t" + r[2] + "\tpayment.copy\tproject\t1\n").toList();
            changes.make(AUTHOR, "bench.write", "", () -> {
                copy("copy " + entries + " (id, book_id, day, act, subject_kind, subject_id) from stdin", String.join("", headers));
                copy("copy " + postings + " (entry_id, line, account_id, day, amount) from stdin", String.join("", lines));
            });
        }
    }

    private void copy(String sql, String rows) {
        template.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private void balances(PrintWriter out) {
        var accounts = jdbc.sql("select id from ledger_account order by id").query(Integer.class).list();
        int busiest = jdbc.sql("select id from ledger_account where code = '1100' order by id limit 1").query(Integer.class).single();
        var lots = new Random(7);
        var times = new double[1000];
        for (int i = -100; i < times.length; i++) {
            var account = i % 10 == 0 ? busiest : accounts.get(lots.nextInt(accounts.size()));
            var day = BEGIN.plusDays(lots.nextInt(365));
            double taken = seconds(() -> ledger.balance(java.util.List.of(account), day)) * 1000;
            if (i >= 0) times[i] = taken;
        }
        Arrays.sort(times);
        out.printf("  the balance of an account at the end of a day, the bank's among them: %.2f ms (95 %%: %.2f, longest %.2f)  target 20: %s%n", times[500], times[950], times[999], times[950] <= 20 ? "met" : "missed");
    }
}
