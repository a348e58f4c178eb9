package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How advances are watched, as the centre sets it: for fiscal years in which none was asked for yet. Those of a year keep the rule under which they were asked for. */
@Component
class AdvanceRules {

    /** Held while advances are numbered, so that none is asked for while a rule is set. */
    static final long LOCK = 7415041;
    private static final int MOST_DAYS = 365;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Projects projects;

    AdvanceRules(JdbcClient jdbc, Changes changes, Projects projects) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.projects = projects;
    }

    /** What is said of a rule. @param from the fiscal year from which it holds; 0 when it can't be read @param daysToClear below 0 when it can't be read @param bands as many as could be read */
    record Draft(int from, int daysToClear, List<Integer> bands, String reason) {

        private boolean rises() {
            return bands.size() == 3 && bands.get(0) > 0 && bands.get(1) > bands.get(0) && bands.get(2) > bands.get(1);
        }

        /** @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        private void demand() {
            new Refusals().when(from == 0, ProjectRefusal.BUDGET_YEAR_MISSING, "from").when(daysToClear < 1 || daysToClear > MOST_DAYS, ProjectRefusal.DAYS_MISSING, "days", String.valueOf(MOST_DAYS))
                    .when(!rises(), ProjectRefusal.BANDS_MISSING, "bands").when(reason.isBlank(), ProjectRefusal.REASON_MISSING, "reason").demandNone();
        }
    }

    static Advance.Rule rule(ResultSet r) throws SQLException {
        return new Advance.Rule(r.getLong("id"), r.getInt("from_fiscal_year"), r.getInt("days_to_clear"), Arrays.asList((Integer[]) r.getArray("bands").getArray()));
    }

    /** All, the newest first. */
    List<Advance.Rule> all() {
        return jdbc.sql("select * from advance_rule order by from_fiscal_year desc").query((r, n) -> rule(r)).list();
    }

    int year() {
        return FiscalYear.of(projects.today()).year();
    }

    /** The first year from this one on for which a rule may be set: after the last in which an advance was asked for. */
    int firstFree() {
        int last = jdbc.sql("select coalesce(max(fiscal_year(asked_on)), 0) from advance").query(Integer.class).single();
        return Math.max(last + 1, year());
    }

    /** The first fiscal year under a rule from some year on in which an advance was asked for. */
    private Optional<Integer> used(int from) {
        return jdbc.sql("""
                select min(fiscal_year(v.asked_on)) from advance v where fiscal_year(v.asked_on) >= :from
                  and fiscal_year(v.asked_on) < coalesce((select min(r.from_fiscal_year) from advance_rule r where r.from_fiscal_year > :from), 9999) having count(*) > 0""").param("from", from).query(Integer.class).optional();
    }

    /** Sets the rule that holds from a fiscal year on, until a later one.
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong, or when an advance was asked for in a year under it */
    void set(Actor actor, Draft draft) {
        draft.demand();
        changes.make(actor.author(), "advance.rule", draft.reason().strip(), () -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            used(draft.from()).ifPresent(year -> { throw ProjectRefusal.ADVANCE_RULE_IN_USE.at("from", String.valueOf(year), String.valueOf(firstFree())); });
            jdbc.sql("""
                    insert into advance_rule (from_fiscal_year, days_to_clear, bands) values (:from, :days, :bands)
                    on conflict (from_fiscal_year) do update set days_to_clear = excluded.days_to_clear, bands = excluded.bands""")
                    .param("from", draft.from()).param("days", draft.daysToClear()).param("bands", draft.bands().toArray(Integer[]::new)).update();
        });
    }
}
