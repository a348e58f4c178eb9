package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.money.Baht;
import khabuan.base.person.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was collected and what is still to be, as a collector reads it: by village, member by member, round by round. */
@Component
public class Rounds {

    /** Who was a member in a month, with what they paid for it: m, p. */
    private static final String OF_MONTH = """
            from welfare_member m left join (
              select c.number, c.amount, c.month from welfare_contribution c join welfare_collection k on k.id = c.collection_id and k.withdrawn_on is null
              where c.fund_id = :fund and c.month between :month - 11 and :month and c.month + c.months > :month) p on p.number = m.number
            where m.fund_id = :fund and m.joined_month <= :month and (m.left_month is null or m.left_month >= :month)\s""";
    private final JdbcClient jdbc;
    private final Persons persons;

    Rounds(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    /** A village of a fund in a month. @param village 0 for members of none; @param collected for this month itself */
    public record Village(int village, int members, int paid, Baht collected) {

        public int unpaid() {
            return members - paid;
        }
    }

    List<Village> villages(long fund, YearMonth month) {
        return jdbc.sql("select m.village, count(*)::int, count(p.month)::int, coalesce(sum(p.amount) filter (where p.month = :month), 0)::bigint " + OF_MONTH + "group by 1 order by 1")
                .param("fund", fund).param("month", Collections.month(month)).query((r, n) -> new Village(r.getInt(1), r.getInt(2), r.getInt(3), new Baht(r.getLong(4)))).list();
    }

    /** A member on the list of a village. @param name masked; @param paid null while nothing is paid for the month */
    public record Line(int number, String name, Baht paid) {}

    /** A member who is behind. @param name masked; @param months oldest first */
    public record Behind(int number, String name, int village, List<YearMonth> months) {}

    private record Owing(int number, long person, int village, List<YearMonth> months) {}

    /** Members of today with months that have ended unpaid since the books are kept here, who owe the most first. @param last the newest month that has ended */
    List<Behind> behind(Actor actor, Fund fund, YearMonth last) {
        var found = jdbc.sql("""
                with paid as materialized (select c.number, generate_series(c.month, c.month + c.months - 1) as month from welfare_contribution c join welfare_collection k on k.id = c.collection_id and k.withdrawn_on is null where c.fund_id = :fund)
                select m.number, m.person_id, m.village, array_agg(x.month::int order by x.month) from welfare_member m cross join lateral generate_series(greatest(m.joined_month::int, :opened), :last) x(month)
                where m.fund_id = :fund and m.left_on is null and not exists (select from paid p where p.number = m.number and p.month = x.month) group by 1, 2, 3 order by count(*) desc, m.number""")
                .param("fund", fund.id()).param("opened", Collections.month(YearMonth.from(fund.booksSince()))).param("last", Collections.month(last))
                .query((r, n) -> new Owing(r.getInt(1), r.getLong(2), r.getInt(3), Stream.of((Integer[]) r.getArray(4).getArray()).map(Collections::month).toList())).list();
        var names = persons.maskedNames(actor, found.stream().map(Owing::person).toList());
        return found.stream().map(f -> new Behind(f.number, names.getOrDefault(f.person, "…"), f.village, f.months)).toList();
    }

    private record Found(int number, long person, Baht paid) {}

    List<Line> list(Actor actor, long fund, int village, YearMonth month) {
        var found = jdbc.sql("select m.number, m.person_id, p.amount " + OF_MONTH + "and m.village = :village order by m.number").param("fund", fund).param("month", Collections.month(month)).param("village", village)
                .query((r, n) -> new Found(r.getInt(1), r.getLong(2), r.getObject(3) == null ? null : new Baht(r.getLong(3)))).list();
        return named(actor, found);
    }

    private List<Line> named(Actor actor, List<Found> found) {
        var names = persons.maskedNames(actor, found.stream().map(Found::person).toList());
        return found.stream().map(f -> new Line(f.number, names.getOrDefault(f.person, "…"), f.paid)).toList();
    }

    /** A round that was handed in. @param withdrawnOn null while it stands */
    public record Collected(long id, long fundId, int village, YearMonth month, LocalDate collectedOn, String collector, int members, Baht total, LocalDate withdrawnOn, String withdrawnBecause) {

        public String path() {
            return "/funds/" + fundId + "/books/collections/" + id;
        }
    }

    /** The rounds for a month, newest first. */
    List<Collected> of(long fund, YearMonth month) {
        return jdbc.sql("select * from welfare_collection where fund_id = ? and month = ? order by id desc limit 200").params(fund, Collections.month(month)).query((r, n) -> collected(r)).list();
    }

    /** @throws OutOfReach when the fund has no such round */
    Collected at(long fund, long id) {
        return jdbc.sql("select * from welfare_collection where fund_id = ? and id = ?").params(fund, id).query((r, n) -> collected(r)).optional().orElseThrow(() -> new OutOfReach("collection " + id));
    }

    private static Collected collected(ResultSet r) throws SQLException {
        return new Collected(r.getLong("id"), r.getLong("fund_id"), r.getInt("village"), Collections.month(r.getInt("month")), r.getObject("collected_on", LocalDate.class), r.getString("collector"), r.getInt("members"),
                new Baht(r.getLong("total")), r.getObject("withdrawn_on", LocalDate.class), r.getString("withdrawn_because"));
    }

    /** Who paid in a round, by number. */
    List<Line> payers(Actor actor, long fund, long id) {
        var found = jdbc.sql("select c.number, m.person_id, c.amount from welfare_collection k join welfare_contribution c on c.fund_id = k.fund_id and c.month = k.month and c.collection_id = k.id join welfare_member m on m.fund_id = c.fund_id and m.number = c.number where k.fund_id = ? and k.id = ? order by 1").params(fund, id)
                .query((r, n) -> new Found(r.getInt(1), r.getLong(2), new Baht(r.getLong(3)))).list();
        return named(actor, found);
    }

    /** What a member paid. @param months how many it is for, from the month on */
    public record Contribution(YearMonth month, int months, Baht amount, LocalDate paidOn, long collection) {

        boolean covers(YearMonth other) {
            return !other.isBefore(month) && other.isBefore(month.plusMonths(months));
        }
    }

    /** What a member paid, newest month first. */
    List<Contribution> ofMember(long fund, int number) {
        return jdbc.sql("""
                select c.month, c.months, c.amount, k.collected_on, k.id from welfare_contribution c join welfare_collection k on k.id = c.collection_id and k.withdrawn_on is null
                where c.fund_id = ? and c.number = ? order by c.month desc""").params(fund, number)
                .query((r, n) -> new Contribution(Collections.month(r.getInt(1)), r.getInt(2), new Baht(r.getLong(3)), r.getObject(4, LocalDate.class), r.getLong(5))).list();
    }
}
