package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.record.Changes;
import khabuan.base.store.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of a fund's members: who joins, under which number, who leaves. The persons behind it are guarded as all persons are. */
@Component
public class Roster {

    private static final List<String> LEAVING = List.of("left", "died", "moved", "expelled");
    private static final int MOST = 50;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final FundBooks books;
    private final Funds funds;
    private final Persons persons;

    Roster(JdbcClient jdbc, Changes changes, FundBooks books, Funds funds, Persons persons) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.funds = funds;
        this.persons = persons;
    }

    /** The words for why somebody leaves. */
    public static List<String> leaving() {
        return LEAVING;
    }

    /** A member. @param clazz "" for none; @param leftOn null while a member; @param version how often it was changed, from 1 */
    public record Member(long id, long fundId, int number, long personId, String clazz, int village, LocalDate joinedOn, LocalDate leftOn, String leftBecause, int version) {}

    /** Somebody joins under the next number. @param key of the request; @return the member's number in the fund
     *  @throws khabuan.base.access.Refusal.Thrown when something is wrong, or the person is a member already */
    int join(Actor actor, long fundId, String key, Person.Details person, String clazz, int village, LocalDate day) {
        var fund = books.kept(actor, fundId);
        new Refusals().when(day.isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "joinedOn").when(day.isBefore(fund.foundedOn()), WelfareRefusal.DAY_BEFORE_FOUNDING, "joinedOn")
                .when(village < 0 || village > 99, WelfareRefusal.VILLAGE_WRONG, "village").demandNone();
        return Integer.parseInt(changes.makeOnce(key, actor.author(), "welfare.join", "", () -> {
            funds.hold(fundId);
            long who = persons.register(actor, person);
            if (jdbc.sql("select exists (select from welfare_member where fund_id = ? and person_id = ? and left_on is null)").params(fundId, who).query(Boolean.class).single()) throw WelfareRefusal.MEMBER_ALREADY.at("nationalId");
            return jdbc.sql("""
                    insert into welfare_member (fund_id, number, person_id, class, village, joined_on)
                    select :fund, coalesce(max(number), 0) + 1, :person, nullif(:class, ''), :village, :day from welfare_member where fund_id = :fund returning number""")
                    .param("fund", fundId).param("person", who).param("class", clazz).param("village", village).param("day", day).query(String.class).single();
        }));
    }

    /** A member leaves, or has died; a link to the passbook ends with it. */
    void leave(Actor actor, long fundId, int number, LocalDate day, String because) {
        books.kept(actor, fundId);
        var member = at(fundId, number);
        new Refusals().when(member.leftOn() != null, WelfareRefusal.NOT_A_MEMBER, "", number).when(day.isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "leftOn")
                .when(day.isBefore(member.joinedOn()), WelfareRefusal.LEFT_BEFORE_JOINING, "leftOn").when(!LEAVING.contains(because), WelfareRefusal.REASON_MISSING, "because").demandNone();
        changes.make(actor.author(), "welfare.leave", "", () -> {
            funds.hold(fundId);
            jdbc.sql("update welfare_member set left_on = ?, left_because = ? where id = ?").params(day, because, member.id()).update();
            jdbc.sql("update welfare_link set ended_on = ?, ended_because = 'left' where member_id = ? and ended_on is null").params(funds.today(), member.id()).update();
        });
    }

    /** @throws OutOfReach when the fund has no such member */
    Member at(long fundId, int number) {
        return read("fund_id = ? and number = ?", fundId, number).stream().findFirst().orElseThrow(() -> new OutOfReach("member " + number + " of fund " + fundId));
    }

    boolean has(long fundId, int number) {
        return jdbc.sql("select exists (select from welfare_member where fund_id = ? and number = ?)").params(fundId, number).query(Boolean.class).single();
    }

    /** The persons behind numbers. */
    Map<Integer, Long> persons(long fundId, List<Integer> numbers) {
        var persons = new HashMap<Integer, Long>();
        jdbc.sql("select number, person_id from welfare_member where fund_id = :fund and number = any(:numbers)").param("fund", fundId).param("numbers", numbers.toArray(Integer[]::new))
                .query(r -> { persons.put(r.getInt(1), r.getLong(2)); });
        return persons;
    }

    /** The members of a village on a day, by number. */
    List<Member> of(long fundId, int village, LocalDate day) {
        return read("fund_id = ? and village = ? and joined_on <= ? and (left_on is null or left_on > ?)", fundId, village, day, day);
    }

    /** Those whose number or name it is, who left too, by number. @param sought a number, or part of a name */
    List<Member> matching(long fundId, String sought) {
        if (sought.matches("\\d{1,7}")) return read("fund_id = ? and number = ?", fundId, Integer.parseInt(sought));
        return read("fund_id = ? and exists (select from person p where p.id = person_id and p.full_name ilike ?)", fundId, Like.words(sought)).stream().limit(MOST).toList();
    }

    private List<Member> read(String condition, Object... values) {
        return jdbc.sql("select id, fund_id, number, person_id, coalesce(class, '') as clazz, village, joined_on, left_on, left_because, version from welfare_member where " + condition + " order by number").params(values).query(Member.class).list();
    }
}
