package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The committees of funds: who was elected to which office, for which term. An election ends the committee before it; its minutes are evidence of the fund. */
@Component
public class FundCommittees {

    static final List<String> OFFICES = List.of("chair", "deputy", "secretary", "treasurer", "registrar", "auditor", "member");
    /** The kind of evidence that the minutes are. */
    static final String MINUTES = "election-minutes";
    private static final int DAYS_BEFORE = 90;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;
    private final Keepers keepers;
    private final Roster roster;
    private final Persons persons;
    private final Evidence evidence;

    FundCommittees(JdbcClient jdbc, Changes changes, Funds funds, Keepers keepers, Roster roster, Persons persons, Evidence evidence) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
        this.keepers = keepers;
        this.roster = roster;
        this.persons = persons;
        this.evidence = evidence;
    }

    /** @param name masked; @param leftOn null who stayed until the end */
    public record Seat(String office, String name, LocalDate leftOn) {}

    /** @param state "running", "ending" within ninety days, "ended" without another, or "followed" by the next */
    public record Term(LocalDate electedOn, LocalDate untilDate, String state, List<Seat> seats) {}

    /** Somebody who was elected. @param number of the member in the register; 0 for somebody by name */
    record Elected(String office, int number, String name) {}

    record Wish(LocalDate electedOn, LocalDate until, List<Elected> elected) {}

    /** The newest first. */
    List<Term> of(Actor actor, long fund) {
        record Row(long person, LocalDate electedOn, String office, LocalDate leftOn) {}
        var rows = jdbc.sql("select person_id as person, elected_on, office, left_on from welfare_office where fund_id = :fund order by array_position(:offices, office), id").param("fund", fund).param("offices", OFFICES.toArray(String[]::new)).query(Row.class).list();
        var names = persons.maskedNames(actor, rows.stream().map(Row::person).distinct().toList());
        var terms = new ArrayList<Term>();
        jdbc.sql("select elected_on, until_date from welfare_election where fund_id = ? order by elected_on desc").param(fund).query(r -> {
            var on = r.getObject(1, LocalDate.class);
            var until = r.getObject(2, LocalDate.class);
            terms.add(new Term(on, until, !terms.isEmpty() ? "followed" : state(until), rows.stream().filter(s -> s.electedOn.equals(on)).map(s -> new Seat(s.office, names.getOrDefault(s.person, "…"), s.leftOn)).toList()));
        });
        return terms;
    }

    private String state(LocalDate until) {
        if (!until.isAfter(funds.today())) return "ended";
        return until.isAfter(funds.today().plusDays(DAYS_BEFORE)) ? "running" : "ending";
    }

    /** Whether somebody may record what the committee decided: who records the fund, or keeps its books. */
    boolean mayRecord(Actor actor, long fund) {
        return actor.may(Right.RECORD) || keepers.has(actor, fund);
    }

    /** Demands the fund, within reach, of somebody who may record for it. */
    Fund recorded(Actor actor, long id) {
        var fund = funds.at(actor, id);
        if (!mayRecord(actor, id)) throw new OutOfReach("committee of fund " + id);
        return fund;
    }

    /** Records an election; it ends the committee before it.
     *  @param minutes keeps the file of the minutes, within the change
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    void elect(Actor actor, long id, Wish wish, Supplier<Vault.Kept> minutes) {
        var fund = recorded(actor, id);
        fund.demandInForce();
        demand(fund, wish);
        changes.make(actor.author(), "welfare.elect", "", () -> {
            funds.hold(id);
            if (jdbc.sql("select exists (select from welfare_election where fund_id = ? and elected_on >= ?)").params(id, wish.electedOn()).query(Boolean.class).single()) throw WelfareRefusal.ELECTION_STANDS.at("electedOn");
            jdbc.sql("update welfare_office set left_on = :day where fund_id = :fund and left_on is null and until_date > :day").param("day", wish.electedOn()).param("fund", id).update();
            jdbc.sql("insert into welfare_election (fund_id, elected_on, until_date) values (?, ?, ?)").params(id, wish.electedOn(), wish.until()).update();
            var seated = new HashSet<Long>();
            for (var elected : wish.elected()) {
                long person = person(actor, fund, elected);
                if (!seated.add(person)) throw WelfareRefusal.ELECTED_TWICE.at("who1", who(elected));
                jdbc.sql("insert into welfare_office (fund_id, person_id, office, elected_on, until_date) values (?, ?, ?, ?, ?)").params(id, person, elected.office(), wish.electedOn(), wish.until()).update();
            }
            evidence.keep(Fund.KIND, id, MINUTES, null, "", minutes.get());
        });
    }

    private void demand(Fund fund, Wish wish) {
        new Refusals().when(wish.electedOn().isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "electedOn").when(wish.electedOn().isBefore(fund.foundedOn()), WelfareRefusal.DAY_BEFORE_FOUNDING, "electedOn")
                .when(!wish.until().isAfter(wish.electedOn()), WelfareRefusal.UNTIL_BEFORE_ELECTION, "until")
                .when(wish.elected().stream().filter(e -> e.office().equals("chair")).count() != 1, WelfareRefusal.ONE_CHAIR, "who1").demandNone();
    }

    private long person(Actor actor, Fund fund, Elected elected) {
        if (elected.number() == 0) return persons.register(actor, new Person.Details(fund.unitCode(), elected.name(), "", ""));
        var person = roster.persons(fund.id(), List.of(elected.number())).get(elected.number());
        if (person == null) throw WelfareRefusal.NUMBER_UNKNOWN.at("who1");
        return person;
    }

    private static String who(Elected elected) {
        return elected.number() == 0 ? elected.name() : String.valueOf(elected.number());
    }
}
