package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a fund's committee works with its books here. Those who record the fund appoint them, never a keeper: whoever could choose the second person would be alone. */
@Component
public class Keepers {

    static final List<String> OFFICES = List.of("chair", "treasurer", "registrar", "collector", "auditor");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;

    Keepers(JdbcClient jdbc, Changes changes, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
    }

    /** @param until the day from which no longer; null while there is none */
    public record Keeper(long id, String office, String fullName, LocalDate since, LocalDate until) {}

    boolean has(Actor actor, long fund) {
        return actor.may(Right.KEEP_FUND) && jdbc.sql("select exists (select from welfare_keeper where fund_id = :fund and account_id = :account and since <= :today and (until_date is null or until_date > :today))")
                .param("fund", fund).param("account", actor.accountId()).param("today", funds.today()).query(Boolean.class).single();
    }

    /** The funds whose books the actor keeps today. */
    List<Long> kept(Actor actor) {
        return jdbc.sql("select distinct fund_id from welfare_keeper where account_id = :account and since <= :today and (until_date is null or until_date > :today) order by 1").param("account", actor.accountId()).param("today", funds.today()).query(Long.class).list();
    }

    /** Those of now first. */
    List<Keeper> of(long fund) {
        return jdbc.sql("select k.id, k.office, a.full_name, k.since, k.until_date as until from welfare_keeper k join account a on a.id = k.account_id where k.fund_id = ? order by k.until_date is not null, k.since, k.id").param(fund).query(Keeper.class).list();
    }

    /** Within a change: an account of a fund's committee in its place becomes a keeper.
     *  @throws khabuan.base.access.Refusal.Thrown when there is no such account; at the field "office" */
    void appoint(Fund fund, String field, String office, String name, LocalDate since) {
        int named = jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) select :fund, id, :office, :since from account where name = :name and role = 'FUND_COMMITTEE' and scope_level = 'unit' and scope_code = :unit")
                .param("fund", fund.id()).param("office", office).param("since", since).param("name", name).param("unit", fund.unitCode()).update();
        if (named == 0) throw WelfareRefusal.KEEPER_UNKNOWN.at(field, name);
    }

    /** Somebody keeps the books from today on.
     *  @throws khabuan.base.access.Refusal.Thrown when the fund keeps no books here, the account is none of a committee in its place, or keeps them already */
    void add(Actor actor, long id, String office, String name) {
        var fund = funds.at(actor, id);
        if (fund.booksSince() == null) throw WelfareRefusal.NO_BOOKS.at("keeper");
        if (!OFFICES.contains(office)) throw WelfareRefusal.OFFICE_MISSING.at("keeperOffice");
        changes.make(actor.author(), "welfare.appoint-keeper", "", () -> {
            funds.hold(id);
            if (jdbc.sql("select exists (select from welfare_keeper k join account a on a.id = k.account_id where k.fund_id = ? and a.name = ? and k.until_date is null)").params(id, name).query(Boolean.class).single()) throw WelfareRefusal.KEEPER_ALREADY.at("keeper", name);
            appoint(fund, "keeper", office, name, funds.today());
        });
    }

    /** Somebody keeps them no longer, from this moment. */
    void end(Actor actor, long id, long keeper) {
        funds.at(actor, id);
        changes.make(actor.author(), "welfare.end-keeper", "", () -> {
            int ended = jdbc.sql("update welfare_keeper set until_date = :today where id = :keeper and fund_id = :fund and until_date is null").param("today", funds.today()).param("keeper", keeper).param("fund", id).update();
            if (ended == 0) throw new OutOfReach("keeper " + keeper);
        });
    }
}
