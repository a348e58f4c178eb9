package khabuan.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import khabuan.base.money.Ledger;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.registry.welfare.Collections;
import khabuan.registry.welfare.Collections.Payer;
import khabuan.registry.welfare.Collections.Round;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One month's contributions of six million members of 5,997 funds, handed in round by round, village by village, with all that is judged of them; beside COPY of the same rows into like tables without judges. Then the trial balance of funds
 *  drawn by lot at the end of days drawn by lot, the table of all funds; the size of it; and how the cost grows with the members. */
@Component
class WelfareBench implements Bench {

    private static final int FUNDS = Integer.getInteger("khabuan.bench.funds", 5_997), VILLAGES = 9, BATCH = 60;
    private static final long MEMBERS = Long.getLong("khabuan.bench.members", FUNDS * 5_994_974L / 5_997);
    private static final LocalDate BEGIN = LocalDate.of(2017, 10, 1);
    private static final YearMonth FIRST = YearMonth.of(2019, 7);
    private static final Author AUTHOR = Author.programme("bench");
    private final Collections collections;
    private final Ledger ledger;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Measures measures;

    WelfareBench(Collections collections, Ledger ledger, Changes changes, JdbcClient jdbc, JdbcTemplate template, Measures measures) {
        this.collections = collections;
        this.ledger = ledger;
        this.changes = changes;
        this.jdbc = jdbc;
        this.template = template;
        this.measures = measures;
    }

    @Override
    public String name() {
        return "welfare";
    }

    @Override
    public void run(PrintWriter out) {
        var funds = members(out);
        try (var raw = new RawCopy(template)) {
            raw.settle("person", "welfare_fund", "welfare_due", "welfare_member");
            double before = size();
            double part = month(funds.subList(0, FUNDS / 6), FIRST);
            raw.settle("welfare_collection", "welfare_contribution", "journal_entry", "posting", "ledger_account", "ledger_month");
            double ours = month(funds, FIRST.plusMonths(1));
            written(out, raw, part, ours, before);
        }
        balances(out, funds);
        table(out);
    }

    private void written(PrintWriter out, RawCopy raw, double part, double ours, double before) {
        long rows = jdbc.sql("select count(*) from welfare_contribution where month = ?").param(Collections.month(FIRST.plusMonths(1))).query(Long.class).single();
        out.printf("  %,d contributions of one month in %,d rounds, with their entries: %.1f s, %,.0f a second  target 150 s: %s%n", rows, FUNDS * VILLAGES, ours, rows / ours, ours <= 150 ? "met" : "missed");
        out.printf("  of a sixth of the funds alone %.1f s: six times as many cost %.2f × as much each%n", part, ours / part / 6);
        double copied = copyAgain(raw);
        out.printf("  COPY of the same rows into like tables with their indexes, logged and committed as ours: %.1f s; ours is %.2f ×  target 2.5: %s%n", copied, ours / copied, ours / copied <= 2.5 ? "met" : "missed");
        long postings = jdbc.sql("select count(*) from posting").query(Long.class).single();
        out.printf("  the database grew by %.0f MB: %.0f MB for a million contributions with their rounds and postings (%,d postings)%n", size() - before, (size() - before) / (rows * 7 / 6.0) * 1e6, postings);
    }

    /** The national table of the funds (T-322): funds, members, villages and money by source, by region, when nothing of it is kept; as it stands, and as it stood before all funds stated anew. */
    private void table(PrintWriter out) {
        state(3, LocalDate.of(2019, 5, 31));
        var before = Instant.now();
        state(4, LocalDate.of(2019, 8, 31));
        template.execute("analyze welfare_statement");
        var clock = new Clockwork(out, 9);
        clock.time("the table of funds by region, nothing kept", 1_000, measures::forget, () -> measures.ask(table((Instant) null)));
        clock.time("… as it stood before all funds stated anew", 3_000, measures::forget, () -> measures.ask(table(before)));
        clock.time("… the same sums in plain SQL", 0, () -> {}, () -> jdbc.sql("""
                select r.region_code, count(*), sum(s.members), sum(s.villages), sum(s.from_members), sum(s.from_local), sum(s.from_codi), sum(s.from_state), sum(s.from_other), sum(s.from_donations)
                from welfare_fund f join welfare_statement s on s.fund_id = f.id and s.quarter = 4 join unit u on u.code = f.unit_code join district d on d.code = u.district_code
                join province_region r on r.province_code = d.province_code and r.until_date is null group by 1""").query().listOfRows());
    }

