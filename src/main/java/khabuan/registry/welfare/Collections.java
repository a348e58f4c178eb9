package khabuan.registry.welfare;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.record.Changes;
import khabuan.registry.welfare.Figures.Source;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds in which a collector gathers what members pay, village by village. A round is one entry of cash in the fund's book, and a line for each member who paid; the database holds that they add to the same,
 *  that who paid was a member, and that no month is paid twice. */
@Component
public class Collections {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final FundBooks books;
    private final Funds funds;

    Collections(JdbcClient jdbc, Changes changes, Ledger ledger, FundBooks books, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.books = books;
        this.funds = funds;
    }

    /** Who paid in a round. @param satang 0 for what is due */
    public record Payer(int number, int satang) {}

    /** A round of collecting in a village, for a month and, where members pay by the year, the eleven after it. */
    public record Round(long fund, int village, YearMonth month, LocalDate collectedOn, String collector, List<Payer> payers) {

        public Round {
            payers = List.copyOf(payers);
        }
    }

    /** A month as the tables count it. */
    public static int month(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** The month that a table counts. */
    static YearMonth month(int counted) {
        return YearMonth.of(counted / 12, counted % 12 + 1);
    }

    /** Hands in a round. @param key of the request, so that a phone that sends twice hands in once; @return its number
     *  @throws khabuan.base.access.Refusal.Thrown when something is wrong; nothing is written then */
    long collect(Actor actor, String key, Round round) {
        books.kept(actor, round.fund());
        if (round.payers().isEmpty()) throw WelfareRefusal.NOBODY_PAID.with();
        if (round.collectedOn().isAfter(funds.today())) throw WelfareRefusal.DAY_IN_FUTURE.at("collectedOn");
        return FundAccounts.told("", "collectedOn", () -> judged(() -> Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.collect", "", () -> Long.toString(write(List.of(round)).getFirst())))));
    }

    /** Writes rounds, all or none; within a change. @return their numbers, in their order */
    public List<Long> write(List<Round> rounds) {
        var ids = jdbc.sql("select nextval('record_number') from generate_series(1, :count)").param("count", rounds.size()).query(Long.class).list();
        int payers = rounds.stream().mapToInt(r -> r.payers().size()).sum();
        var of = new Long[payers];
        var numbers = new Integer[payers];
        var amounts = new Integer[payers];
        int at = 0;
        for (int i = 0; i < rounds.size(); i++) for (var payer : rounds.get(i).payers()) {
            of[at] = ids.get(i);
            numbers[at] = payer.number();
            amounts[at++] = payer.satang();
        }
        int written = jdbc.sql("""
                with round as (select w.*, d.amount as due, d.rhythm from unnest(:ids::bigint[], :funds::bigint[], :villages::int[], :months::int[], :lengths::int[], :days::date[], :collectors::text[]) as w(id, fund_id, village, month, days, day, collector)
                  cross join lateral (select amount, rhythm from welfare_due where fund_id = w.fund_id and from_date <= w.day order by from_date desc limit 1) d),
                paid as materialized (select r.id, r.fund_id, r.month, p.number, case when p.amount > 0 then p.amount when r.rhythm = 'daily' then r.due * r.days else r.due end as amount, case when r.rhythm = 'yearly' then 12 else 1 end as months
                  from unnest(:of::bigint[], :numbers::int[], :amounts::int[]) as p(id, number, amount) join round r on r.id = p.id),
                made as (insert into welfare_collection (id, fund_id, village, month, collected_on, collector, members, total)
                  select r.id, r.fund_id, r.village, r.month, r.day, r.collector, s.members, s.total from round r join (select id, count(*) as members, sum(amount) as total from paid group by 1) s on s.id = r.id)
                insert into welfare_contribution (fund_id, collection_id, number, amount, month, months) select fund_id, id, number, amount, month, months from paid""")
                .param("ids", ids.toArray(Long[]::new)).param("funds", rounds.stream().map(Round::fund).toArray(Long[]::new)).param("villages", rounds.stream().map(Round::village).toArray(Integer[]::new))
                .param("months", rounds.stream().map(r -> month(r.month())).toArray(Integer[]::new)).param("lengths", rounds.stream().map(r -> r.month().lengthOfMonth()).toArray(Integer[]::new))
                .param("days", rounds.stream().map(r -> r.collectedOn().toString()).toArray(String[]::new)).param("collectors", rounds.stream().map(Round::collector).toArray(String[]::new))
                .param("of", of).param("numbers", numbers).param("amounts", amounts).update();
        if (written != payers) throw WelfareRefusal.NO_DUE.with();
        post(rounds, ids);
        return ids;
    }

    private void post(List<Round> rounds, List<Long> ids) {
        var totals = jdbc.sql("select id, total from welfare_collection where id = any(:ids)").param("ids", ids.toArray(Long[]::new)).query((r, n) -> java.util.Map.entry(r.getLong(1), new Baht(r.getLong(2)))).list().stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < rounds.size(); i++) {
            var accounts = new FundAccounts(rounds.get(i).fund());
            entries.add(Entry.on(rounds.get(i).collectedOn(), "welfare.collect", "welfare-collection", ids.get(i), "").moving(totals.get(ids.get(i)), accounts.from(Source.MEMBERS), accounts.cash()));
        }
        ledger.post(entries);
    }

    /** Takes back a round that was handed in wrongly; its entry is reversed, and its months may be paid again. */
    void withdraw(Actor actor, long fund, long collection, String because) {
        books.kept(actor, fund);
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        FundAccounts.told("because", "because", () -> {
            changes.make(actor.author(), "welfare.withdraw", because.strip(), () -> takeBack(fund, collection, because.strip()));
            return null;
        });
    }

    private void takeBack(long fund, long collection, String because) {
        int taken = jdbc.sql("update welfare_collection set withdrawn_on = ?, withdrawn_because = ? where id = ? and fund_id = ? and withdrawn_on is null").params(funds.today(), because, collection, fund).update();
        if (taken == 0) throw new OutOfReach("collection " + collection);
        long entry = jdbc.sql("select id from journal_entry where subject_id = ? and subject_kind = 'welfare-collection' and reverses is null").param(collection).query(Long.class).single();
        ledger.reverse(entry, funds.today(), because);
    }

    /** Does the work, and tells apart what the database refuses. */
    private static <T> T judged(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            String state = cause instanceof SQLException sql ? sql.getSQLState() : "";
            if (state.equals("KH011")) throw WelfareRefusal.NOT_A_MEMBER.with(number(cause));
            if (state.equals("KH012")) throw WelfareRefusal.PAID_BEFORE.with(number(cause));
            throw e;
        }
    }

    private static String number(Throwable cause) {
        return cause instanceof PSQLException told && told.getServerErrorMessage() != null ? told.getServerErrorMessage().getDetail() : "";
    }
}
