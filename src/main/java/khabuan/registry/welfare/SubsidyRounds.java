package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of matching subsidies, which the centre opens, changes, and closes or withdraws before their last day. */
@Component
public class SubsidyRounds {

    /** How a round may be ended before its last day. */
    static final List<String> ENDINGS = List.of("closed", "withdrawn");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Grants grants;
    private final Funds funds;
    private final SubsidyEndings endings;

    SubsidyRounds(JdbcClient jdbc, Changes changes, Grants grants, Funds funds, SubsidyEndings endings) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.grants = grants;
        this.funds = funds;
        this.endings = endings;
    }

    /** The most that the rule of a fiscal year lets a round offer for each member; empty for no ceiling. */
    Optional<Baht> ceiling(int fiscalYear) {
        return grants.mostEach(SubsidyRound.PROGRAMME, fiscalYear);
    }

    /** Opens the next round of a fiscal year. @param key of the request; @return its number as a record */
    public long open(Actor actor, String key, SubsidyRound.Wish wish) {
        wish.demand(ceiling(wish.fiscalYear()));
        return Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.open-round", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Funds.LOCK).query().listOfRows();
            return jdbc.sql("""
                    insert into subsidy_round (fiscal_year, number, opens_on, closes_on, per_member, fresh_days, quality, note)
                    select :year, coalesce(max(number), 0) + 1, :opens, :closes, :each, :fresh, nullif(:quality, ''), :note from subsidy_round where fiscal_year = :year returning id""")
                    .param("year", wish.fiscalYear()).param("opens", wish.opensOn()).param("closes", wish.closesOn()).param("each", wish.perMember().satang()).param("fresh", wish.freshDays())
                    .param("quality", wish.quality()).param("note", wish.note()).query(String.class).single();
        }));
    }

    /** Changes what is said of a round. Requests that wait are reckoned anew by what is offered now.
     *  @param opened its version when the form was opened */
    public void change(Actor actor, long id, int opened, SubsidyRound.Terms said, String because) {
        changes.make(actor.author(), "welfare.change-round", because.strip(), () -> {
            var round = hold(id, opened);
            said.demand(round, asked(id), ceiling(round.fiscalYear()), funds.today(), because);
            jdbc.sql("update subsidy_round set closes_on = ?, per_member = ?, note = ? where id = ?").params(said.closesOn(), said.perMember().satang(), said.note(), id).update();
            jdbc.sql("update subsidy_request set per_member = :each, amount = counted::bigint * :each where round_id = :round and ended_on is null and per_member <> :each").param("each", said.perMember().satang())
                    .param("round", id).update();
        });
    }

    /** Ends a round before its last day: closed, nobody asks in it any more, and what was asked goes its way; withdrawn, all that waits in it ends too.
     *  @param as "closed" or "withdrawn"; @param opened its version when the form was opened */
    public void end(Actor actor, long id, int opened, String as, String because) {
        changes.make(actor.author(), "welfare.end-round", because.strip(), () -> {
            var round = hold(id, opened);
            boolean withdrawn = as.equals("withdrawn");
            int given = asked(id).given();
            new Refusals().when(!ENDINGS.contains(as), WelfareRefusal.WHICH_MISSING, "as").when(withdrawn && given > 0, WelfareRefusal.ROUND_GIVEN, "as", String.valueOf(given))
                    .when(as.equals("closed") && funds.today().isAfter(round.closesOn()), WelfareRefusal.ROUND_OVER, "as").when(because.isBlank(), WelfareRefusal.REASON_MISSING, "endBecause").demandNone();
            jdbc.sql("update subsidy_round set ended_on = ?, ended_as = ?, ended_because = ? where id = ?").params(funds.today(), as, because.strip(), id).update();
            if (withdrawn) endings.end(jdbc.sql("select id from subsidy_request where round_id = ? and ended_on is null").param(id).query(Long.class).list(), "refused", because.strip());
        });
    }

    /** Holds a round for this change: nobody asks in it meanwhile. */
    private SubsidyRound hold(long id, int opened) {
        var round = jdbc.sql("select * from subsidy_round where id = ? for update").param(id).query((r, n) -> round(r)).optional().orElseThrow(() -> new OutOfReach("subsidy round " + id));
        if (round.version() != opened) throw WelfareRefusal.ROUND_CHANGED.with();
        if (round.endedOn() != null) throw WelfareRefusal.ROUND_ENDED.with();
        return round;
    }

    /** A round as it stands, which nobody changes until this change is done. */
    SubsidyRound shared(long id) {
        return jdbc.sql("select * from subsidy_round where id = ? for share").param(id).query((r, n) -> round(r)).single();
    }

    /** What stands in a round, in the whole country. */
    SubsidyRound.Asked asked(long id) {
        return jdbc.sql("select count(*), count(project_id), max(asked_on) from subsidy_request where round_id = ? and ended_on is null").param(id)
                .query((r, n) -> new SubsidyRound.Asked(r.getInt(1), r.getInt(2), r.getObject(3, LocalDate.class))).single();
    }

    /** All, newest first. */
    List<SubsidyRound> all() {
        return jdbc.sql("select * from subsidy_round order by fiscal_year desc, number desc").query((r, n) -> round(r)).list();
    }

    /** Those in which a fund may ask on a day, or has asked, newest first. */
    List<SubsidyRound> of(long fund, LocalDate day) {
        return jdbc.sql("""
                select * from subsidy_round r where :day between r.opens_on and r.closes_on and r.ended_on is null or exists (select from subsidy_request q where q.round_id = r.id and q.fund_id = :fund)
                order by fiscal_year desc, number desc""").param("day", day).param("fund", fund).query((r, n) -> round(r)).list();
    }

    /** Those in which a person is counted for a fund, newest first. */
    List<SubsidyRound> countedFor(long fund, long person) {
        return jdbc.sql("select r.* from subsidy_round r join subsidy_request q on q.round_id = r.id and q.fund_id = ? join subsidy_person s on s.request_id = q.id and s.person_id = survivor_of_person(?) order by r.fiscal_year desc, r.number desc").params(fund, person)
                .query((r, n) -> round(r)).list();
    }

    /** @throws OutOfReach when there is none */
    SubsidyRound at(long id) {
        return jdbc.sql("select * from subsidy_round where id = ?").param(id).query((r, n) -> round(r)).optional().orElseThrow(() -> new OutOfReach("subsidy round " + id));
    }

    private static SubsidyRound round(ResultSet r) throws SQLException {
        return new SubsidyRound(r.getLong("id"), r.getInt("fiscal_year"), r.getInt("number"), r.getObject("opens_on", LocalDate.class), r.getObject("closes_on", LocalDate.class), new Baht(r.getLong("per_member")),
                r.getInt("fresh_days"), Objects.requireNonNullElse(r.getString("quality"), ""), r.getString("note"), r.getObject("ended_on", LocalDate.class), r.getString("ended_as"), r.getString("ended_because"), r.getInt("version"));
    }
}