    private static List<Question> table(Instant knownAt) {
        var window = List.of(new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 8, 31), knownAt));
        return List.of(new Question("welfare.registered", Level.REGION, window), new Question("welfare.members", Level.REGION, window), new Question("welfare.villages", Level.REGION, window),
                new Question("welfare.money", Level.REGION, Place.COUNTRY, true, window));
    }

    /** Every fund states what its register and its rounds tell. */
    private void state(int quarter, LocalDate asOf) {
        changes.make(AUTHOR, "bench.write", "", () -> jdbc.sql("""
                insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, basis, members, working, villages, from_members, from_local, recorded_name, recorded_on, certified_name, certified_on)
                select f.id, 2562, :quarter, :day, 'books', m.n, m.n, :villages, coalesce(c.total, 0), f.id, 'bench', :day, 'bench 2', :day from welfare_fund f
                join (select fund_id, count(*) as n from welfare_member group by 1) m on m.fund_id = f.id left join (select fund_id, sum(total) as total from welfare_collection group by 1) c on c.fund_id = f.id""")
                .param("quarter", quarter).param("day", asOf).param("villages", VILLAGES).update());
    }

    private double size() {
        return jdbc.sql("select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('present', 'history', 'log') and c.relkind = 'r'").query(Double.class).single() / 1e6;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    /** Funds with their members, villages and dues. @return the funds */
    private List<Long> members(PrintWriter out) {
        int each = (int) (MEMBERS / FUNDS), more = (int) (MEMBERS % FUNDS);
        double taken = seconds(() -> {
            changes.make(AUTHOR, "bench.write", "", () -> {
                template.execute("insert into region (code, name_th, name_en, short_th, print_order) values ('NE', 'ภาคตะวันออกเฉียงเหนือ', '', 'อีสาน', 3) on conflict do nothing");
                template.execute("insert into province (code, name_th) values ('40', 'ขอนแก่น') on conflict do nothing");
                template.execute("insert into district (code, province_code, name_th) values ('4001', '40', 'เมืองขอนแก่น') on conflict do nothing");
                template.execute("insert into unit (code, district_code) select '4001B' || n, '4001' from generate_series(1, %d) n".formatted(FUNDS));
                template.execute("insert into welfare_fund (code, unit_code, name, founded_on, books_since) select 'B' || n, '4001B' || n, 'กองทุนสวัสดิการชุมชนตำบลที่ ' || n, '2008-01-01', '2017-10-01' from generate_series(1, %d) n".formatted(FUNDS));
                template.execute("insert into welfare_due (fund_id, from_date, rhythm, amount) select id, '2008-01-01', 'monthly', 3000 from welfare_fund where code like 'B%'");
                template.execute("insert into ledger_book (code) select 'fund-' || id from welfare_fund where code like 'B%'");
            });
            for (int from = 1; from <= FUNDS; from += 500) {
                int first = from;
                changes.make(AUTHOR, "bench.write", "", () -> jdbc.sql("""
                        with wanted as materialized (select f.id as fund, f.unit_code, n, nextval('record_number') as person from welfare_fund f
                          cross join lateral generate_series(1, :each + case when substr(f.code, 2)::int <= :more then 1 else 0 end) n where f.code like 'B%' and substr(f.code, 2)::int between :first and :last),
                        persons as (insert into person (id, unit_code, full_name) select person, unit_code, 'สมาชิก ที่ ' || person from wanted)
                        insert into welfare_member (fund_id, number, person_id, class, village, joined_on) select fund, n, person, 'working', 1 + n % :villages, date '2017-10-01' + n % 300 from wanted""")
                        .param("each", each).param("more", more).param("first", first).param("last", first + 499).param("villages", VILLAGES).update());
            }
        });
        out.printf("  %,d members of %,d funds made in %.0f s%n", MEMBERS, FUNDS, taken);
        out.flush();
        return jdbc.sql("select id from welfare_fund where code like 'B%' order by id").query(Long.class).list();
    }

    /** Everybody pays for a month, but for a few drawn by lot. @return the seconds that it takes */
    private double month(List<Long> funds, YearMonth month) {
        var lots = new Random(month.getMonthValue());
        var of = new HashMap<Long, Integer>();
        jdbc.sql("select fund_id, max(number) from welfare_member group by 1").query(r -> { of.put(r.getLong(1), r.getInt(2)); });
        double taken = 0;
        for (int from = 0; from < funds.size(); from += BATCH) {
            var batch = new ArrayList<Round>();
            for (var fund : funds.subList(from, Math.min(from + BATCH, funds.size()))) {
                var villages = new ArrayList<List<Payer>>();
                for (int v = 0; v < VILLAGES; v++) villages.add(new ArrayList<>());
                int members = of.get(fund);
                for (int n = 1; n <= members; n++) if (lots.nextInt(1000) > 0) villages.get(n % VILLAGES).add(new Payer(n, 0));
                for (int v = 0; v < VILLAGES; v++) if (!villages.get(v).isEmpty()) batch.add(new Round(fund, v + 1, month, month.atEndOfMonth(), "เหรัญญิก", villages.get(v)));
            }
            taken += seconds(() -> changes.make(AUTHOR, "bench.write", "", () -> collections.write(batch)));
        }
        return taken;
    }

    /** The rows of the last month once more, in as many batches, beside those that stood before it. @return the seconds that it takes */
    private double copyAgain(RawCopy raw) {
        var ids = jdbc.sql("select id from welfare_collection where month = ? order by id").param(Collections.month(FIRST.plusMonths(1))).query(Long.class).list();
        long first = ids.getFirst();
        raw.like("welfare_collection", "id < " + first);
        raw.like("welfare_contribution", "collection_id < " + first);
        raw.like("journal_entry", "subject_id < " + first);
        raw.like("posting", "entry_id in (select id from bench.journal_entry)");
        double taken = 0;
        for (int from = 0; from < ids.size(); from += BATCH * VILLAGES) {
            var some = ids.subList(from, Math.min(from + BATCH * VILLAGES, ids.size()));
            var within = "between %d and %d".formatted(some.getFirst(), some.getLast());
            taken += raw.copy("welfare_collection", "id " + within) + raw.copy("welfare_contribution", "collection_id " + within) + raw.copy("journal_entry", "subject_id " + within)
                    + raw.copy("posting", "entry_id in (select id from present.journal_entry where subject_id " + within + ")") + raw.commit();
        }
        return taken;
    }

    private void balances(PrintWriter out, List<Long> funds) {
        var lots = new Random(11);
        var times = new double[500];
        for (int i = -50; i < times.length; i++) {
            String book = "fund-" + funds.get(lots.nextInt(funds.size()));
            var day = BEGIN.plusDays(lots.nextInt(720));
            double taken = seconds(() -> ledger.standing(book, List.of("W110", "W120", "W406", "W464", "W465", "W466", "W467", "W475", "W560", "W590"), 0, day)) * 1000;
            if (i >= 0) times[i] = taken;
        }
        Arrays.sort(times);
        out.printf("  the trial balance of a fund at the end of a day: %.2f ms (95 %%: %.2f, longest %.2f)  target 50: %s%n", times[250], times[475], times[499], times[475] <= 50 ? "met" : "missed");
    }
}
