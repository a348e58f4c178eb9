package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabuan.base.page.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who carries a project out: the council of its unit, which is proposed, or an organisation there. */
@Component
class Carriers {

    private static final int MOST = 200;
    private final JdbcClient jdbc;

    Carriers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The council in force of a unit, by number and name. */
    Optional<Choice> council(String unit) {
        return jdbc.sql("select id, name from council where unit_code = :unit and ended_on is null and merged_into is null order by registered_on desc limit 1").param("unit", unit)
                .query((r, n) -> new Choice(r.getString(1), r.getString(2))).optional();
    }

    /** The organisations of a unit that stand. */
    List<Choice> organisations(String unit) {
        return jdbc.sql("select id, name from organisation where unit_code = :unit and ended_on is null and merged_into is null order by name collate \"th-TH-x-icu\", id limit :most").param("unit", unit).param("most", MOST)
                .query((r, n) -> new Choice(r.getString(1), r.getString(2))).list();
    }

    /** Who may be chosen in a unit. @param word what the council is called while the unit is not known or has none; @param nobody for nobody said yet */
    List<Choice> of(String unit, String word, String nobody) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(DraftForm.COUNCIL, council(unit).map(Choice::label).orElse(word)));
        choices.addAll(organisations(unit));
        choices.add(new Choice("", nobody));
        return choices;
    }

    /** The number of the council that is meant; null for none. */
    Long councilMeant(DraftForm form) {
        return form.carrier().equals(DraftForm.COUNCIL) ? council(form.unit()).map(c -> Long.valueOf(c.value())).orElse(null) : null;
    }

    /** The number of the organisation that is meant, which must be of the unit; null for none. */
    Long organisationMeant(DraftForm form) {
        return organisations(form.unit()).stream().map(Choice::value).filter(form.carrier()::equals).map(Long::valueOf).findFirst().orElse(null);
    }

    /** The names of what a project names; "" for none. */
    String councilNamed(Long id) {
        return id == null ? "" : jdbc.sql("select name from council where id = ?").param(id).query(String.class).optional().orElse("");
    }

    String organisationNamed(Long id) {
        return id == null ? "" : jdbc.sql("select name from organisation where id = ?").param(id).query(String.class).optional().orElse("");
    }
}
