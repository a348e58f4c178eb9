package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Evidence;
import khabuan.base.money.Baht;
import khabuan.base.money.FallenGrants;
import khabuan.base.money.Ledger;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of projects. All that is found and done here lies within the actor's reach. */
@Component
public class Projects {

    static final String KIND = "project";
    /** Approved, carried, paid and returned. */
    private static final List<String> ACCOUNTS = List.of("9300", "9310", "9400", "9500");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final Places places;
    private final Programmes programmes;
    private final Budget budget;
    private final Plans plans;
    private final Ledger ledger;
    private final Evidence evidence;
    private final List<FallenGrants> hearers;
    private final Clock clock;

    Projects(JdbcClient jdbc, Changes changes, Reach reach, Places places, Programmes programmes, Budget budget, Plans plans, Ledger ledger, Evidence evidence, List<FallenGrants> hearers, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.places = places;
        this.programmes = programmes;
        this.budget = budget;
        this.plans = plans;
        this.ledger = ledger;
        this.evidence = evidence;
        this.hearers = hearers;
        this.clock = clock;
    }

    /** What is said of a project when it is drafted. */
    record Draft(int budgetYear, String programme, String unit, Carrier carrier, String title, Plan.Draft plan) {}

    /** A step that was taken. @param body the body that took it, "" for a person; @param resolution of the body */
    public record Step(Project.State state, LocalDate on, String body, String resolution, String reason, String by) {}

    /** What stands for a project in the ledger. */
    public record Money(Baht approved, Baht unpaid, Baht paid, Baht returned) {

        static final Money NONE = new Money(Baht.ZERO, Baht.ZERO, Baht.ZERO, Baht.ZERO);

        /** What the project has of what was paid. */
        public Baht kept() {
            return paid.minus(returned);
        }

        /** With an account of the ledger more. */
        private Money with(String code, Baht amount) {
            return switch (code) {
                case "9300", "9310" -> new Money(approved.plus(amount), unpaid.plus(amount), paid, returned);
                case "9400" -> new Money(approved.plus(amount), unpaid, paid.plus(amount), returned);
                default -> new Money(approved.plus(amount), unpaid, paid, returned.minus(amount));
            };
        }
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    Project at(Actor actor, long id) {
        var project = find(id).orElseThrow(() -> new OutOfReach("project " + id));
        reach.demand(actor, project.unitCode());
        return project;
    }

    Optional<Project> find(long id) {
        return jdbc.sql("select * from project where id = :id").param("id", id).query((r, n) -> project(r)).optional();
    }

    private static Project project(ResultSet r) throws SQLException {
        return new Project(r.getLong("id"), r.getString("code"), r.getLong("frame_id"), r.getString("unit_code"), new Carrier((Long) r.getObject("council_id"), (Long) r.getObject("organisation_id"), (Long) r.getObject("fund_id")), r.getString("title"),
                Project.State.of(r.getString("state")), (Long) r.getObject("drafted_by"), r.getInt("version"));
    }

    Programme.Rule rule(Project project) {
        var frame = budget.at(project.frameId());
        return programmes.rule(frame.programme(), frame.budgetYear());
    }

    /** The steps, oldest first. */
    List<Step> steps(long project) {
        return jdbc.sql("select state, on_date, body, resolution, reason, taken_name from project_step where project_id = :id order by id").param("id", project)
                .query((r, n) -> new Step(Project.State.of(r.getString(1)), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), r.getString(5), r.getString(6))).list();
    }

    Frame frame(Project project) {
        return budget.at(project.frameId());
    }

    /** Whether the budget year has ended and less than an amount was carried over. */
    boolean lapsed(Project project, Baht amount) {
        var frame = frame(project);
        return today().isAfter(new FiscalYear(frame.budgetYear()).end()) && amount.isAbove(ledger.balance(frame.carried(project.id()), today()));
    }

    /** What stands for it on a day. */
    Money money(Project project, LocalDate day) {
        return monies(List.of(project.id()), day).get(project.id());
    }

    /** What stands for each of some projects on a day. */
    Map<Long, Money> monies(List<Long> ids, LocalDate day) {
        var monies = new HashMap<Long, Money>();
        ids.forEach(id -> monies.put(id, Money.NONE));
        ledger.standing(Programme.BOOK, ACCOUNTS, ids, day).forEach(s -> monies.computeIfPresent(s.account().record(), (id, money) -> money.with(s.account().code(), s.amount())));
        return monies;
    }

    /** What moved for it, in the order of the days. */
    List<Ledger.Movement> movements(long project) {
        return ledger.movements(Programme.BOOK, ACCOUNTS, project);
    }

