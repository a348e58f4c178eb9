package khabuan.registry.welfare;

import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import khabuan.registry.welfare.SubsidyPages.OfProject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The request of a fund that became a project, on the page of the project: who asked for how many, and how many were counted. */
@Component
class SubsidyOfProject implements RecordPanel {

    private final JdbcClient jdbc;

    SubsidyOfProject(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String recordKind() {
        return "project";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String template() {
        return "welfare/subsidy-of-project";
    }

    @Override
    public OfProject show(long recordId, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("welfare")) return null;
        return jdbc.sql("select * from subsidy_request where project_id = ?").param(recordId).query((r, n) -> SubsidyRequests.request(r)).optional()
                .map(r -> new OfProject(r, "/funds/" + r.fundId() + "/subsidies/" + r.roundId())).orElse(null);
    }
}
