package khabuan.registry.council;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.place.PlaceHit;
import khabuan.base.place.UnitPicker;
import khabuan.base.place.UnitPicking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the local unit of a council, and tells which ones have a council in force already, so that nobody registers a second. */
@Component
class UnitSearch {

    static final String ADDRESS = "/councils/units";
    private final UnitPicking picking;
    private final JdbcClient jdbc;

    UnitSearch(UnitPicking picking, JdbcClient jdbc) {
        this.picking = picking;
        this.jdbc = jdbc;
    }

    /** @param typed what was typed; @param chosen the code that is marked, "" for none */
    UnitPicker picker(Actor actor, String typed, String chosen) {
        return picking.picker(actor, typed, chosen, ADDRESS, this::told);
    }

    private List<UnitPicker.Option> told(List<PlaceHit> units) {
        var councils = councils(units.stream().map(PlaceHit::code).toArray(String[]::new));
        return units.stream().map(u -> councils.containsKey(u.code()) ? new UnitPicker.Option(u, "council.units.taken", "/councils/" + councils.get(u.code())) : new UnitPicker.Option(u, "", "")).toList();
    }

    private Map<String, Long> councils(String[] units) {
        var councils = new HashMap<String, Long>();
        jdbc.sql("select unit_code, id from council where unit_code = any(:units) and ended_on is null and merged_into is null and not surplus")
                .param("units", units).query(r -> {
                    councils.put(r.getString(1), r.getLong(2));
                });
        return councils;
    }
}
