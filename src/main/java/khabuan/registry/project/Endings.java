package khabuan.registry.project;

import java.util.EnumSet;
import khabuan.base.access.Actor;
import khabuan.base.money.Ledger;
import khabuan.base.money.Payment;
import khabuan.base.money.Payments;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How projects end: closed in good order, or cancelled before their time. What was approved and not paid goes back to the frame. */
@Component
class Endings {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Projects projects;
    private final Budget budget;
    private final Payments payments;

    Endings(JdbcClient jdbc, Changes changes, Projects projects, Budget budget, Payments payments) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.projects = projects;
        this.budget = budget;
        this.payments = payments;
    }

    /** Ends it in good order.
     *  @throws khabuan.base.access.Refusal.Thrown when it does not run, or a payment is on its way */
    void close(Actor actor, long id) {
        projects.at(actor, id).demand(EnumSet.of(Project.State.RUNNING));
        changes.make(actor.author(), "project.close", "", () -> {
            var project = projects.hold(id);
            project.demand(EnumSet.of(Project.State.RUNNING));
            payments.underway(Projects.KIND, id).stream().findFirst().ifPresent(p -> { throw ProjectRefusal.PAYMENT_UNDERWAY.with(p.purpose()); });
            settle(project, "");
            projects.enter(actor, project, Project.State.CLOSED, "");
        });
    }

    /** Ends it before its time. What waits to be paid is withdrawn; what is at the bank is the bank's to answer. */
    void cancel(Actor actor, long id, String reason) {
        projects.at(actor, id).demand(Project.IN_FORCE);
        if (reason.isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "project.cancel", reason.strip(), () -> {
            var project = projects.hold(id);
            project.demand(Project.IN_FORCE);
            payments.underway(Projects.KIND, id).stream().filter(p -> p.state() != Payment.State.ISSUED).forEach(p -> withdraw(actor, p, reason.strip()));
            settle(project, reason.strip());
            projects.enter(actor, project, Project.State.CANCELLED, reason.strip());
        });
    }

    /** Gives up a payment that has not left, and sends its request back. Within a change. */
    void withdraw(Actor actor, Payment payment, String reason) {
        payments.withdraw(actor, payment.id(), projects.today(), reason);
        jdbc.sql("update payment_request set refused_on = ?, reason = ? where payment_id = ?").params(projects.today(), reason, payment.id()).update();
    }

    /** What is not paid of a project that ends or has ended goes back to its frame, and the instalments that nobody pays are cancelled. Within a change. */
    void settle(Project project, String reason) {
        var unpaid = projects.money(project, Ledger.EVER).unpaid();
        if (unpaid.isPositive()) budget.giveBack(projects.frame(project), project.id(), unpaid, projects.today(), reason);
        jdbc.sql("""
                update instalment set cancelled_on = ? where project_id = ? and cancelled_on is null
                  and not exists (select from payment_request r where r.instalment_id = instalment.id and r.refused_on is null and r.payment_id is not null)""").params(projects.today(), project.id()).update();
    }
}
