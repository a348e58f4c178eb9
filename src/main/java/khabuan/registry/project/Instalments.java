package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.evidence.Evidence;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentOrigin;
import khabuan.base.money.Payments;
import khabuan.base.record.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instalments on their way to the bank: inspected, requested, checked, approved by three people, and handed to {@link Payments}. */
@Component
class Instalments {

    private static final String COLUMNS = """
            select i.id, i.project_id, i.number, i.amount, i.due_on, i.cancelled_on, (select max(n.held_on) from inspection n where n.instalment_id = i.id and n.passed) as inspected_on,
              r.id as request_id, r.requested_on, r.requested_by, r.checked_on, r.checked_by, r.approved_on, r.approved_by, r.version as request_version, r.payment_id
            from instalment i left join payment_request r on r.instalment_id = i.id and r.refused_on is null\s""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Projects projects;
    private final Endings endings;
    private final Payments payments;
    private final Evidence evidence;

    Instalments(JdbcClient jdbc, Changes changes, Projects projects, Endings endings, Payments payments, Evidence evidence) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.projects = projects;
        this.endings = endings;
        this.payments = payments;
        this.evidence = evidence;
    }

    /** What the ledger is told of the payments to projects. */
    @Bean
    static PaymentOrigin projectPayments(Budget budget, JdbcClient jdbc) {
        return new PaymentOrigin() {
            private Frame frame(Payment payment) {
                return budget.at(jdbc.sql("select frame_id from project where id = ?").param(payment.subjectId()).query(Long.class).single());
            }

            @Override
            public String subjectKind() {
                return Projects.KIND;
            }

            @Override
            public Entry issue(Payment payment, LocalDate day) {
                return frame(payment).pay(payment.amount(), day, payment.subjectId(), payment.purpose());
            }

            @Override
            public Entry settle(Payment payment, LocalDate day) {
                return frame(payment).settle(payment.amount(), day, payment.subjectId());
            }
        };
    }

    /** The instalments of a project, those that were cancelled among them. */
    List<Instalment> of(long project) {
        return jdbc.sql(COLUMNS + "where i.project_id = :id order by i.number").param("id", project).query((r, n) -> instalment(r)).list();
    }

    /** @throws OutOfReach when there is none, or its project lies outside of the actor's scope */
    Instalment at(Actor actor, long id) {
        var instalment = jdbc.sql(COLUMNS + "where i.id = :id").param("id", id).query((r, n) -> instalment(r)).optional().orElseThrow(() -> new OutOfReach("instalment " + id));
        projects.at(actor, instalment.project());
        return instalment;
    }

    private Instalment instalment(ResultSet r) throws SQLException {
        var request = r.getObject("request_id") == null ? null : new Instalment.Request(r.getLong("request_id"), r.getObject("requested_on", LocalDate.class), (Long) r.getObject("requested_by"),
                r.getObject("checked_on", LocalDate.class), (Long) r.getObject("checked_by"), r.getObject("approved_on", LocalDate.class), (Long) r.getObject("approved_by"), r.getInt("request_version"));
        var payment = (Long) r.getObject("payment_id");
        return new Instalment(r.getLong("id"), r.getLong("project_id"), r.getInt("number"), new Baht(r.getLong("amount")), r.getObject("due_on", LocalDate.class), r.getObject("cancelled_on", LocalDate.class),
                r.getObject("inspected_on", LocalDate.class), request, payment == null ? null : payments.find(payment).orElseThrow());
    }

    /** The inspections of a project's instalments, newest first. */
    List<Instalment.Inspection> inspections(long project) {
        return jdbc.sql("select n.instalment_id, n.held_on, n.inspectors, n.passed, n.note from inspection n join instalment i on i.id = n.instalment_id where i.project_id = :id order by n.held_on desc, n.id desc").param("id", project)
                .query((r, n) -> new Instalment.Inspection(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), r.getBoolean(4), r.getString(5))).list();
    }

    /** The requests of a project that were sent back, newest first. */
    List<Instalment.Refused> refused(long project) {
        return jdbc.sql("select r.instalment_id, r.refused_on, r.reason, r.payment_id is not null from payment_request r join instalment i on i.id = r.instalment_id where i.project_id = :id and r.refused_on is not null order by r.id desc").param("id", project)
                .query((r, n) -> new Instalment.Refused(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), r.getBoolean(4))).list();
    }

    /** What stands in the way of asking for an instalment now; empty for nothing. */
    Optional<Refusal.Thrown> hindrance(Project project, Instalment instalment) {
        try {
            demandPayable(project, instalment);
            return Optional.empty();
        } catch (Refusal.Thrown refused) {
            return Optional.of(refused);
        }
    }

    /** The joint group has inspected what the instalment is paid for. */
    void inspect(Actor actor, long id, String key, LocalDate heldOn, String inspectors, boolean passed, String note) {
        var instalment = at(actor, id);
        new Refusals().when(heldOn == null, ProjectRefusal.DAY_MISSING, "heldOn").when(heldOn != null && heldOn.isAfter(projects.today()), ProjectRefusal.DAY_IN_FUTURE, "heldOn")
                .when(inspectors.isBlank(), ProjectRefusal.INSPECTORS_MISSING, "inspectors").when(!passed && note.isBlank(), ProjectRefusal.REASON_MISSING, "note").demandNone();
        changes.makeOnce(key, actor.author(), "instalment.inspect", "", () -> jdbc.sql("insert into inspection (instalment_id, held_on, inspectors, passed, note) values (?, ?, ?, ?, ?) returning id")
                .params(instalment.id(), heldOn, inspectors.strip(), passed, note.strip()).query(String.class).single());
    }

    /** Asks for an instalment to be paid: when the papers are there, the earlier ones have been paid, and it was inspected. */
    void request(Actor actor, long id, String key) {
        var instalment = at(actor, id);
        var project = projects.at(actor, instalment.project());
        project.demand(EnumSet.of(Project.State.CONTRACTED, Project.State.RUNNING));
        demandPayable(project, instalment);
        changes.makeOnce(key, actor.author(), "payment.request", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415034, hashint8(:id))").param("id", id).query().listOfRows();
            if (at(actor, id).stage() != Instalment.Stage.PLANNED) throw ProjectRefusal.REQUEST_OPEN.with();
            return jdbc.sql("insert into payment_request (instalment_id, requested_on, requested_by) values (?, ?, ?) returning id").params(id, projects.today(), actor.accountId()).query(String.class).single();
        });
    }

    /** What is lacking before it may be paid, in the words of the papers' kinds. */
    List<String> missingPapers(Project project) {
        var there = evidence.of(Projects.KIND, project.id()).stream().map(Evidence.Attached::kind).collect(Collectors.toSet());
        return projects.rule(project).papers().stream().filter(p -> !there.contains(p)).toList();
    }

    private void demandPayable(Project project, Instalment instalment) {
        var missing = missingPapers(project);
        boolean later = instalment.number() > of(project.id()).stream().filter(i -> i.cancelledOn() == null).mapToInt(Instalment::number).min().orElse(1);
        new Refusals().when(!missing.isEmpty(), ProjectRefusal.PAPERS_MISSING, "", String.join(",", missing))
                .when(later && of(project.id()).stream().anyMatch(i -> i.cancelledOn() == null && i.number() < instalment.number() && !i.isPaid()), ProjectRefusal.EARLIER_UNPAID, "")
                .when(later && projects.rule(project).inspected() && instalment.inspectedOn() == null, ProjectRefusal.NOT_INSPECTED, "")
                .when(payments.payees(Projects.KIND, project.id()).isEmpty(), ProjectRefusal.PAYEE_MISSING, "")
                .when(projects.lapsed(project, instalment.amount()), ProjectRefusal.YEAR_ENDED, "", String.valueOf(projects.frame(project).budgetYear())).demandNone();
    }

    /** Another person than the requester has checked it. */
    void check(Actor actor, long id, int version) {
        var request = requested(actor, id, Instalment.Stage.REQUESTED);
        if (same(actor, request.requestedBy())) throw ProjectRefusal.OWN_REQUEST.with();
        changes.make(actor.author(), "payment.check", "", () -> { move("update payment_request set checked_on = ?, checked_by = ? where id = ? and version = ?", projects.today(), actor.accountId(), request.id(), version); });
    }

    /** A third person approves it: the payment waits for a batch, and the project runs. */
    void approve(Actor actor, long id, int version) {
        var instalment = at(actor, id);
        var request = requested(actor, id, Instalment.Stage.CHECKED);
        if (same(actor, request.requestedBy())) throw ProjectRefusal.OWN_REQUEST.with();
        if (same(actor, request.checkedBy())) throw ProjectRefusal.OWN_CHECK.with();
        projects.at(actor, instalment.project());
        changes.make(actor.author(), "payment.approve", "", () -> {
            var project = projects.hold(instalment.project());
            project.demand(EnumSet.of(Project.State.CONTRACTED, Project.State.RUNNING));
            move("update payment_request set approved_on = ?, approved_by = ? where id = ? and version = ?", projects.today(), actor.accountId(), request.id(), version);
            long payment = payments.ask(Projects.KIND, project.id(), payments.payees(Projects.KIND, project.id()).getLast().id(), instalment.amount(), purpose(project, instalment), null);
            jdbc.sql("update payment_request set payment_id = ? where id = ?").params(payment, request.id()).update();
            if (project.state() == Project.State.CONTRACTED) projects.enter(actor, project, Project.State.RUNNING, "");
        });
    }

    private static String purpose(Project project, Instalment instalment) {
        return project.code() + "/" + instalment.number();
    }

    /** Whether a person may send requests back: who checks, or who approves. */
    static boolean mayRefuse(Actor actor) {
        return actor.may(Right.CERTIFY) || actor.may(Right.PAY);
    }

    /** It is not paid so: the requester hears why. */
    void refuse(Actor actor, long id, int version, String reason) {
        var instalment = at(actor, id);
        if (!mayRefuse(actor)) throw new OutOfReach("request of instalment " + id);
        if (reason.isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        if (instalment.request() == null || instalment.payment() != null) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        changes.make(actor.author(), "payment.refuse", reason.strip(), () -> { move("update payment_request set refused_on = ?, reason = ? where id = ? and version = ?", projects.today(), reason.strip(), instalment.request().id(), version); });
    }

    /** A payment that the bank refused is asked for again, to the account that is the project's now. */
    void payAgain(Actor actor, long id) {
        var instalment = at(actor, id);
        if (instalment.stage() != Instalment.Stage.FAILED) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        projects.at(actor, instalment.project()).demand(EnumSet.of(Project.State.CONTRACTED, Project.State.RUNNING));
        var failed = instalment.payment();
        changes.make(actor.author(), "payment.again", "", () -> {
            long payment = payments.ask(failed.subjectKind(), failed.subjectId(), payments.payees(Projects.KIND, instalment.project()).getLast().id(), failed.amount(), failed.purpose(), failed.id());
            jdbc.sql("update payment_request set payment_id = ? where id = ?").params(payment, instalment.request().id()).update();
        });
    }

    /** A payment that has not left is given up, and its request sent back: the instalment may be asked for again; in a project that has ended it is cancelled, and its money goes back to the frame.
     *  @throws Refusal.Thrown when there is no reason, or it left already */
    void withdraw(Actor actor, long id, String reason) {
        var instalment = at(actor, id);
        if (instalment.payment() == null) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        if (reason.isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        var project = projects.at(actor, instalment.project());
        changes.make(actor.author(), "payment.withdraw", reason.strip(), () -> {
            endings.withdraw(actor, instalment.payment(), reason.strip());
            if (projects.hold(project.id()).isOver()) endings.settle(project, reason.strip());
            projects.fallen(project.id(), reason.strip());
        });
    }

    private Instalment.Request requested(Actor actor, long id, Instalment.Stage stage) {
        var instalment = at(actor, id);
        if (instalment.stage() == Instalment.Stage.REQUESTED && stage == Instalment.Stage.CHECKED) throw ProjectRefusal.NOT_CHECKED.with();
        if (instalment.stage() != stage) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        return instalment.request();
    }

    private void move(String sql, Object... values) {
        if (jdbc.sql(sql).params(values).update() == 0) throw ProjectRefusal.CHANGED_MEANWHILE.with();
    }

    /** Whether an account is the actor's own. */
    static boolean same(Actor actor, Long account) {
        return actor.accountId() != null && actor.accountId().equals(account);
    }
}
