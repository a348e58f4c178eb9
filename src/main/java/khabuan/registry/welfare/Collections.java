package khabuan.registry.welfare;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
        if (round.payers().isEmpty()) throw WelfareRefusal.NOBODY_PAID.at("payers");
        if (round.collectedOn().isAfter(funds.today())) throw WelfareRefusal.DAY_IN_FUTURE.at("collectedOn");
        return FundAccounts.told("", "collectedOn", () -> judged(() -> Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.collect", "", () -> Long.toString(write(List.of(round)).getFirst())))));
    }

    /** What a round is written by. @param due in satang, for a day, a month or a year */
    private record Header(long id, int due, String rhythm) {

        int satang(Round round, Payer payer) {
            if (payer.satang() > 0) return payer.satang();
            return rhythm.equals("daily") ? due * round.month().lengthOfMonth() : due;
        }

        int months() {
            return rhythm.equals("yearly") ? 12 : 1;
        }
    }

    /** Writes rounds, all or none; within a change. @return their numbers, in their order */
    public List<Long> write(List<Round> rounds) {
        var headers = headers(rounds);
        var amounts = new int[rounds.size()][];
        var totals = new long[rounds.size()];
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            var header = headers.get(i);
            amounts[i] = round.payers().stream().mapToInt(p -> header.satang(round, p)).toArray();
            totals[i] = Arrays.stream(amounts[i]).asLongStream().sum();
        }
        insert(rounds, headers, totals);
        pay(rounds, headers, amounts);
        post(rounds, headers, totals);
        return headers.stream().map(Header::id).toList();
    }

    private List<Header> headers(List<Round> rounds) {
        return jdbc.sql("""
                select nextval('record_number'), d.amount, d.rhythm from unnest(:funds::bigint[], :days::date[]) with ordinality as w(fund_id, day, place)
                  left join lateral (select amount, rhythm from welfare_due where fund_id = w.fund_id and from_date <= w.day order by from_date desc limit 1) d on true order by w.place""")
                .param("funds", funds(rounds)).param("days", days(rounds)).query((r, n) -> {
                    if (r.getString(3) == null) throw WelfareRefusal.NO_DUE.with();
                    return new Header(r.getLong(1), r.getInt(2), r.getString(3));
                }).list();
    }

    private void insert(List<Round> rounds, List<Header> headers, long[] totals) {
        jdbc.sql("""
                insert into welfare_collection (id, fund_id, village, month, collected_on, collector, members, total)
                select * from unnest(:ids::bigint[], :funds::bigint[], :villages::int[], :months::int[], :days::date[], :collectors::text[], :members::int[], :totals::bigint[])""")
                .param("ids", headers.stream().mapToLong(Header::id).toArray()).param("funds", funds(rounds)).param("villages", rounds.stream().mapToInt(Round::village).toArray())
                .param("months", rounds.stream().mapToInt(r -> month(r.month())).toArray()).param("days", days(rounds)).param("collectors", rounds.stream().map(Round::collector).toArray(String[]::new))
                .param("members", rounds.stream().mapToInt(r -> r.payers().size()).toArray()).param("totals", totals).update();
    }

    private static long[] funds(List<Round> rounds) {
        return rounds.stream().mapToLong(Round::fund).toArray();
    }

    private static String[] days(List<Round> rounds) {
        return rounds.stream().map(r -> r.collectedOn().toString()).toArray(String[]::new);
    }

    private void pay(List<Round> rounds, List<Header> headers, int[][] amounts) {
        jdbc.sql("""
                insert into welfare_contribution (fund_id, collection_id, number, amount, month, months)
                select r.fund_id, r.id, p.number, p.amount, r.month, r.months from unnest(:of::int[], :numbers::int[], :amounts::int[]) as p(place, number, amount)
                  join unnest(:ids::bigint[], :funds::bigint[], :months::int[], :lasting::int[]) with ordinality as r(id, fund_id, month, months, place) on r.place = p.place""")
                .param("of", IntStream.range(0, rounds.size()).flatMap(i -> IntStream.generate(() -> i + 1).limit(amounts[i].length)).toArray())
                .param("numbers", rounds.stream().flatMap(r -> r.payers().stream()).mapToInt(Payer::number).toArray()).param("amounts", Arrays.stream(amounts).flatMapToInt(Arrays::stream).toArray())
                .param("ids", headers.stream().mapToLong(Header::id).toArray()).param("funds", funds(rounds)).param("months", rounds.stream().mapToInt(r -> month(r.month())).toArray())
                .param("lasting", headers.stream().mapToInt(Header::months).toArray()).update();
    }

    private void post(List<Round> rounds, List<Header> headers, long[] totals) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < rounds.size(); i++) {
            var accounts = new FundAccounts(rounds.get(i).fund());
            entries.add(Entry.on(rounds.get(i).collectedOn(), "welfare.collect", "welfare-collection", headers.get(i).id(), "").moving(new Baht(totals[i]), accounts.from(Source.MEMBERS), accounts.cash()));
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
