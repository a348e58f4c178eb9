package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long personal data of former members stays: a setting of the centre; the committee of each fund lets go of what has passed it. Figures stay. */
@Component
public class Retention {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final FundBooks books;
    private final Funds funds;

    Retention(JdbcClient jdbc, Changes changes, FundBooks books, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.funds = funds;
    }

    /** For how many years, from a day on. */
    public record Setting(LocalDate fromDate, int years) {}

    /** A former member whose data has passed its time. @param keptUntil the day on which it did */
    public record Former(int number, LocalDate leftOn, LocalDate keptUntil) {}

    /** The newest first. */
    List<Setting> settings() {
        return jdbc.sql("select from_date, years from welfare_retention order by from_date desc").query(Setting.class).list();
    }

    /** For how many years now. */
    int years() {
        return settings().stream().filter(s -> !s.fromDate().isAfter(funds.today())).findFirst().orElseThrow().years();
    }

    /** Sets it from a day on.
     *  @throws khabuan.base.access.Refusal.Thrown when it is not from today on, one of that day or a later one stands, the years are none, or no reason is given */
    void set(Actor actor, LocalDate from, int years, String reason) {
        new Refusals().when(from.isBefore(funds.today()), WelfareRefusal.RETENTION_BEFORE_TODAY, "fromDate").when(years < 1 || years > 50, WelfareRefusal.YEARS_WRONG, "years").when(reason.isBlank(), WelfareRefusal.REASON_MISSING, "reason").demandNone();
        changes.make(actor.author(), "welfare.set-retention", reason.strip(), () -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Funds.LOCK).query().listOfRows();
            if (settings().stream().anyMatch(s -> !s.fromDate().isBefore(from))) throw WelfareRefusal.DUE_STANDS.at("fromDate");
            jdbc.sql("insert into welfare_retention (from_date, years) values (?, ?)").params(from, years).update();
        });
    }

    /** Whose time has passed, the longest gone first. */
    List<Former> passed(long fund) {
        return jdbc.sql("""
                select number, left_on, present.kept_until(left_on, :today) as kept_until from welfare_member
                where fund_id = :fund and left_on is not null and forgotten_on is null and present.kept_until(left_on, :today) <= :today order by left_on, number""").param("fund", fund).param("today", funds.today()).query(Former.class).list();
    }

    /** How many were forgotten. */
    int forgotten(long fund) {
        return jdbc.sql("select count(*) from welfare_member where fund_id = ? and forgotten_on is not null").param(fund).query(Integer.class).single();
    }

    /** Forgets the persons behind all whose time has passed. @return how many */
    int forget(Actor actor, long fund, String reason) {
        books.kept(actor, fund);
        if (reason.isBlank()) throw WelfareRefusal.REASON_MISSING.at("reason");
        return changes.make(actor.author(), "welfare.forget", reason.strip(), () -> {
            funds.hold(fund);
            return (int) passed(fund).stream().filter(f -> jdbc.sql("select history.forget_member(id, :today) from welfare_member where fund_id = :fund and number = :number").param("today", funds.today()).param("fund", fund).param("number", f.number())
                    .query(Boolean.class).single()).count();
        });
    }
}
