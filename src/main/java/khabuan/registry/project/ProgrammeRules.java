package khabuan.registry.project;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of programmes, as the centre sets them: for fiscal years in which no project was drafted yet. A year that has begun to be used keeps the rule under which its projects were considered. */
@Component
class ProgrammeRules {

    /** Held while projects are numbered, by a form or a file, so that none is drafted while a rule is set. */
    static final long LOCK = 7415031;
    static final List<String> COUNTED = List.of("household", "member", "place", "person", "project");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Programmes programmes;
    private final Clock clock;

    ProgrammeRules(JdbcClient jdbc, Changes changes, Programmes programmes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What is said of a rule. @param from the fiscal year from which it holds; 0 when it can't be read @param mostEach @param mostWhole null for no ceiling @param shares @param watch null when they can't be read */
    record Draft(int from, String countedIn, Baht mostEach, Baht mostWhole, List<String> papers, List<Body> bodies, List<Integer> shares, boolean inspected, Programme.Watch watch, String reason) {

        /** Judges what needs no register. @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand() {
            int sum = shares == null ? 0 : shares.stream().mapToInt(Integer::intValue).sum();
            new Refusals().when(from == 0, ProjectRefusal.BUDGET_YEAR_MISSING, "from").when(!COUNTED.contains(countedIn), ProjectRefusal.COUNTED_IN_MISSING, "countedIn")
                    .when(mostEach != null && countedIn.equals("project"), ProjectRefusal.CEILING_FOR_NOTHING, "mostEach").when(!ProjectEvidence.PAPERS.containsAll(papers), ProjectRefusal.PAPERS_UNKNOWN, "papers")
                    .when(bodies.isEmpty(), ProjectRefusal.BODIES_MISSING, "bodies").when(shares != null && (sum != 100 || shares.contains(0)), ProjectRefusal.SHARES_UNEVEN, "shares", String.valueOf(sum))
                    .when(reason.isBlank(), ProjectRefusal.REASON_MISSING, "reason").demandNone();
        }
    }

    /** @throws OutOfReach when there is none */
    Programme at(long id) {
        return programmes.all().stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> new OutOfReach("programme " + id));
    }

    /** The first year from this one on for which a rule may be set: after the last in which a project of the programme was drafted. */
    int firstFree(String programme) {
        int last = jdbc.sql("select coalesce(max(f.budget_year), 0) from frame f join project p on p.frame_id = f.id where f.programme = ?").param(programme).query(Integer.class).single();
        return Math.max(last + 1, FiscalYear.of(ThaiDate.today(clock)).year());
    }

    /** The first budget year under a rule from some year on in which a project was drafted. */
    private Optional<Integer> used(String programme, int from) {
        return jdbc.sql("""
                select min(f.budget_year) from frame f join project p on p.frame_id = f.id where f.programme = :programme and f.budget_year >= :from
                  and f.budget_year < coalesce((select min(r.from_fiscal_year) from programme_rule r where r.programme = :programme and r.from_fiscal_year > :from), 9999) having min(f.budget_year) is not null""")
                .param("programme", programme).param("from", from).query(Integer.class).optional();
    }

    /** Sets the rule that holds from a fiscal year on, until a later one.
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong, or when a project was drafted in a year under it */
    void set(Actor actor, Programme programme, Draft draft) {
        draft.demand();
        changes.make(actor.author(), "programme.rule", draft.reason().strip(), () -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            used(programme.code(), draft.from()).ifPresent(year -> { throw ProjectRefusal.RULE_IN_USE.at("from", String.valueOf(year), String.valueOf(firstFree(programme.code()))); });
            jdbc.sql("""
                    insert into programme_rule (programme, from_fiscal_year, counted_in, most_each, most_whole, papers, bodies, shares, inspected, contract_days, papers_days, late_days, unpaid_days, behind_percent)
                    values (:programme, :from, :counted, :each, :whole, :papers, :bodies, :shares, :inspected, :contractDays, :papersDays, :lateDays, :unpaidDays, :behindPercent)
                    on conflict (programme, from_fiscal_year) do update set counted_in = excluded.counted_in, most_each = excluded.most_each, most_whole = excluded.most_whole, papers = excluded.papers, bodies = excluded.bodies,
                      shares = excluded.shares, inspected = excluded.inspected, contract_days = excluded.contract_days, papers_days = excluded.papers_days, late_days = excluded.late_days, unpaid_days = excluded.unpaid_days, behind_percent = excluded.behind_percent""")
                    .param("programme", programme.code()).param("from", draft.from()).param("counted", draft.countedIn()).param("each", satang(draft.mostEach())).param("whole", satang(draft.mostWhole()))
                    .param("papers", draft.papers().toArray(String[]::new)).param("bodies", draft.bodies().stream().map(Body::word).toArray(String[]::new)).param("shares", draft.shares().toArray(Integer[]::new)).param("inspected", draft.inspected())
                    .param("contractDays", draft.watch().contractDays()).param("papersDays", draft.watch().papersDays()).param("lateDays", draft.watch().lateDays()).param("unpaidDays", draft.watch().unpaidDays())
                    .param("behindPercent", draft.watch().behindPercent()).update();
        });
    }

    private static Long satang(Baht amount) {
        return amount == null ? null : amount.satang();
    }
}
