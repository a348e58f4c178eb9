package khabuan.registry.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.gap.Duties;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Within;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What "My work" asks of projects: decided by bodies, checked, approved, paid again: what waits for one to whom it falls. What a project lacks, or is late with, is told by {@link ProjectGaps}. */
@Component
class ProjectDuties implements Duties {

    private static final int MOST = 300;
    /** A thing to do. @param days within which it is done, counted from the day on which it fell to its people
     *  @param sql that yields the project's id, the instalment's number or 0, and that day, for :today */
    private enum Work {
        MEET(30, Right.CERTIFY, "select pl.project_id as id, 0 as number, s.on_date as since from " + Committees.TURNS
                + "join project_plan pl on pl.id = w.plan_id join lateral (select max(on_date) as on_date from project_step s where s.project_id = pl.project_id) s on true where w.turn is not null and w.turn <> 'board'"),
        BOARD(30, Right.CENTRE, "select pl.project_id as id, 0 as number, s.on_date as since from " + Committees.TURNS
                + "join project_plan pl on pl.id = w.plan_id join lateral (select max(on_date) as on_date from project_step s where s.project_id = pl.project_id) s on true where w.turn = 'board'"),
        CHECK(7, Right.CERTIFY, "select i.project_id as id, i.number, r.requested_on as since from payment_request r join instalment i on i.id = r.instalment_id where r.refused_on is null and r.checked_on is null"),
        APPROVE(7, Right.PAY, "select i.project_id as id, i.number, r.checked_on as since from payment_request r join instalment i on i.id = r.instalment_id where r.refused_on is null and r.checked_on is not null and r.approved_on is null"),
        AGAIN(7, Right.PAY, "select i.project_id as id, i.number, y.failed_on as since from payment_request r join instalment i on i.id = r.instalment_id join payment y on y.id = r.payment_id where y.failed_on is not null and r.refused_on is null");

        final int days;
        final Right right;
        final String sql;

        Work(int days, Right right, String sql) {
            this.days = days;
            this.right = right;
            this.sql = sql;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean fallsTo(Actor actor) {
            return actor.may(right);
        }
    }

    private final JdbcClient jdbc;
    private final Projects projects;

    ProjectDuties(JdbcClient jdbc, Projects projects) {
        this.jdbc = jdbc;
        this.projects = projects;
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (!actor.mayEnter("project")) return List.of();
        var groups = new ArrayList<Group>();
        for (var work : Work.values()) if (work.fallsTo(actor)) groups.add(group(work, within, words));
        return groups.stream().filter(g -> !g.lines().isEmpty()).toList();
    }

    private Group group(Work work, Place within, Words words) {
        boolean own = within.level() != Level.COUNTRY || work.right == Right.PAY || work.right == Right.CENTRE;
        return new Group("project-" + work.word(), words.t("project.duty." + work.word()), words.t("project.duty-how." + work.word()), work == Work.MEET || work == Work.BOARD ? "/meetings" : "/projects", own, lines(work, within, words));
    }

    private List<Line> lines(Work work, Place within, Words words) {
        var today = projects.today();
        var parameters = new HashMap<String, Object>(Map.of("today", today, "most", MOST));
        var condition = new StringBuilder("true");
        Within.add("p.unit_code", "within", within, condition, parameters);
        return jdbc.sql("select p.id, p.code || ' ' || p.title, t.number, t.since from (" + work.sql + ") t join project p on p.id = t.id where " + condition + " order by t.since, p.id, t.number limit :most").params(parameters)
                .query((r, n) -> line(work, r.getLong(1), r.getString(2), r.getInt(3), Objects.requireNonNullElse(r.getObject(4, LocalDate.class), today), today, words)).list();
    }

    private static Line line(Work work, long project, String title, int number, LocalDate since, LocalDate today, Words words) {
        var due = since.plusDays(work.days);
        boolean late = due.isBefore(today);
        return new Line(title + (number == 0 ? "" : " · " + words.t("part.instalment", words.number(number))), new State(words.t("project.duty-state." + work.word()), "warn"), words.t("project.duty-how." + work.word()), due, late, "/projects/" + project);
    }
}
