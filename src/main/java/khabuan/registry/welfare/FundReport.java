package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the committee of a fund reports of a period to its members and to whoever audits it: what came in and went out, who joined and left, and every entry with who made it when. */
@Component
public class FundReport {

    /** As many entries as a page of an audit shows. */
    static final int MOST = 200;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final FundBooks books;

    FundReport(JdbcClient jdbc, Ledger ledger, FundBooks books) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.books = books;
    }

    /** What stood at the end of a day. */
    public record Balance(Baht cash, Baht bank) {

        public Baht sum() {
            return cash.plus(bank);
        }
    }

    /** A report. @param received by source, and paid by kind, within the period
     *  @param costs what the fund spent on its own work
     *  @param left of the members, who died not among them */
    public record Told(LocalDate from, LocalDate until, Balance before, Balance after, Map<Source, Baht> received, Map<Benefit, Given> paid, Baht costs, int membersBefore, int joined, int left, int died, int members) {

        public Baht receivedSum() {
            return received.values().stream().reduce(Baht.ZERO, Baht::plus);
        }

        /** All that went out: welfare and costs. */
        public Baht paidSum() {
            return paid.values().stream().map(Given::amount).reduce(costs, Baht::plus);
        }
    }

    /** @param from not before the books began */
    Told of(Fund fund, LocalDate from, LocalDate until) {
        long id = fund.id();
        var before = books.figures(id, from.minusDays(1));
        var after = books.figures(id, until);
        var received = new EnumMap<Source, Baht>(Source.class);
        Arrays.stream(Source.values()).forEach(s -> received.put(s, after.money().get(s).minus(before.money().get(s))));
        var paid = new EnumMap<Benefit, Given>(Benefit.class);
        Arrays.stream(Benefit.values()).forEach(b -> paid.put(b, new Given(after.benefits().get(b).recipients() - before.benefits().get(b).recipients(), after.benefits().get(b).amount().minus(before.benefits().get(b).amount()))));
        record Moved(int joined, int gone, int died) {}
        var moved = jdbc.sql("""
                select count(*) filter (where joined_on between :from and :until)::int as joined, count(*) filter (where left_on between :from and :until and left_because <> 'died')::int as gone,
                  count(*) filter (where left_on between :from and :until and left_because = 'died')::int as died from welfare_member where fund_id = :fund""")
                .param("from", from).param("until", until).param("fund", id).query(Moved.class).single();
        return new Told(from, until, balance(id, from.minusDays(1)), balance(id, until), received, paid, standing(id, FundAccounts.COSTS, until).minus(standing(id, FundAccounts.COSTS, from.minusDays(1))), before.members(), moved.joined, moved.gone, moved.died, after.members());
    }

    private Balance balance(long fund, LocalDate day) {
        return new Balance(standing(fund, FundAccounts.CASH, day), standing(fund, FundAccounts.BANK, day));
    }

    private Baht standing(long fund, String code, LocalDate day) {
        return ledger.standing(FundAccounts.book(fund), List.of(code), 0, day).stream().map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    /** A line of an entry: an account of the fund's chart, with the kind of welfare behind it. */
    public record Leg(String code, String kind, Baht amount) {}

    /** An entry, as it was made. @param recorded when it was written, as people say it; @param reverses the entry that it takes back, and reversedBy the one that took it back: 0 for none */
    public record Made(long id, LocalDate day, String act, String subjectKind, long subjectId, String memo, String who, LocalDateTime recorded, long reverses, long reversedBy, List<Leg> legs) {

        /** Where the committee finds what it is of; "" for nowhere. */
        public String path(Fund fund) {
            return switch (subjectKind) {
                case "welfare-collection" -> fund.path() + "/books/collections/" + subjectId;
                case "welfare-claim" -> fund.path() + "/books/claims/" + subjectId;
                case "welfare-cost" -> fund.path() + "/books/costs/" + subjectId;
                case "welfare-money" -> fund.path() + "/books/money/" + subjectId;
                default -> "";
            };
        }
    }

    /** Entries of a period in their order: {@link #MOST}, and one more when there are more. @param after the last entry that was seen; 0 to begin */
    List<Made> entries(Fund fund, LocalDate from, LocalDate until, long after) {
        return jdbc.sql("""
                select e.id, e.day, e.act, e.subject_kind, e.subject_id, e.memo, coalesce(log.who(l), l.actor, '') as who, e.recorded_at at time zone 'Asia/Bangkok' as recorded, coalesce(e.reverses, 0) as reverses,
                  coalesce((select r.id from journal_entry r where r.reverses = e.id), 0) as reversed_by,
                  (select string_agg(a.code || ' ' || a.programme || ' ' || p.amount, ',' order by p.line) from posting p join ledger_account a on a.id = p.account_id where p.entry_id = e.id) as legs
                from journal_entry e join ledger_book b on b.id = e.book_id left join log.entry l on l.id = e.change_id
                where b.code = :book and e.day between :from and :until and (:after = 0 or (e.day, e.id) > (select s.day, s.id from journal_entry s where s.id = :after)) order by e.day, e.id limit :most""")
                .param("book", FundAccounts.book(fund.id())).param("from", from).param("until", until).param("after", after).param("most", MOST + 1)
                .query((r, n) -> new Made(r.getLong("id"), r.getObject("day", LocalDate.class), r.getString("act"), r.getString("subject_kind"), r.getLong("subject_id"), r.getString("memo"), r.getString("who"),
                        r.getObject("recorded", LocalDateTime.class), r.getLong("reverses"), r.getLong("reversed_by"), legs(r.getString("legs")))).list();
    }

    private static List<Leg> legs(String text) {
        return Arrays.stream(text.split(",")).map(leg -> leg.split(" ")).map(part -> new Leg(part[0], part[1], new Baht(Long.parseLong(part[2])))).toList();
    }
}
