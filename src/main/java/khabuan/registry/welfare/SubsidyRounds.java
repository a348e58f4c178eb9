package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of matching subsidies, which the centre opens. */
@Component
public class SubsidyRounds {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Grants grants;

    SubsidyRounds(JdbcClient jdbc, Changes changes, Grants grants) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.grants = grants;
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
                    insert into subsidy_round (fiscal_year, number, opens_on, closes_on, per_member, fresh_days, quality)
                    select :year, coalesce(max(number), 0) + 1, :opens, :closes, :each, :fresh, nullif(:quality, '') from subsidy_round where fiscal_year = :year returning id""")
                    .param("year", wish.fiscalYear()).param("opens", wish.opensOn()).param("closes", wish.closesOn()).param("each", wish.perMember().satang()).param("fresh", wish.freshDays())
                    .param("quality", wish.quality()).query(String.class).single();
        }));
    }

    /** All, newest first. */
    List<SubsidyRound> all() {
        return jdbc.sql("select * from subsidy_round order by fiscal_year desc, number desc").query((r, n) -> round(r)).list();
    }

    /** Those in which a fund may ask on a day, or has asked, newest first. */
    List<SubsidyRound> of(long fund, LocalDate day) {
        return jdbc.sql("""
                select * from subsidy_round r where :day between r.opens_on and r.closes_on or exists (select from subsidy_request q where q.round_id = r.id and q.fund_id = :fund)
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
                r.getInt("fresh_days"), Objects.requireNonNullElse(r.getString("quality"), ""));
    }
}