    /** Drafts a project in the office of its unit. */
    Project draft(Actor actor, String key, Draft said) {
        if (said.title().isBlank()) throw ProjectRefusal.TITLE_MISSING.at("title");
        if (said.unit().isBlank()) throw ProjectRefusal.UNIT_MISSING.at("unit");
        reach.demand(actor, said.unit());
        var programme = programmes.find(said.programme()).orElseThrow(() -> ProjectRefusal.PROGRAMME_MISSING.at("programme"));
        said.plan().demand(programmes.rule(programme.code(), said.budgetYear()));
        String id = changes.makeOnce(key, actor.author(), "project.draft", "", () -> {
            var frame = budget.of(said.budgetYear(), programme.code(), office(said.unit()));
            jdbc.sql("select pg_advisory_xact_lock(?)").param(ProgrammeRules.LOCK).query().listOfRows();
            long number = jdbc.sql("""
                    insert into project (code, frame_id, unit_code, council_id, organisation_id, fund_id, title, drafted_by)
                    select (:year % 100)::text || '-' || lpad((count(*) + 1)::text, 6, '0'), :frame, :unit, :council, :organisation, :fund, :title, :by
                    from project p join frame f on f.id = p.frame_id where f.budget_year % 100 = :year % 100 returning id""")
                    .param("year", said.budgetYear()).param("frame", frame.id()).param("unit", said.unit()).param("council", said.carrier().council()).param("organisation", said.carrier().organisation())
                    .param("fund", said.carrier().fund()).param("title", said.title().strip()).param("by", actor.accountId()).query(Long.class).single();
            plans.add(number, 1, said.plan());
            step(actor, number, Project.State.DRAFT, "");
            return Long.toString(number);
        });
        return find(Long.parseLong(id)).orElseThrow();
    }

    /** The region in which a unit lies. */
    private String office(String unit) {
        var tree = places.tree();
        return tree.path(tree.find(Level.UNIT, unit).orElseThrow(() -> ProjectRefusal.UNIT_MISSING.at("unit"))).get(1).code();
    }

    /** The last change of a project, its plans or their lines: what a form was opened with. */
    long lastChange(long id) {
        return jdbc.sql("""
                select max(c) from (select change_id as c from project where id = :id union all select change_id from project_plan where project_id = :id
                  union all select l.change_id from project_line l join project_plan n on n.id = l.plan_id where n.project_id = :id) changed""").param("id", id).query(Long.class).single();
    }

    /** Says anew what the first plan says, while no body has it. @param opened the last change when the form was opened */
    void correct(Actor actor, long id, long opened, String title, Plan.Draft said) {
        var project = at(actor, id);
        if (project.isInForce()) throw ProjectRefusal.PLAN_NEEDS_CONSENT.with().seeing(project.path() + "/change");
        project.demand(Project.OPEN);
        if (title.isBlank()) throw ProjectRefusal.TITLE_MISSING.at("title");
        said.demand(rule(project));
        changes.make(actor.author(), "project.correct", "", () -> {
            jdbc.sql("select id from project where id = ? for update").param(id).query().listOfRows();
            if (lastChange(id) != opened) throw ProjectRefusal.CHANGED_MEANWHILE.with().seeing(project.path());
            jdbc.sql("update project set title = ? where id = ?").params(title.strip(), id).update();
            plans.rewrite(plans.present(id).id(), said);
        });
    }

    /** Hands it to the first body. */
    void submit(Actor actor, long id) {
        var project = at(actor, id);
        project.demand(Project.OPEN);
        changes.make(actor.author(), "project.submit", "", () -> { enter(actor, project, Project.State.SUBMITTED, ""); });
    }

    /** The agreement is signed: its file must be there. */
    void contract(Actor actor, long id) {
        var project = at(actor, id);
        project.demand(EnumSet.of(Project.State.APPROVED));
        if (evidence.of(KIND, id).stream().noneMatch(e -> e.kind().equals("contract"))) throw ProjectRefusal.CONTRACT_MISSING.with();
        changes.make(actor.author(), "project.contract", "", () -> { enter(actor, project, Project.State.CONTRACTED, ""); });
    }

