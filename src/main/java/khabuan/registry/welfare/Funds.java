package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.duplicate.Scan;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of welfare funds. All that is found and done here lies within the actor's reach. */
@Component
public class Funds {

    /** Under which the room's forms and files write. */
    static final long LOCK = 7415025;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final Scan duplicates;
    private final Clock clock;

    Funds(JdbcClient jdbc, Changes changes, Reach reach, Scan duplicates, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    public Fund at(Actor actor, long id) {
        var fund = find(id).orElseThrow(() -> new OutOfReach("welfare fund " + id));
        reach.demand(actor, fund.unitCode());
        return fund;
    }

    /** The fund of a number, at the moment that is being read. */
    Optional<Fund> find(long id) {
        return jdbc.sql("select * from welfare_fund where id = :id").param("id", id).query((r, n) -> fund(r)).optional();
    }

    /** Registers a fund. @param key of the request, so that a repeated one registers nothing more; "" for none */
    Fund register(Actor actor, String key, Fund.Registration wish) {
        wish.demand(today());
        demandUnit(actor, wish.unitCode());
        String id = changes.makeOnce(key, actor.author(), "welfare.register", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
            demandFreeCode(wish.code(), 0);
            long number = jdbc.sql("""
                    insert into welfare_fund (code, unit_code, name, founded_on)
                    select coalesce(nullif(:code, ''), (select (coalesce(max(code::bigint), 10000) + 1)::text from welfare_fund where code ~ '^[0-9]{5,9}$')), :unit, :name, :day returning id""")
                    .param("code", wish.code()).param("unit", wish.unitCode()).param("name", wish.name()).param("day", wish.foundedOn()).query(Long.class).single();
            duplicates.note(Fund.KIND, number);
            return Long.toString(number);
        });
        return find(Long.parseLong(id)).orElseThrow();
    }

    /** Corrects what was said of a fund.
     *  @param opened the version that the form was opened with
     *  @throws Conflict when somebody else changed it since */
    Fund correct(Actor actor, long id, int opened, String reason, Fund.Registration said) {
        at(actor, id).demandInForce();
        said.demand(today());
        demandUnit(actor, said.unitCode());
        if (reason.isBlank()) throw WelfareRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "welfare.correct", reason, () -> {
            demandFreeCode(said.code(), id);
            int changed = jdbc.sql("update welfare_fund set unit_code = :unit, code = coalesce(nullif(:code, ''), code), name = :name, founded_on = :day where id = :id and version = :opened")
                    .param("unit", said.unitCode()).param("code", said.code()).param("name", said.name()).param("day", said.foundedOn()).param("id", id).param("opened", opened).update();
            int now = find(id).orElseThrow().version();
            if (changed == 0 && now != opened) throw new Conflict(id, opened, now);
            duplicates.note(Fund.KIND, id);
        });
        return find(id).orElseThrow();
    }

    /** Ends a fund from a day on. */
    void end(Actor actor, long id, LocalDate day, String reason) {
        var fund = at(actor, id);
        fund.demandInForce();
        if (reason.isBlank()) throw WelfareRefusal.REASON_MISSING.at("reason");
        if (day.isAfter(today())) throw WelfareRefusal.DAY_IN_FUTURE.at("endedOn");
        if (day.isBefore(fund.foundedOn())) throw WelfareRefusal.DAY_BEFORE_FOUNDING.at("endedOn");
        changes.make(actor.author(), "welfare.end", reason, () -> { jdbc.sql("update welfare_fund set ended_on = :day where id = :id").param("day", day).param("id", id).update(); });
    }

    /** Holds a fund for the rest of the change: whoever else holds it waits. */
    void hold(long id) {
        jdbc.sql("select 1 from welfare_fund where id = ? for no key update").param(id).query().listOfRows();
    }

    private void demandUnit(Actor actor, String unitCode) {
        if (!jdbc.sql("select exists (select from unit where code = :unit)").param("unit", unitCode).query(Boolean.class).single()) throw WelfareRefusal.UNIT_UNKNOWN.at("unit", unitCode);
        reach.demand(actor, unitCode);
    }

    private void demandFreeCode(String code, long own) {
        if (!code.isEmpty() && jdbc.sql("select exists (select from welfare_fund where code = :code and id <> :own)").param("code", code).param("own", own).query(Boolean.class).single())
            throw WelfareRefusal.CODE_TAKEN.at("code", code);
    }

    /** Notes that somebody was there. */
    void visit(Actor actor, long id, String key, Fund.Visit visit) {
        var seen = at(actor, id).visit(visit, today());
        changes.makeOnce(key, actor.author(), "welfare.visit", "", () -> jdbc.sql("insert into welfare_visit (fund_id, visited_on, visited_by, met, note) values (?, ?, ?, ?, ?) returning id")
                .params(id, seen.visitedOn(), seen.visitedBy(), seen.met(), seen.note()).query(String.class).single());
    }

    /** The visits, newest first. */
    List<Fund.Visit> visits(long id) {
        return jdbc.sql("select visited_on, visited_by, met, note from welfare_visit where fund_id = :id order by visited_on desc, id desc").param("id", id)
                .query((r, n) -> new Fund.Visit(r.getObject(1, LocalDate.class), r.getString(2), r.getString(3), r.getString(4))).list();
    }

    private static Fund fund(ResultSet r) throws SQLException {
        return new Fund(r.getLong("id"), r.getString("code"), r.getString("unit_code"), r.getString("name"), r.getObject("founded_on", LocalDate.class), r.getObject("ended_on", LocalDate.class),
                r.getObject("books_since", LocalDate.class), (Long) r.getObject("merged_into"), r.getInt("version"));
    }
}
