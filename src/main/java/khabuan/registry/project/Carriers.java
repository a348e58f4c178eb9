package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabuan.base.page.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who carries a project out: the council of its unit, which is proposed, or an organisation or a welfare fund there. */
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

    /** The organisations and the welfare funds of a unit that stand. */
    List<Choice> others(String unit) {
        return jdbc.sql("""
                (select id, name from organisation where unit_code = :unit and ended_on is null and merged_into is null order by name collate "th-TH-x-icu", id limit :most)
                union all (select id, name from welfare_fund where unit_code = :unit and ended_on is null and merged_into is null order by name collate "th-TH-x-icu", id)""").param("unit", unit).param("most", MOST)
                .query((r, n) -> new Choice(r.getString(1), r.getString(2))).list();
    }

    /** Who may be chosen in a unit. @param word what the council is called while the unit is not known or has none; @param nobody for nobody said yet */
    List<Choice> of(String unit, String word, String nobody) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(DraftForm.COUNCIL, council(unit).map(Choice::label).orElse(word)));
        choices.addAll(others(unit));
        choices.add(new Choice("", nobody));
        return choices;
    }

    /** Who is meant, who must be of the unit: the council, or by number an organisation or a fund. */
    Carrier meant(DraftForm form) {
        if (form.carrier().equals(DraftForm.COUNCIL)) return new Carrier(council(form.unit()).map(c -> Long.valueOf(c.value())).orElse(null), null, null);
        var number = others(form.unit()).stream().map(Choice::value).filter(form.carrier()::equals).map(Long::valueOf).findFirst();
        return number.map(n -> isFund(n) ? new Carrier(null, null, n) : new Carrier(null, n, null)).orElse(Carrier.NOBODY);
    }

    private boolean isFund(long id) {
        return jdbc.sql("select exists (select from welfare_fund where id = ?)").param(id).query(Boolean.class).single();
    }

    /** A carrier by its name, and where its page is; both "" for nobody. */
    Choice named(Carrier carrier) {
        if (carrier.council() != null) return new Choice("/councils/" + carrier.council(), named("council", carrier.council()));
        if (carrier.organisation() != null) return new Choice("/organisations/" + carrier.organisation(), named("organisation", carrier.organisation()));
        return carrier.fund() == null ? new Choice("", "") : new Choice("/funds/" + carrier.fund(), named("welfare_fund", carrier.fund()));
    }

    /** @param table "council", "organisation" or "welfare_fund" */
    String named(String table, long id) {
        return jdbc.sql("select name from " + table + " where id = ?").param(id).query(String.class).optional().orElse("");
    }
}
