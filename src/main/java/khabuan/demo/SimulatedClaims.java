package khabuan.demo;

import static khabuan.demo.SimulatedFundMembers.all;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;
import khabuan.demo.SimulatedFundBooks.Chosen;
import khabuan.demo.SimulatedFundMembers.Member;
import khabuan.registry.welfare.Figures;
import khabuan.registry.welfare.Figures.Benefit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the regulations of a fund promise, and the claims of its members: paid ones of two years, never more than its statement tells; of the treasurer's fund one that each step waits for. */
@Component
class SimulatedClaims {

    private static final List<Benefit> KINDS = List.of(Benefit.SICKNESS, Benefit.BIRTH, Benefit.DEATH);
    private static final Map<Benefit, String> PAPERS = Map.of(Benefit.SICKNESS, "ใบรับรองแพทย์", Benefit.BIRTH, "สูติบัตร", Benefit.DEATH, "ใบมรณบัตร");
    private static final String ASKED = "เลขานุการกองทุน (จำลอง)", CHAIR = "ประธานกองทุน (จำลอง)";
    private static final int WAITING = 6;
    private final JdbcClient jdbc;
    private final khabuan.base.money.Ledger ledger;

    SimulatedClaims(JdbcClient jdbc, khabuan.base.money.Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** @param on the day it was paid */
    record Paid(Benefit kind, int member, LocalDate happened, LocalDate on, Baht amount) {}

    /** @param free what the fund may give at most */
    List<Paid> draw(Chosen fund, Figures stated, Baht free, List<Member> members, LocalDate since, Draw draw) {
        var from = since.plusMonths(WAITING + 1);
        var until = fund.asOf().minusDays(9);
        var paid = new ArrayList<Paid>();
        if (!from.isBefore(until)) return paid;
        var left = free.satang() / 2;
        for (var kind : KINDS) {
            var amount = each(stated, kind);
            int most = stated.benefits().get(kind).recipients() / 4;
            for (var member : members.stream().filter(m -> m.joinedOn().isBefore(since) && concerned(m, kind, fund, draw)).limit(most).toList()) {
                if (amount.isZero() || (left -= amount.satang()) < 0) return paid;
                var happened = kind == Benefit.DEATH ? member.leftOn() : draw.day(from, until);
                if (!happened.isBefore(from) && !happened.isAfter(until)) paid.add(new Paid(kind, member.number(), happened, happened.plusDays(1 + draw.below(7)), amount));
            }
        }
        return paid;
    }

    private static boolean concerned(Member member, Benefit kind, Chosen fund, Draw draw) {
        return kind == Benefit.DEATH ? member.died() : member.stays() && draw.chance(!fund.full() ? 0.002 : kind == Benefit.SICKNESS ? 0.03 : 0.005);
    }

    /** What one receives of a kind: about as much as the fund told of others, in hundreds of baht. */
    private static Baht each(Figures stated, Benefit kind) {
        var given = stated.benefits().get(kind);
        return given.recipients() == 0 ? Baht.ZERO : Baht.of(given.amount().satang() / given.recipients() / 10_000 * 100);
    }

    /** Writes the rules, what was paid, with its entries, and what waits; within a change. */
    void write(Chosen fund, Figures stated, List<Paid> paid, List<Member> members, Draw draw) {
        var rules = new HashMap<Benefit, Long>();
        for (var kind : KINDS) if (each(stated, kind).isPositive()) rules.put(kind, rule(fund.fund(), kind, each(stated, kind)));
        pay(fund, paid, rules);
        if (fund.ofAccounts() && rules.containsKey(Benefit.SICKNESS)) {
            var asking = members.stream().filter(m -> m.stays() && paid.stream().noneMatch(p -> p.member() == m.number())).limit(3).toList();
            var days = List.of(LocalDate.of(2019, 8, 22), LocalDate.of(2019, 8, 27), LocalDate.of(2019, 8, 29));
            for (int i = 0; i < asking.size(); i++) ask(fund.fund(), rules.get(Benefit.SICKNESS), each(stated, Benefit.SICKNESS), asking.get(i), days.get(i), 2 - i);
        }
    }

    private long rule(long fund, Benefit kind, Baht amount) {
        return jdbc.sql("insert into welfare_rule (fund_id, kind, from_date, after_months, amount, most_a_year, papers) values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(fund, kind.word(), SimulatedFundBook.FIRST.atDay(1), WAITING, amount.satang(), kind == Benefit.SICKNESS ? 2 : null, new String[] {PAPERS.get(kind)}).query(Long.class).single();
    }

    private void pay(Chosen fund, List<Paid> paid, Map<Benefit, Long> rules) {
        if (paid.isEmpty()) return;
        var ids = jdbc.sql("select nextval('record_number') from generate_series(1, ?)").param(paid.size()).query(Long.class).list();
        var bank = LedgerAccount.of("fund-" + fund.fund(), "W120", "");
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < paid.size(); i++)
            entries.add(Entry.on(paid.get(i).on, "welfare.pay", "welfare-claim", ids.get(i), "").moving(paid.get(i).amount, bank, bank.code("W560").programme(paid.get(i).kind.word())));
        jdbc.sql("""
                insert into welfare_claim (id, fund_id, member_id, rule_id, happened_on, asked_on, amount, asked_name, checked_name, checked_on, approved_name, approved_on, paid_on, paid_from, entry_id)
                select c.id, m.fund_id, m.id, c.rule, c.happened::date, c.happened::date, c.amount, :asked, :asked, c.happened::date, :chair, c.paid::date, c.paid::date, 'W120', c.entry
                from unnest(:ids::bigint[], :members::int[], :rules::bigint[], :happened::text[], :amounts::bigint[], :paid::text[], :entries::bigint[]) c(id, member, rule, happened, amount, paid, entry)
                join welfare_member m on m.fund_id = :fund and m.number = c.member""")
                .param("ids", ids.toArray(Long[]::new)).param("entries", ledger.post(entries).toArray(Long[]::new)).param("members", all(paid, Paid::member, Integer[]::new))
                .param("rules", all(paid, p -> rules.get(p.kind), Long[]::new)).param("happened", all(paid, p -> p.happened.toString(), String[]::new)).param("amounts", all(paid, p -> p.amount.satang(), Long[]::new))
                .param("paid", all(paid, p -> p.on.toString(), String[]::new)).param("asked", ASKED).param("chair", CHAIR).param("fund", fund.fund()).update();
    }

    /** @param steps how far it is: 0 asked, 1 checked, 2 approved */
    private void ask(long fund, long rule, Baht amount, Member member, LocalDate day, int steps) {
        jdbc.sql("""
                insert into welfare_claim (fund_id, member_id, rule_id, happened_on, asked_on, amount, note, asked_name, checked_name, checked_on, approved_name, approved_on)
                select fund_id, id, ?, ?, ?, ?, 'นอนโรงพยาบาล', ?, ?, ?, ?, ? from welfare_member where fund_id = ? and number = ?""")
                .params(rule, day, day, amount.satang(), ASKED, steps > 0 ? ASKED : null, steps > 0 ? day : null, steps > 1 ? CHAIR : null, steps > 1 ? day.plusDays(1) : null, fund, member.number()).update();
    }
}
