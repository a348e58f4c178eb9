package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of funds: entered for a quarter, certified by a second person or returned; a certified one is corrected by entering it anew, which takes its certification away. */
@Component
public class FundStatements {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;

    FundStatements(JdbcClient jdbc, Changes changes, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
    }

    /** All of a fund, newest first. */
    List<Statement> of(long fund) {
        return read("s.fund_id = :fund order by s.as_of desc, s.id desc", Map.of("fund", fund));
    }

    Optional<Statement> find(long fund, FiscalQuarter quarter) {
        return read("s.fund_id = :fund and s.fiscal_year = :year and s.quarter = :quarter", Map.of("fund", fund, "year", quarter.year().year(), "quarter", quarter.number())).stream().findFirst();
    }

    /** @throws OutOfReach when the fund has none for the quarter */
    Statement at(long fund, FiscalQuarter quarter) {
        return find(fund, quarter).orElseThrow(() -> new OutOfReach("statement of " + fund));
    }

    /** The newest certified one before a quarter. */
    Optional<Statement> before(long fund, FiscalQuarter quarter) {
        return read("s.fund_id = :fund and s.certified_on is not null and s.as_of < :start order by s.as_of desc limit 1", Map.of("fund", fund, "start", quarter.start())).stream().findFirst();
    }

    /** Enters a statement for a quarter, or enters it anew.
     *  @param opened the version of the one that stood when the form was opened; 0 for none
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong
     *  @throws Conflict when somebody else entered it since */
    Statement enter(Actor actor, long fundId, int opened, Statement.Wish wish) {
        var fund = funds.at(actor, fundId);
        wish.demand(fund, before(fundId, wish.quarter()).orElse(null), funds.today());
        changes.make(actor.author(), "welfare.state", wish.reason(), () -> {
            funds.hold(fundId);
            var standing = find(fundId, wish.quarter());
            int now = standing.map(Statement::version).orElse(0);
            if (now != opened) throw new Conflict(fundId, opened, now);
            if (standing.isPresent() && standing.get().basis() == Statement.Basis.BOOKS) throw WelfareRefusal.FROM_BOOKS.with();
            write(actor, fundId, wish, Statement.Basis.REPORTED);
        });
        return at(fundId, wish.quarter());
    }

    /** Writes a statement in the place of the one that stands for its quarter; within a change. */
    void write(Actor actor, long fund, Statement.Wish wish, Statement.Basis basis) {
        var figures = wish.figures();
        var values = new HashMap<String, Object>();
        values.put("fund", fund);
        values.put("year", wish.quarter().year().year());
        values.put("quarter", wish.quarter().number());
        values.put("asOf", wish.asOf());
        values.put("basis", basis.word());
        values.put("members", figures.members());
        figures.classes().forEach((k, v) -> values.put(k.word(), v));
        values.put("villages", figures.villages());
        values.put("committee", figures.committee());
        figures.money().forEach((k, v) -> values.put(k.column(), v.satang()));
        values.put("reason", wish.reason());
        values.put("by", actor.accountId());
        values.put("name", actor.signature());
        values.put("today", funds.today());
        long id = jdbc.sql("""
                insert into welfare_statement as s (fund_id, fiscal_year, quarter, as_of, basis, members, working, young, elderly, disadvantaged, other, villages, committee,
                  from_members, from_local, from_codi, from_state, from_other, from_donations, reason, recorded_by, recorded_name, recorded_on)
                values (:fund, :year, :quarter, :asOf, :basis, :members, :working, :young, :elderly, :disadvantaged, :other, :villages, :committee,
                  :from_members, :from_local, :from_codi, :from_state, :from_other, :from_donations, :reason, :by, :name, :today)
                on conflict (fund_id, fiscal_year, quarter) do update set as_of = excluded.as_of, basis = excluded.basis, members = excluded.members, working = excluded.working, young = excluded.young,
                  elderly = excluded.elderly, disadvantaged = excluded.disadvantaged, other = excluded.other, villages = excluded.villages, committee = excluded.committee, from_members = excluded.from_members,
                  from_local = excluded.from_local, from_codi = excluded.from_codi, from_state = excluded.from_state, from_other = excluded.from_other, from_donations = excluded.from_donations,
                  reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_name = excluded.recorded_name, recorded_on = excluded.recorded_on,
                  certified_by = null, certified_name = null, certified_on = null, returned_on = null, returned_because = null
                returning s.id""").params(values).query(Long.class).single();
        benefits(id, figures.benefits());
    }

