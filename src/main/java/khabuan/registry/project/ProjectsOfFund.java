package khabuan.registry.project;

import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import org.springframework.stereotype.Component;

/** The projects that a welfare fund carries out, on its page: the matching subsidies of the years above all. */
@Component
class ProjectsOfFund implements RecordPanel {

    private static final int SHOWN = 12;
    private final ProjectList list;

    ProjectsOfFund(ProjectList list) {
        this.list = list;
    }

    @Override
    public String recordKind() {
        return "welfare-fund";
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String template() {
        return "project/of-fund";
    }

    @Override
    public ProjectPages.OfFund show(long recordId, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("project")) return null;
        var lines = list.ofFund(recordId, SHOWN);
        return lines.isEmpty() ? null : new ProjectPages.OfFund(lines);
    }
}
