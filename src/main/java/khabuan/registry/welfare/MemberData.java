package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int WORDS_OF_A_PURPOSE = 10, SHOWN_OF_AN_ID = 4;
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
    public record Copy(Person person, Passbook book, List<String> offices, List<SubsidyRound> subsidies, PassbookPages.LinkState link, List<Reading> readings) {

        private Copy withMaskedId() {
            String id = person.nationalId(), masked = id.isEmpty() ? "" : "•".repeat(Math.max(0, id.length() - SHOWN_OF_AN_ID)) + id.substring(Math.max(0, id.length() - SHOWN_OF_AN_ID));
            return new Copy(new Person(person.id(), person.version(), person.unitCode(), person.fullName(), masked, person.phone()), book, offices, subsidies, link, readings);
        }

        /** As a machine reads it: money in baht, days of the common era. */
        Map<String, Object> told(Fund fund) {
            var m = book.member();
            var told = new LinkedHashMap<String, Object>();
            told.put("fund", Map.of("code", fund.code(), "name", fund.name()));
            told.put("person", said("fullName", person.fullName(), "nationalId", person.nationalId(), "phone", person.phone()));
            told.put("membership", said("number", m.number(), "village", m.village(), "class", m.clazz(), "joinedOn", m.joinedOn(), "leftOn", m.leftOn(), "leftBecause", m.leftBecause(), "offices", offices));
            told.put("paid", book.paid().stream().map(p -> said("month", p.month(), "months", p.months(), "amount", p.amount().amount(), "paidOn", p.paidOn(), "receipt", p.collection())).toList());
            told.put("claims", book.claims().stream().map(c -> said("kind", c.rule().kind().word(), "amount", c.amount().amount(), "happenedOn", c.happenedOn(), "askedOn", c.askedOn(), "state", c.state(), "note", c.note(), "paidOn", c.paidOn(), "refusedBecause", c.refusedBecause())).toList());
            told.put("countedForSubsidies", subsidies.stream().map(r -> said("fiscalYear", r.fiscalYear(), "round", r.number())).toList());
            told.put("readings", readings.stream().map(r -> said("at", r.at(), "who", r.who(), "act", r.act(), "reason", r.reason())).toList());
            return told;
        }

        /** Names and values in their order; what is not known is left out. */
        private static Map<String, Object> said(Object... pairs) {
            var said = new LinkedHashMap<String, Object>();
            for (int i = 0; i < pairs.length; i += 2) if (pairs[i + 1] != null && !pairs[i + 1].equals("")) said.put((String) pairs[i], pairs[i + 1] instanceof Temporal ? pairs[i + 1].toString() : pairs[i + 1]);
            return said;
        }
    }

    /** A copy for the member, made by the committee; that it was made is logged. */
    Copy copy(Actor actor, long fund, int number, String reason) {
        return copyOf(books.kept(actor, fund), roster.at(fund, number), actor, reason);
    }

    /** The member's own copy, by the own link; of the national ID number its end alone, since whoever holds the device sees it. That it was read is logged. */
    Copy ownCopy(Fund fund, Roster.Member member, String address, String reason) {
        return copyOf(fund, member, PassbookLinks.actor(fund, member.number(), address), reason).withMaskedId();
    }

    private Copy copyOf(Fund fund, Roster.Member member, Actor actor, String reason) {
        var person = persons.read(actor, member.personId(), reason);
        var offices = jdbc.sql("select office from welfare_office where fund_id = ? and person_id = ? order by elected_on").params(fund.id(), member.personId()).query(String.class).list();
        var readings = jdbc.sql("""
                select e.at at time zone 'Asia/Bangkok' as at, coalesce(log.who(e), e.actor) as who, e.act, e.reason from log.entry e where e.subject_kind = 'person' and e.subject_id = ? order by e.id desc limit 500""")
                .param(member.personId()).query(Reading.class).list();
        return new Copy(person, passbooks.of(fund, member), offices, rounds.countedFor(fund.id(), member.personId()), links.of(member).orElse(null), readings);
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
