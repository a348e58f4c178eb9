package khabuan.demo;

import static khabuan.demo.SimulatedFundMembers.all;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;
import khabuan.demo.SimulatedFundBooks.Chosen;
import khabuan.demo.SimulatedFundMembers.Member;
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

/** The books of one fund over two years: members, months of collecting and claims are drawn by lot; the opening is what its statement tells less what was collected and paid until the statement's day, so that on that day the
 *  books tell the statement. */
@Component
class SimulatedFundBook {

    static final YearMonth FIRST = YearMonth.of(2017, 8);
    private static final int MONTHS = 24, MOST_DUE = 30;
    private static final Baht IN_CASH = Baht.of(3_000);
    private final JdbcClient jdbc;
    private final FundBooks books;
    private final Collections collections;
    private final SimulatedFundMembers roster;
    private final SimulatedClaims claims;
    private final khabuan.base.money.Ledger ledger;

    SimulatedFundBook(JdbcClient jdbc, FundBooks books, Collections collections, SimulatedFundMembers roster, SimulatedClaims claims, khabuan.base.money.Ledger ledger) {
        this.jdbc = jdbc;
        this.books = books;
        this.collections = collections;
        this.roster = roster;
        this.claims = claims;
        this.ledger = ledger;
    }

    /** Within a change. */
    void make(Chosen fund) {
        var draw = Draw.of("books of fund " + fund.code());
        var since = since(fund);
        var stated = stated(fund);
        var members = roster.make(fund, since, draw);
        var due = due(fund, stated, draw);
        var rounds = rounds(fund, members, due, since, draw);
        var collected = rounds.stream().filter(r -> !r.collectedOn().isAfter(fund.asOf())).map(r -> due.of(r.month()).times(r.payers().size())).reduce(Baht.ZERO, Baht::plus);
        var paid = claims.draw(fund, stated, stated.received().minus(stated.given().amount()).minus(collected), members, since, draw);
        var had = less(stated, collected, paid);
        var left = had.received().minus(had.given().amount());
        books.write(fund.fund(), since, had, left.isAbove(IN_CASH) ? IN_CASH : left, due);
        if (!rounds.isEmpty()) {
            collections.write(rounds);
            bank(fund, rounds, due);
        }
        claims.write(fund, stated, paid, members, draw);
        jdbc.sql("update welfare_fund set books_since = ? where id = ?").params(since, fund.fund()).update();
        if (fund.fresh()) jdbc.sql("update welfare_statement set basis = 'books' where id = ?").param(fund.statement()).update();
        if (fund.ofAccounts()) for (var office : List.of("treasurer", "chair"))
            jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) select ?, id, ?, ? from account where name = ?").params(fund.fund(), office, since, office).update();
    }

    /** The month after it was founded, but no day after its statement's. */
    private static LocalDate since(Chosen fund) {
        var first = YearMonth.from(fund.foundedOn()).plusMonths(1);
        var since = (first.isAfter(FIRST) ? first : FIRST).atDay(1);
        return since.isAfter(fund.asOf()) ? fund.asOf() : since;
    }

    private Figures stated(Chosen fund) {
        var money = new EnumMap<Source, Baht>(Source.class);
        jdbc.sql("select * from welfare_statement where id = ?").param(fund.statement()).query(r -> { for (var s : Source.values()) money.put(s, new Baht(r.getLong("from_" + s.word()))); });
        var given = new EnumMap<Benefit, Given>(Benefit.class);
        jdbc.sql("select kind, recipients, amount from welfare_benefit where statement_id = ?").param(fund.statement())
                .query(r -> { given.put(Benefit.valueOf(r.getString(1).toUpperCase(Locale.ROOT)), new Given(r.getInt(2), new Baht(r.getLong(3)))); });
        return new Figures(fund.members(), Map.of(), fund.villages(), fund.committee(), money, given);
    }

    /** One baht a day, thirty a month or 365 a year, or less where the fund has received less. */
    private static FundBooks.Due due(Chosen fund, Figures stated, Draw draw) {
        var left = stated.received().minus(stated.given().amount());
        var members = stated.money().get(Source.MEMBERS);
        long most = (left.isAbove(members) ? members : left).satang() * 8 / 10 / fund.members() / MONTHS / 100;
        int rhythm = fund.ofAccounts() ? 1 : fund.full() ? draw.below(3) : 2;
        if (rhythm == 0 && most > MOST_DUE) return new FundBooks.Due(fund.foundedOn(), "daily", Baht.of(1));
        long month = Math.clamp(most, 0, MOST_DUE);
        if (rhythm == 2) return new FundBooks.Due(fund.foundedOn(), "yearly", month == MOST_DUE ? Baht.of(365) : Baht.of(Math.max(1, month * 12)));
        return new FundBooks.Due(fund.foundedOn(), "monthly", Baht.of(Math.max(1, month)));
    }

    /** From month to month, or from year to year, village by village; not everybody pays each time. */
    private static List<Round> rounds(Chosen fund, List<Member> members, FundBooks.Due due, LocalDate since, Draw draw) {
        int step = due.rhythm().equals("yearly") ? 12 : 1;
        var villages = members.stream().collect(Collectors.groupingBy(Member::village));
        var rounds = new ArrayList<Round>();
        for (var month = YearMonth.from(since); month.isBefore(FIRST.plusMonths(MONTHS)); month = month.plusMonths(step)) for (int v = 1; v <= fund.villages(); v++) {
            var of = month;
            var payers = villages.getOrDefault(v, List.of()).stream().filter(m -> m.paysFor(of) && !draw.chance(0.06)).map(m -> new Payer(m.number(), 0)).toList();
            if (!payers.isEmpty()) rounds.add(new Round(fund.fund(), v, month, month.atDay(5 + draw.below(15)), "เหรัญญิกกองทุน (จำลอง)", payers));
        }
        return rounds;
    }

    /** What was collected in a month is brought to the bank at its end. */
    private void bank(Chosen fund, List<Round> rounds, FundBooks.Due due) {
        var months = rounds.stream().map(Round::month).distinct().toList();
        var amounts = months.stream().map(m -> rounds.stream().filter(r -> r.month().equals(m)).map(r -> due.of(m).times(r.payers().size())).reduce(Baht.ZERO, Baht::plus)).toList();
        var ids = jdbc.sql("select nextval('record_number') from generate_series(1, ?)").param(months.size()).query(Long.class).list();
        var cash = LedgerAccount.of("fund-" + fund.fund(), "W110", "");
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < ids.size(); i++) entries.add(Entry.on(months.get(i).atDay(25), "welfare.move-cash", "welfare-money", ids.get(i), "").moving(amounts.get(i), cash, cash.code("W120")));
        jdbc.sql("""
                insert into welfare_money (id, fund_id, what, day, amount, place, recorded_name, entry_id)
                select id, :fund, 'banked', day::date, amount, 'W120', 'เหรัญญิกกองทุน (จำลอง)', entry from unnest(:ids::bigint[], :days::text[], :amounts::bigint[], :entries::bigint[]) m(id, day, amount, entry)""")
                .param("fund", fund.fund()).param("ids", ids.toArray(Long[]::new)).param("days", all(months, m -> m.atDay(25).toString(), String[]::new)).param("amounts", all(amounts, Baht::satang, Long[]::new))
                .param("entries", ledger.post(entries).toArray(Long[]::new)).update();
    }

    private static Figures less(Figures stated, Baht collected, List<SimulatedClaims.Paid> paid) {
        var money = new EnumMap<>(stated.money());
        money.merge(Source.MEMBERS, collected, Baht::minus);
        var given = new EnumMap<>(stated.benefits());
        for (var claim : paid) given.merge(claim.kind(), new Given(1, claim.amount()), (all, one) -> new Given(all.recipients() - 1, all.amount().minus(one.amount())));
        return new Figures(0, Map.of(), 0, null, money, given);
    }

}
