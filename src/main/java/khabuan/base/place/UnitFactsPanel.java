package khabuan.base.place;

import java.time.LocalDate;
import khabuan.base.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of a unit on its page. */
@Component
class UnitFactsPanel implements PlacePanel {

    private final JdbcClient jdbc;

    UnitFactsPanel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "place/unit-facts";
    }

    @Override
    public UnitFacts show(Place place, Actor actor) {
        if (place.level() != Level.UNIT) return null;
        var forms = jdbc.sql("select type || name_th, from_date, until_date from unit_form where unit_code = ? order by from_date desc").param(place.code())
                .query((r, n) -> new UnitFacts.Form(r.getString(1), r.getObject(2, LocalDate.class), r.getObject(3, LocalDate.class))).list();
        var tambons = jdbc.sql("select c.tambon_code, coalesce(t.name_th, c.tambon_code), c.partly from unit_tambon c left join tambon t on t.code = c.tambon_code where c.unit_code = ? order by 1")
                .param(place.code()).query((r, n) -> new UnitFacts.Tambon(r.getString(1), r.getString(2), r.getBoolean(3))).list();
        var aliases = jdbc.sql("select alias from place_alias where level = 'unit' and place_code = ? order by alias").param(place.code()).query(String.class).list();
        return jdbc.sql("select dla_code, founded_on from unit where code = ?").param(place.code())
                .query((r, n) -> new UnitFacts(place, r.getString(1), r.getObject(2, LocalDate.class), forms, tambons, aliases)).single();
    }
}