    private void benefits(long statement, Map<Benefit, Given> benefits) {
        benefits.forEach((kind, given) -> {
            if (given.recipients() == 0 && given.amount().isZero()) jdbc.sql("delete from welfare_benefit where statement_id = ? and kind = ?").params(statement, kind.word()).update();
            else jdbc.sql("""
                    insert into welfare_benefit (statement_id, kind, recipients, amount) values (?, ?, ?, ?)
                    on conflict (statement_id, kind) do update set recipients = excluded.recipients, amount = excluded.amount""").params(statement, kind.word(), given.recipients(), given.amount().satang()).update();
        });
    }

    /** Certifies the statement of a quarter; the person who entered it can't. */
    void certify(Actor actor, long fund, FiscalQuarter quarter, int opened) {
        judge(actor, fund, quarter, opened, "welfare.certify", "", statement -> jdbc.sql("update welfare_statement set certified_by = ?, certified_name = ?, certified_on = ? where id = ?")
                .params(actor.accountId(), actor.signature(), funds.today(), statement.id()).update());
    }

    /** Sends it back to be mended. */
    void sendBack(Actor actor, long fund, FiscalQuarter quarter, int opened, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        judge(actor, fund, quarter, opened, "welfare.return", because, statement -> jdbc.sql("update welfare_statement set returned_on = ?, returned_because = ? where id = ?")
                .params(funds.today(), because.strip(), statement.id()).update());
    }

    private void judge(Actor actor, long fundId, FiscalQuarter quarter, int opened, String act, String reason, java.util.function.Consumer<Statement> work) {
        var fund = funds.at(actor, fundId);
        fund.demandInForce();
        changes.make(actor.author(), act, reason, () -> {
            funds.hold(fundId);
            var statement = at(fundId, quarter);
            if (statement.version() != opened) throw new Conflict(statement.id(), opened, statement.version());
            statement.demandCertifiable(actor);
            work.accept(statement);
        });
    }

    /** A statement that waits for somebody to certify it. */
    public record Waiting(long fund, String name, FiscalQuarter quarter, LocalDate recordedOn, String recordedName) {}

    /** Those that wait for an actor's certification, oldest first, of the units of a condition over f.
     *  @param condition SQL over f, with its parameters */
    List<Waiting> waiting(Actor actor, String condition, Map<String, Object> parameters, int most) {
        if (!actor.may(Right.CERTIFY)) return List.of();
        return jdbc.sql("""
                select f.id, f.name, s.fiscal_year, s.quarter, s.recorded_on, s.recorded_name from welfare_statement s join welfare_fund f on f.id = s.fund_id
                where s.certified_on is null and s.returned_on is null and f.merged_into is null and f.ended_on is null and s.recorded_by is distinct from :me and %s order by s.recorded_on, s.id limit :most""".formatted(condition))
                .params(parameters).param("me", actor.accountId()).param("most", most)
                .query((r, n) -> new Waiting(r.getLong(1), r.getString(2), new FiscalQuarter(new FiscalYear(r.getInt(3)), r.getInt(4)), r.getObject(5, LocalDate.class), r.getString(6))).list();
    }

    private List<Statement> read(String condition, Map<String, Object> parameters) {
        return jdbc.sql("""
                select s.*, (select string_agg(b.kind || ' ' || b.recipients || ' ' || b.amount, ',') from welfare_benefit b where b.statement_id = s.id) as benefits
                from welfare_statement s where""" + " " + condition).params(parameters).query((r, n) -> statement(r)).list();
    }

    private static Statement statement(ResultSet r) throws SQLException {
        return new Statement(r.getLong("id"), r.getLong("fund_id"), new FiscalQuarter(new FiscalYear(r.getInt("fiscal_year")), r.getInt("quarter")), day(r, "as_of"),
                Statement.Basis.valueOf(r.getString("basis").toUpperCase(java.util.Locale.ROOT)), figures(r), r.getString("reason"), (Long) r.getObject("recorded_by"), r.getString("recorded_name"), day(r, "recorded_on"),
                r.getString("certified_name"), day(r, "certified_on"), day(r, "returned_on"), r.getString("returned_because"), r.getInt("version"));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    private static Figures figures(ResultSet r) throws SQLException {
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        for (var c : MemberClass.values()) classes.put(c, r.getInt(c.word()));
        var money = new EnumMap<Source, Baht>(Source.class);
        for (var s : Source.values()) money.put(s, new Baht(r.getLong(s.column())));
        var benefits = new EnumMap<Benefit, Given>(Benefit.class);
        String told = r.getString("benefits");
        if (told != null) for (var one : told.split(",")) {
            var part = one.split(" ");
            benefits.put(Benefit.of(part[0]), new Given(Integer.parseInt(part[1]), new Baht(Long.parseLong(part[2]))));
        }
        return new Figures(r.getInt("members"), classes, r.getInt("villages"), (Integer) r.getObject("committee"), money, benefits);
    }
}
