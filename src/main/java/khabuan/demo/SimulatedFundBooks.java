package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.registry.welfare.Collections;
import khabuan.registry.welfare.Collections.Payer;
import khabuan.registry.welfare.Collections.Round;
import khabuan.registry.welfare.Figures;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.Source;
import khabuan.registry.welfare.FundBooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Funds that keep their books here: that of the demonstration's treasurer, and the two smallest beside it in the province that told their status in the last quarter. Members, months of collecting and claims are drawn by lot;
 *  the opening is what their statement tells less what was collected and paid since, so that on the statement's day the books tell the statement. */
@Component
class SimulatedFundBooks {

    private static final LocalDate SINCE = LocalDate.of(2018, 11, 1);
    private static final YearMonth FIRST = YearMonth.of(2018, 11), LAST = YearMonth.of(2019, 6);
    private static final Baht DUE = Baht.of(30), SICK = Baht.of(500);
    private static final int PAID_CLAIMS = 2;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final FundBooks books;
    private final Collections collections;
    private final khabuan.base.money.Ledger ledger;
    private Draw draw;

    SimulatedFundBooks(JdbcClient jdbc, Changes changes, FundBooks books, Collections collections, khabuan.base.money.Ledger ledger) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.collections = collections;
        this.ledger = ledger;
    }

    private record Chosen(long fund, String unit, LocalDate foundedOn, long statement, LocalDate asOf, int members, int villages, Integer committee, boolean ofAccounts) {}

    /** Makes them, unless a fund keeps books already. @return whether it did */
    boolean make() {
        if (jdbc.sql("select exists (select from welfare_fund where books_since is not null)").query(Boolean.class).single()) return false;
        draw = Draw.of("books of funds");
        changes.make(Author.programme("demo"), "welfare.open-books", "ข้อมูลจำลอง", () -> chosen().forEach(this::make));
        return true;
    }

    private List<Chosen> chosen() {
        return jdbc.sql("""
                select f.id, f.unit_code, f.founded_on, s.id, s.as_of, s.members, s.villages, s.committee, f.unit_code = (select scope_code from account where name = 'treasurer') as of_accounts
                from welfare_fund f join welfare_statement s on s.fund_id = f.id and s.fiscal_year = 2562 and s.quarter = 4 and s.certified_on is not null join unit_now u on u.code = f.unit_code
                where u.province_code = '40' and f.founded_on < '2018-01-01' and s.villages <= s.members order by of_accounts desc, s.members, f.id limit 3""")
                .query((r, n) -> new Chosen(r.getLong(1), r.getString(2), r.getObject(3, LocalDate.class), r.getLong(4), r.getObject(5, LocalDate.class), r.getInt(6), r.getInt(7), (Integer) r.getObject(8), r.getBoolean(9))).list();
    }

    private void make(Chosen fund) {
        var village = members(fund);
        if (fund.committee != null) committee(fund);
        var rounds = rounds(fund, village);
        long collected = rounds.stream().mapToLong(r -> r.payers().size() * DUE.satang()).sum();
        var told = told(fund, collected);
        var left = told.received().minus(told.given().amount());
        books.write(fund.fund, SINCE, told, left.isAbove(Baht.of(3_000)) ? Baht.of(3_000) : left, new FundBooks.Due(fund.foundedOn, "monthly", DUE));
        collections.write(rounds);
        claims(fund, village);
        jdbc.sql("update welfare_fund set books_since = ? where id = ?").params(SINCE, fund.fund).update();
        if (fund.ofAccounts) for (var office : List.of("treasurer", "chair"))
            jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) select ?, id, ?, ? from account where name = ?").params(fund.fund, office, SINCE, office).update();
    }

    /** As many of each class as the statement tells. @return the village of each number */
    private Map<Integer, Integer> members(Chosen fund) {
        var classes = new ArrayList<String>();
        jdbc.sql("select working, young, elderly, disadvantaged, other from welfare_statement where id = ?").param(fund.statement).query(r -> {
            for (var clazz : List.of("working", "young", "elderly", "disadvantaged", "other")) for (int i = 0; i < r.getInt(clazz); i++) classes.add(clazz);
        });
        while (classes.size() < fund.members) classes.add("");
        var villages = new TreeMap<Integer, Integer>();
        int number = 0;
        for (var clazz : draw.shuffled(classes)) {
            villages.put(++number, number <= fund.villages ? number : 1 + draw.below(fund.villages));
            long person = jdbc.sql("insert into person (unit_code, full_name) values (?, ?) returning id").params(fund.unit, SimulatedNames.person(draw, draw.chance(0.6))).query(Long.class).single();
            jdbc.sql("insert into welfare_member (fund_id, number, person_id, class, village, joined_on) values (?, ?, ?, nullif(?, ''), ?, ?)").params(fund.fund, number, person, clazz, villages.get(number), draw.day(fund.foundedOn, SINCE)).update();
        }
        return villages;
    }

    private void committee(Chosen fund) {
        for (int i = 1; i <= fund.committee; i++)
            jdbc.sql("insert into welfare_office (fund_id, person_id, office, elected_on, until_date) select fund_id, person_id, ?, '2018-10-15', '2020-10-15' from welfare_member where fund_id = ? and number = ?")
                    .params(i == 1 ? "chair" : i == 2 ? "treasurer" : "member", fund.fund, i).update();
    }

    /** From month to month, village by village; not everybody pays each time. */
    private List<Round> rounds(Chosen fund, Map<Integer, Integer> village) {
        var rounds = new ArrayList<Round>();
        for (var month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) for (int v = 1; v <= fund.villages; v++) {
            int here = v;
            var payers = village.entrySet().stream().filter(m -> m.getValue() == here && !draw.chance(0.06)).map(m -> new Payer(m.getKey(), (int) DUE.satang())).toList();
            if (!payers.isEmpty()) rounds.add(new Round(fund.fund, v, month, month.atDay(5 + draw.below(20)), "เหรัญญิกกองทุน (จำลอง)", payers));
        }
        return rounds;
    }

    /** What the statement tells less what the books take and give. */
    private Figures told(Chosen fund, long collected) {
        var money = new EnumMap<Source, Baht>(Source.class);
        jdbc.sql("select * from welfare_statement where id = ?").param(fund.statement).query(r -> { for (var s : Source.values()) money.put(s, new Baht(r.getLong("from_" + s.word()))); });
        money.computeIfPresent(Source.MEMBERS, (s, all) -> all.minus(new Baht(collected)));
        var given = new EnumMap<Benefit, Given>(Benefit.class);
        jdbc.sql("select kind, recipients, amount from welfare_benefit where statement_id = ?").param(fund.statement)
                .query(r -> { given.put(Benefit.valueOf(r.getString(1).toUpperCase(java.util.Locale.ROOT)), new Given(r.getInt(2), new Baht(r.getLong(3)))); });
        given.computeIfPresent(Benefit.SICKNESS, (k, g) -> new Given(g.recipients() - PAID_CLAIMS, g.amount().minus(SICK.times(PAID_CLAIMS))));
        return new Figures(0, Map.of(), 0, null, money, given);
    }

    /** What the regulations promise; claims that were paid, and one that each step waits for. */
    private void claims(Chosen fund, Map<Integer, Integer> village) {
        long sickness = rule(fund.fund, "sickness", SICK, 6, "ใบรับรองแพทย์");
        rule(fund.fund, "death", Baht.of(10_000), 12, "ใบมรณบัตร");
        rule(fund.fund, "birth", Baht.of(500), 6, "สูติบัตร");
        var days = List.of(LocalDate.of(2019, 3, 14), LocalDate.of(2019, 5, 20), LocalDate.of(2019, 8, 22), LocalDate.of(2019, 8, 27), LocalDate.of(2019, 8, 29));
        for (int i = 0; i < days.size(); i++) claim(fund, sickness, 3 + i * village.size() / 8, days.get(i), i < PAID_CLAIMS ? 3 : days.size() - 1 - i);
    }

    private long rule(long fund, String kind, Baht amount, int after, String paper) {
        return jdbc.sql("insert into welfare_rule (fund_id, kind, from_date, after_months, amount, most_a_year, papers) values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(fund, kind, LocalDate.of(2018, 1, 1), after, amount.satang(), kind.equals("sickness") ? 2 : null, new String[] {paper}).query(Long.class).single();
    }

    /** @param steps how far it is: 1 checked, 2 approved, 3 paid */
    private void claim(Chosen fund, long rule, int number, LocalDate day, int steps) {
        String asked = "เลขานุการกองทุน (จำลอง)", chair = "ประธานกองทุน (จำลอง)";
        var next = day.plusDays(1);
        long id = jdbc.sql("select nextval('record_number')").query(Long.class).single();
        Long entry = null;
        if (steps == 3) {
            var bank = LedgerAccount.of("fund-" + fund.fund, "W120", "");
            entry = ledger.post(Entry.on(next, "welfare.pay", "welfare-claim", id, "").moving(SICK, bank, bank.code("W560").programme("sickness")));
        }
        jdbc.sql("""
                insert into welfare_claim (id, fund_id, member_id, rule_id, happened_on, asked_on, amount, note, asked_name, checked_name, checked_on, approved_name, approved_on, paid_on, paid_from, entry_id)
                select ?, fund_id, id, ?, ?, ?, ?, 'นอนโรงพยาบาล', ?, ?, ?, ?, ?, ?, ?, ? from welfare_member where fund_id = ? and number = ?""")
                .params(id, rule, day, day, SICK.satang(), asked, steps > 0 ? asked : null, steps > 0 ? day : null, steps > 1 ? chair : null, steps > 1 ? next : null, steps > 2 ? next : null, steps > 2 ? "W120" : null, entry, fund.fund, number).update();
    }
}
