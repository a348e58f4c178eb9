package khabuan.registry.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from the consent of the last body: the money is put aside, the plan is in force, the instalments are laid out. Within the change of the decision. */
@Component
class Approval {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Budget budget;
    private final Plans plans;
    private final Projects projects;

    Approval(JdbcClient jdbc, Ledger ledger, Budget budget, Plans plans, Projects projects) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.budget = budget;
        this.plans = plans;
        this.projects = projects;
    }

    /** @throws khabuan.base.money.Overdrawn when the frame has less left */
    void grant(Project project, Plan plan, Meeting meeting, String resolution) {
        var frame = budget.at(project.frameId());
        projects.demandAbovePaid(project, plan.amount());
        var standing = projects.money(project, Ledger.EVER).approved();
        if (plan.amount().isAbove(standing)) ledger.post(frame.approve(plan.amount().minus(standing), meeting.heldOn(), project.id(), resolution));
        else if (standing.isAbove(plan.amount())) budget.giveBack(frame, project.id(), standing.minus(plan.amount()), meeting.heldOn(), resolution);
        plans.putInForce(plan, meeting.heldOn());
        layOut(project, plan, meeting.heldOn());
    }

    /** What is paid or asked for stays; the rest of the amount is divided anew among what is left of the instalments. */
    private void layOut(Project project, Plan plan, LocalDate day) {
        jdbc.sql("update instalment set cancelled_on = ? where project_id = ? and cancelled_on is null and not exists (select from payment_request r where r.instalment_id = instalment.id and r.refused_on is null)")
                .params(day, project.id()).update();
        var kept = jdbc.sql("select coalesce(sum(amount), 0)::bigint, count(*), (select coalesce(max(number), 0) from instalment where project_id = :id) from instalment where project_id = :id and cancelled_on is null")
                .param("id", project.id()).query((r, n) -> new long[] {r.getLong(1), r.getLong(2), r.getLong(3)}).single();
        var rest = plan.amount().minus(new Baht(kept[0]));
        if (!rest.isPositive()) return;
        var shares = left(projects.rule(project).shares(), (int) kept[1]);
        var parts = rest.divide(shares);
        for (int i = 0; i < parts.size(); i++)
            if (parts.get(i).isPositive())
                jdbc.sql("insert into instalment (project_id, number, amount, due_on) values (?, ?, ?, ?)").params(project.id(), kept[2] + i + 1, parts.get(i).satang(), due(plan, i, parts.size())).update();
    }

    /** The shares of the instalments after those that are kept, made hundredths again; the last one alone when all are. */
    private static List<Integer> left(List<Integer> shares, int kept) {
        var rest = shares.subList(Math.min(kept, shares.size() - 1), shares.size());
        int whole = rest.stream().mapToInt(Integer::intValue).sum();
        return rest.stream().map(s -> s * 100 / whole).toList();
    }

    /** The first when the plan begins, the others evenly until it ends. */
    private static LocalDate due(Plan plan, int index, int count) {
        return plan.startsOn().plusDays(ChronoUnit.DAYS.between(plan.startsOn(), plan.endsOn()) * index / count);
    }
}
