package khabuan.registry.organisation;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The member organisations on the page of their council. */
@Component
class OrganisationsOfCouncil implements RecordPanel {

    private static final int SHOWN = 12;
    private final JdbcClient jdbc;

    OrganisationsOfCouncil(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String recordKind() {
        return "council";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "organisation/of-council";
    }

    /** The first by name, and how many there are; null for who may not enter the room. */
    @Override
    public OrganisationsOfCouncilPanel show(long councilId, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("organisation")) return null;
        var total = new long[1];
        var rows = jdbc.sql("""
                select id, name, kind, count(*) over () as total from organisation
                where council_id = :council and merged_into is null and ended_on is null order by name collate "th-TH-x-icu", id limit :shown""")
                .param("council", councilId).param("shown", SHOWN).query((r, n) -> {
                    total[0] = r.getLong("total");
                    return new OrganisationsOfCouncilPanel.Row(r.getLong("id"), r.getString("name"), r.getString("kind"));
                }).list();
        return new OrganisationsOfCouncilPanel(List.copyOf(rows), total[0]);
    }
}
