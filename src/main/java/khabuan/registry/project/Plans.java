package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans of projects, edition by edition. What is written here is written within a change. */
@Component
class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plans of a project, the first edition first. */
    List<Plan> of(long project) {
        return read("p.project_id = :id", project);
    }

    Optional<Plan> find(long plan) {
        return read("p.id = :id", plan).stream().findFirst();
    }

    /** The plan in force, or else the first, which may become so. */
    Plan present(long project) {
        var all = of(project);
        return all.stream().filter(Plan::isInForce).findFirst().orElse(all.getFirst());
    }

    private List<Plan> read(String condition, long id) {
        Map<Long, List<Plan.Line>> lines = jdbc.sql("select l.plan_id, l.kind, l.number, l.title, l.partner, l.amount, l.due_on from project_line l join project_plan p on p.id = l.plan_id where " + condition + " order by l.kind, l.number")
                .param("id", id).query((r, n) -> Map.entry(r.getLong(1), new Plan.Line(r.getString(2), r.getInt(3), r.getString(4), r.getString(5), new Baht(r.getLong(6)), r.getObject(7, LocalDate.class)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from project_plan p where " + condition + " order by p.edition").param("id", id)
                .query((r, n) -> new Plan(r.getLong("id"), r.getLong("project_id"), r.getInt("edition"), r.getString("objectives"), r.getString("results"), r.getString("indicator_code"), (Integer) r.getObject("counted"),
                        new Baht(r.getLong("amount")), r.getObject("starts_on", LocalDate.class), r.getObject("ends_on", LocalDate.class), r.getString("reason"), r.getObject("in_force_on", LocalDate.class),
                        r.getObject("superseded_on", LocalDate.class), r.getObject("refused_on", LocalDate.class), lines.getOrDefault(r.getLong("id"), List.of()))).list();
    }

    /** Adds an edition. @return its number as a record */
    long add(long project, int edition, Plan.Draft draft) {
        long id = jdbc.sql("""
                insert into project_plan (project_id, edition, objectives, results, indicator_code, counted, amount, starts_on, ends_on, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(project, edition, draft.objectives(), draft.results(), draft.indicator(), draft.counted(), draft.amount().satang(), draft.startsOn(), draft.endsOn(), draft.reason()).query(Long.class).single();
        addLines(id, draft.lines());
        return id;
    }

    /** Says anew what a plan says that nobody has considered yet. */
    void rewrite(long plan, Plan.Draft draft) {
        jdbc.sql("update project_plan set objectives = ?, results = ?, indicator_code = ?, counted = ?, amount = ?, starts_on = ?, ends_on = ?, reason = ? where id = ?")
                .params(draft.objectives(), draft.results(), draft.indicator(), draft.counted(), draft.amount().satang(), draft.startsOn(), draft.endsOn(), draft.reason(), plan).update();
        jdbc.sql("delete from project_line where plan_id = ?").param(plan).update();
        addLines(plan, draft.lines());
    }

    private void addLines(long plan, List<Plan.Line> lines) {
        for (var l : lines)
            jdbc.sql("insert into project_line (plan_id, kind, number, title, partner, amount, due_on) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(plan, l.kind(), l.number(), l.title(), l.partner(), l.amount().satang(), l.dueOn()).update();
    }

    void putInForce(Plan plan, LocalDate day) {
        jdbc.sql("update project_plan set superseded_on = ? where project_id = ? and in_force_on is not null and superseded_on is null").params(day, plan.project()).update();
        jdbc.sql("update project_plan set in_force_on = ? where id = ?").params(day, plan.id()).update();
    }

    void refuse(Plan plan, LocalDate day) {
        jdbc.sql("update project_plan set refused_on = ? where id = ?").params(day, plan.id()).update();
    }
}
