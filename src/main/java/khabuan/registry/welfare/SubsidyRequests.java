package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.record.Changes;
import khabuan.base.text.Bundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What funds ask for in the rounds of matching subsidies: asked, proposed by a second person, refused or withdrawn. Of a fund that keeps its books here, or hands in a list, the members are counted person by person, and
 *  the database holds that in a round nobody is counted twice in the country; of any other fund its certified statement tells how many they are. */
@Component
public class SubsidyRequests {

    /** The persons for whom a fund asks, by their numbers in its books on a day, or in the order of the list that it handed in. */
    private static final String MEMBERS = """
            (select number, survivor_of_person(person_id) as person from welfare_member where fund_id = :fund and joined_on <= :day and (left_on is null or left_on > :day)
              union all select row_number() over (order by id)::int, survivor_of_person(person_id) from subsidy_listed where fund_id = :fund and round_id = :round)""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Funds funds;
    private final Keepers keepers;
    private final FundStatements statements;
    private final SubsidyRounds rounds;
    private final SubsidyConditions conditions;
    private final Grants grants;
    private final SubsidyEndings endings;
    private final Bundles bundles;

    SubsidyRequests(JdbcClient jdbc, Changes changes, PlatformTransactionManager transactions, Funds funds, Keepers keepers, FundStatements statements, SubsidyRounds rounds, SubsidyConditions conditions, Grants grants, SubsidyEndings endings, Bundles bundles) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.funds = funds;
        this.keepers = keepers;
        this.statements = statements;
        this.rounds = rounds;
        this.conditions = conditions;
        this.grants = grants;
        this.endings = endings;
        this.bundles = bundles;
    }

    /** What a fund asked in a round: the request that stands, or else the last that ended. */
    Optional<SubsidyRequest> find(long round, long fund) {
        return jdbc.sql("select * from subsidy_request where round_id = :round and fund_id = :fund order by ended_on is not null, id desc limit 1").param("round", round).param("fund", fund).query((r, n) -> request(r)).optional();
    }

    static SubsidyRequest request(ResultSet r) throws SQLException {
        return new SubsidyRequest(r.getLong("id"), r.getLong("round_id"), r.getLong("fund_id"), r.getString("basis"), day(r, "counted_on"), r.getInt("members"), r.getInt("asked"), r.getInt("counted"), new Baht(r.getLong("amount")),
                day(r, "asked_on"), (Long) r.getObject("asked_by"), r.getString("asked_name"), r.getObject("proposed") == null ? null : new Baht(r.getLong("proposed")), day(r, "proposed_on"), r.getString("proposed_name"),
                (Long) r.getObject("project_id"), day(r, "ended_on"), r.getString("ended_as"), r.getString("ended_because"), r.getInt("version"));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    /** Whether somebody asks for this fund: its committee, when it keeps its books here; who records, when it doesn't. */
    boolean mayAsk(Actor actor, Fund fund) {
        return fund.booksSince() == null ? actor.may(Right.RECORD) : keepers.has(actor, fund.id());
    }

    private Fund asker(Actor actor, long id) {
        var fund = funds.at(actor, id);
        if (!mayAsk(actor, fund)) throw new OutOfReach("subsidies of fund " + id);
        return fund;
    }

    /** How many members a fund may ask for today: by its books, or by its newest certified statement. */
    int members(Fund fund) {
        return fund.booksSince() == null ? certified(fund).map(s -> s.figures().members()).orElse(0)
                : jdbc.sql("select count(*) from welfare_member where fund_id = :fund and joined_on <= :day and (left_on is null or left_on > :day)").param("fund", fund.id()).param("day", funds.today()).query(Integer.class).single();
    }

    private Optional<Statement> certified(Fund fund) {
        return statements.of(fund.id()).stream().filter(Statement::isCertified).findFirst();
    }

    /** A fund asks. @param key of the request of the form; @param asked for how many members, of a fund without books; null for all
     *  @return the number of the request
     *  @throws khabuan.base.access.Refusal.Thrown with all that is in the way */
    public long ask(Actor actor, long fundId, long roundId, String key, Integer asked) {
        var fund = asker(actor, fundId);
        var round = rounds.at(roundId);
        conditions.demand(fund, round);
        return Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.ask-subsidy", "", () -> {
            funds.hold(fundId);
            var offered = rounds.shared(roundId);
            if (!offered.isOpenOn(funds.today())) throw WelfareRefusal.ROUND_NOT_OPEN.with();
            if (find(roundId, fundId).filter(r -> r.endedOn() == null).isPresent()) throw WelfareRefusal.ASKED_ALREADY.with().seeing(round.path(fund));
            String basis = basis(fund, roundId);
            int members = members(fund), wanted = wanted(fund, roundId, basis, members, asked);
            if (members == 0) throw WelfareRefusal.SUBSIDY_NO_MEMBERS.with().seeing(fund.path());
            if (wanted < 1 || wanted > members) throw WelfareRefusal.ASKED_EXCEEDS_MEMBERS.at("asked", String.valueOf(members));
            long id = write(actor, fund, offered, basis, members, wanted);
            if (!basis.equals(SubsidyRequest.STATEMENT)) count(id, fund, round, wanted);
            return Long.toString(id);
        }));
    }

    /** From what the members of a fund are counted: from its books, from the list that it handed in for the round, or from what its statement tells. */
    private String basis(Fund fund, long round) {
        return fund.booksSince() != null ? SubsidyRequest.BOOKS : listed(round, fund.id()) > 0 ? SubsidyRequest.LIST : SubsidyRequest.STATEMENT;
    }

    private int wanted(Fund fund, long round, String basis, int members, Integer asked) {
        return switch (basis) {
            case SubsidyRequest.BOOKS -> members;
            case SubsidyRequest.LIST -> listed(round, fund.id());
            default -> asked == null ? members : asked;
        };
    }

    /** How many persons the list names that a fund without books handed in for a round. */
    int listed(long round, long fund) {
        return jdbc.sql("select count(distinct survivor_of_person(person_id)) from subsidy_listed where round_id = ? and fund_id = ?").params(round, fund).query(Integer.class).single();
    }

    /** Takes the list of a fund away, as long as nothing rests on it. */
    void discardList(Actor actor, long fundId, long roundId, String because) {
        asker(actor, fundId);
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("listBecause");
        changes.make(actor.author(), "welfare.discard-list", because.strip(), () -> {
            funds.hold(fundId);
            if (find(roundId, fundId).filter(r -> r.endedOn() == null).isPresent()) throw WelfareRefusal.LISTED_TOO_LATE.with();
            jdbc.sql("delete from subsidy_listed where round_id = ? and fund_id = ?").params(roundId, fundId).update();
        });
    }

    private long write(Actor actor, Fund fund, SubsidyRound round, String basis, int members, int asked) {
        return jdbc.sql("""
                insert into subsidy_request (round_id, fund_id, basis, statement_id, counted_on, members, asked, counted, per_member, amount, asked_on, asked_by, asked_name)
                values (:round, :fund, :basis, :statement, :day, :members, :asked, :asked, :each, :amount, :today, :by, :name) returning id""")
                .param("round", round.id()).param("fund", fund.id()).param("basis", basis).param("statement", certified(fund).orElseThrow().id())
                .param("day", basis.equals(SubsidyRequest.STATEMENT) ? certified(fund).orElseThrow().asOf() : funds.today()).param("members", members).param("asked", asked).param("each", round.perMember().satang())
                .param("amount", round.perMember().times(asked).satang()).param("today", funds.today()).param("by", actor.accountId()).param("name", actor.signature()).query(Long.class).single();
    }

    /** Counts the members of the day whom nobody was counted for in the round; they are taken in the order of their numbers as persons, so that funds that ask at once wait for one another and not in a circle. */
    private void count(long request, Fund fund, SubsidyRound round, int asked) {
        int counted = jdbc.sql("insert into subsidy_person (round_id, person_id, request_id) select :round, w.person, :request from (select distinct m.person from " + MEMBERS + """
                 m) w
                order by w.person on conflict (round_id, person_id) do nothing""")
                .param("round", round.id()).param("request", request).param("fund", fund.id()).param("day", funds.today()).update();
        if (counted == 0) throw WelfareRefusal.NOBODY_LEFT_TO_COUNT.with();
        if (counted < asked) jdbc.sql("update subsidy_request set counted = :counted, amount = per_member::bigint * :counted where id = :id").param("counted", counted).param("id", request).update();
    }

    /** A member of a request who is not counted in it. @param elsewhere the name of the fund that was counted for the person, as far as who asks may see it; "" otherwise */
    public record Doubled(int number, String elsewhere) {}

    /** Those that are not counted, as far as the guarded rows that this work may see tell of them. */
    List<Doubled> doubled(SubsidyRequest request, int most) {
        return jdbc.sql("""
                select m.number, coalesce(f.name, '') from %s m left join subsidy_person o on o.round_id = :round and o.person_id = m.person left join subsidy_request q on q.id = o.request_id left join welfare_fund f on f.id = q.fund_id
                where o.request_id is distinct from :request order by m.number limit :most""".formatted(MEMBERS))
                .param("fund", request.fundId()).param("day", request.countedOn()).param("round", request.roundId()).param("request", request.id()).param("most", most).query((r, n) -> new Doubled(r.getInt(1), r.getString(2))).list();
    }

    /** A second person proposes what was asked, or less: it becomes a project of the programme, which goes the way of all projects.
     *  @param opened the version of the request when the form was opened */
    public long propose(Actor actor, long fundId, long roundId, int opened, Baht amount) {
        var fund = funds.at(actor, fundId);
        var round = rounds.at(roundId);
        return transaction.execute(status -> {
            var request = hold(fundId, roundId, opened);
            if (!request.isWaiting()) throw WelfareRefusal.PROPOSED_ALREADY.with().seeing("/projects/" + request.grant());
            if (request.isAskedBy(actor)) throw WelfareRefusal.OWN_SUBSIDY.with();
            if (!amount.isPositive() || amount.isAbove(request.amount())) throw WelfareRefusal.PROPOSED_EXCEEDS_ASKED.at("proposed", request.amount().toString());
            conditions.demand(fund, round);
            demandCurrent(request);
            var title = bundles.in(Bundles.THAI).t("welfare.subsidy.project", fund.name(), String.valueOf(round.number()), String.valueOf(round.fiscalYear()));
            var today = funds.today();
            var end = new FiscalYear(round.fiscalYear()).end();
            long grant = grants.propose(actor, new Grants.Wish(round.fiscalYear(), SubsidyRound.PROGRAMME, fund.unitCode(), fundId, title, request.counted(), request.members(), amount, today, end.isAfter(today) ? end : today.plusYears(1)));
            changes.make(actor.author(), "welfare.propose-subsidy", "", () -> { jdbc.sql("update subsidy_request set proposed = ?, proposed_on = ?, proposed_by = ?, proposed_name = ?, project_id = ? where id = ?")
                    .params(amount.satang(), today, actor.accountId(), actor.signature(), grant, request.id()).update(); });
            return grant;
        });
    }

    private SubsidyRequest hold(long fund, long round, int opened) {
        funds.hold(fund);
        var request = find(round, fund).filter(r -> r.endedOn() == null).orElseThrow(() -> new OutOfReach("subsidy request of fund " + fund));
        if (request.version() != opened) throw WelfareRefusal.CHANGED_MEANWHILE.with();
        return request;
    }

    /** Whoever was found to be another since is counted no more: then the count is to be made anew. */
    private void demandCurrent(SubsidyRequest request) {
        int merged = jdbc.sql("select count(*) from subsidy_person s where s.request_id = ? and survivor_of_person(s.person_id) <> s.person_id").param(request.id()).query(Integer.class).single();
        if (merged > 0) throw WelfareRefusal.COUNT_ANEW.with(String.valueOf(merged));
    }

    /** Refuses it, so that those who are counted may be counted for another fund. */
    public void refuse(Actor actor, long fundId, long roundId, int opened, String because) {
        end(actor, funds.at(actor, fundId), roundId, opened, "refused", because);
    }

    /** The fund takes it back. */
    void withdraw(Actor actor, long fundId, long roundId, int opened, String because) {
        end(actor, asker(actor, fundId), roundId, opened, "withdrawn", because);
    }

    private void end(Actor actor, Fund fund, long roundId, int opened, String as, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        changes.make(actor.author(), as.equals("refused") ? "welfare.refuse-subsidy" : "welfare.withdraw-subsidy", because.strip(), () -> {
            var request = hold(fund.id(), roundId, opened);
            if (!request.isWaiting()) throw WelfareRefusal.PROPOSED_ALREADY.with().seeing("/projects/" + request.grant());
            endings.end(List.of(request.id()), as, because.strip());
        });
    }

    /** How the grant of a request stands; null for none. */
    Grants.Standing standing(SubsidyRequest request) {
        return request.grant() == null ? null : grants.standing(List.of(request.grant())).get(request.grant());
    }
}
