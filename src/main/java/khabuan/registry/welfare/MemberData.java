package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held of members, taken out of the house: all of one, for that member; a list of many, for a purpose that is logged at each of them. */
@Component
public class MemberData {

    private static final int WORDS_OF_A_PURPOSE = 10;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final FundBooks books;
    private final Passbooks passbooks;
    private final PassbookLinks links;
    private final Roster roster;
    private final Persons persons;
    private final SubsidyRounds rounds;

    MemberData(JdbcClient jdbc, Changes changes, FundBooks books, Passbooks passbooks, PassbookLinks links, Roster roster, Persons persons, SubsidyRounds rounds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.passbooks = passbooks;
        this.links = links;
        this.roster = roster;
        this.persons = persons;
        this.rounds = rounds;
    }

    /** A reading of somebody's data, as the log tells it. @param act as a word of the log */
    public record Reading(LocalDateTime at, String who, String act, String reason) {}

    /** All that is held of a member. @param offices held on the committee, as its words; @param subsidies the rounds in which the member was counted; @param link the newest to the passbook; null for none */
    public record Copy(Person person, Passbook book, List<String> offices, List<SubsidyRound> subsidies, PassbookPages.LinkState link, List<Reading> readings) {}

    /** A copy for the member; that it was made is logged. */
    Copy copy(Actor actor, long fund, int number, String reason) {
        books.kept(actor, fund);
        var member = roster.at(fund, number);
        var person = persons.read(actor, member.personId(), reason);
        var offices = jdbc.sql("select office from welfare_office where fund_id = ? and person_id = ? order by elected_on").params(fund, member.personId()).query(String.class).list();
        var readings = jdbc.sql("""
                select e.at at time zone 'Asia/Bangkok' as at, coalesce(log.who(e), e.actor) as who, e.act, e.reason from log.entry e where e.subject_kind = 'person' and e.subject_id = ? order by e.id desc limit 500""")
                .param(member.personId()).query(Reading.class).list();
        return new Copy(person, passbooks.of(books.kept(actor, fund), member), offices, rounds.countedFor(fund, member.personId()), links.of(member).orElse(null), readings);
    }

    /** A member on a list that is taken out. @param paid in satang, for months within the period; @param given in satang, paid out within it */
    public record Row(int number, long personId, String name, String clazz, int village, LocalDate joinedOn, LocalDate leftOn, long paid, long given) {}

    /** The members of a period with what they paid and received in it.
     *  @param purpose why the list is wanted; it stands in the log at every member
     *  @throws khabuan.base.access.Refusal.Thrown without a purpose, or with days that are none */
    List<Row> export(Actor actor, long fund, LocalDate from, LocalDate until, String purpose) {
        books.kept(actor, fund);
        new Refusals().when(purpose.strip().length() < WORDS_OF_A_PURPOSE, WelfareRefusal.PURPOSE_MISSING, "purpose").when(until.isBefore(from), WelfareRefusal.UNTIL_BEFORE_FROM, "until").demandNone();
        record Found(int number, long personId, String clazz, int village, LocalDate joinedOn, LocalDate leftOn, long paid, long given) {}
        var found = jdbc.sql("""
                select m.number, m.person_id, coalesce(m.class, '') as clazz, m.village, m.joined_on, m.left_on,
                  coalesce(p.amount, 0)::bigint as paid,
                  coalesce((select sum(c.amount) from welfare_claim c where c.member_id = m.id and c.paid_on between :from and :until), 0)::bigint as given
                from welfare_member m left join (
                  select c.number, sum(c.amount) as amount from welfare_contribution c join welfare_collection k on k.id = c.collection_id and k.withdrawn_on is null
                  where c.fund_id = :fund and c.month between :first and :last group by 1) p on p.number = m.number
                where m.fund_id = :fund and m.joined_on <= :until and (m.left_on is null or m.left_on >= :from) order by m.number""")
                .param("first", Collections.month(YearMonth.from(from))).param("last", Collections.month(YearMonth.from(until))).param("from", from).param("until", until).param("fund", fund).query(Found.class).list();
        changes.read(actor.author(), "welfare.export-members", purpose.strip(), Fund.KIND, fund);
        var names = persons.names(actor, found.stream().map(Found::personId).toList(), purpose);
        return found.stream().map(f -> new Row(f.number, f.personId, names.getOrDefault(f.personId, "…"), f.clazz, f.village, f.joinedOn, f.leftOn, f.paid, f.given)).toList();
    }
}