    /** Proposes to change the plan in force: the bodies of the programme must consent before it is so. */
    long proposeChange(Actor actor, long id, Plan.Draft said) {
        var project = at(actor, id);
        project.demand(Project.IN_FORCE);
        said.demand(rule(project));
        if (said.reason().isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        var editions = plans.of(id);
        if (editions.stream().anyMatch(Plan::isPending)) throw ProjectRefusal.PLAN_CHANGE_PENDING.with();
        demandAbovePaid(project, said.amount());
        return Long.parseLong(changes.make(actor.author(), "project.propose-change", said.reason(), () -> Long.toString(plans.add(id, editions.size() + 1, said))));
    }

    void demandAbovePaid(Project project, Baht amount) {
        var kept = money(project, Ledger.EVER).kept();
        if (kept.isAbove(amount)) throw ProjectRefusal.BELOW_PAID.at("amount", kept.toString());
    }

    /** Holds a project for this change, as it stands now. */
    Project hold(long id) {
        jdbc.sql("select id from project where id = ? for update").param(id).query().listOfRows();
        return find(id).orElseThrow();
    }

    /** Whether a person may enter what came back: who pays, or who certifies. */
    static boolean mayTakeBack(Actor actor) {
        return actor.may(Right.PAY) || actor.may(Right.CERTIFY);
    }

    /** Money came back from it (คืนงบ); it is free in the frame again. What the bank has and may still refuse can't come back yet. */
    void takeBack(Actor actor, String key, long id, Baht amount, LocalDate on, String reason) {
        var project = at(actor, id);
        if (!mayTakeBack(actor)) throw new OutOfReach("returns of project " + id);
        new Refusals().when(amount == null || !amount.isPositive(), ProjectRefusal.AMOUNT_MISSING, "amount").when(on == null, ProjectRefusal.DAY_MISSING, "on")
                .when(on != null && on.isAfter(today()), ProjectRefusal.DAY_IN_FUTURE, "on").when(reason.isBlank(), ProjectRefusal.REASON_MISSING, "reason").demandNone();
        changes.makeOnce(key, actor.author(), "project.return", reason, () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415032, hashint8(:id))").param("id", id).query().listOfRows();
            var money = money(project, today());
            var atBank = jdbc.sql("select coalesce(sum(amount), 0)::bigint from payment where subject_kind = ? and subject_id = ? and issued_on is not null and settled_on is null and failed_on is null").params(KIND, id);
            var there = money.kept().minus(new Baht(atBank.query(Long.class).single()));
            if (amount.isAbove(there)) throw ProjectRefusal.RETURN_EXCEEDS_PAID.at("amount", there.toString());
            long entry = budget.post(budget.at(project.frameId()).takeBack(amount, on, id, reason));
            fallen(id, reason.strip());
            return jdbc.sql("insert into project_return (project_id, returned_on, amount, reason, entry_id) values (?, ?, ?, ?, ?) returning id")
                    .params(id, on, amount.satang(), reason.strip(), entry).query(String.class).single();
        });
    }

    /** A project enters a state, by a person. Within a change. */
    void enter(Actor actor, Project project, Project.State state, String reason) {
        jdbc.sql("update project set state = ? where id = ?").params(state.word(), project.id()).update();
        step(actor, project.id(), state, reason);
        fallen(project.id(), reason);
    }

    /** Whom it was given to hears when it is over and nothing of it is with them. Within a change. */
    void fallen(long id, String reason) {
        var project = find(id).filter(p -> p.isOver() && p.carrier().fund() != null);
        if (project.map(p -> money(p, Ledger.EVER)).filter(m -> m.kept().isZero() && m.approved().isZero()).isPresent()) hearers.forEach(h -> h.fell(id, reason));
    }

    private void step(Actor actor, long project, Project.State state, String reason) {
        jdbc.sql("insert into project_step (project_id, state, on_date, reason, taken_by, taken_name) values (?, ?, ?, ?, ?, ?)")
                .params(project, state.word(), today(), reason, actor.accountId(), actor.fullName()).update();
    }

    /** A project enters a state by the resolution of a body. Within a change. */
    void enter(Actor actor, Project project, Project.State state, Meeting meeting, String resolution, String reason) {
        jdbc.sql("update project set state = ? where id = ?").params(state.word(), project.id()).update();
        jdbc.sql("insert into project_step (project_id, state, on_date, body, resolution, reason, taken_by, taken_name, meeting_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(project.id(), state.word(), meeting.heldOn(), meeting.body().word(), resolution, reason, actor.accountId(), actor.fullName(), meeting.id()).update();
        fallen(project.id(), reason);
    }

    /** The states in which a plan may be decided of: before approval the first, in force a change. */
    static Set<Project.State> decidable(Plan plan) {
        return plan.edition() == 1 ? Project.CONSIDERED : Project.IN_FORCE;
    }
}
