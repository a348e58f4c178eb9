package khabuan.base.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The imported boundaries of provinces, districts and tambons. */
@Component
public class Boundaries {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    /** A place whose boundary is known. @param title its name; its code where it isn't registered */
    record Bounded(String code, String title, Outline outline) {}

    Boundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The boundaries right below a place: the provinces of the country, the districts of a province, the tambons of a district.
     *  @param level of the place above */
    List<Bounded> below(Level level, String code) {
        return jdbc.sql(SELECT).param("level", below(level)).param("above", level == Level.COUNTRY ? "" : code)
                .query((r, n) -> new Bounded(r.getString(1), r.getString(2), Outline.of(json.readTree(r.getString(3))))).list();
    }

    private static final String SELECT = """
            select b.code, coalesce(p.name_th, d.name_th, t.name_th, b.code), b.polygons from boundary b
            left join province p on b.level = 'province' and p.code = b.code
            left join district d on b.level = 'district' and d.code = b.code
            left join tambon t on b.level = 'tambon' and t.code = b.code
            where b.level = :level and left(b.code, length(:above)) = :above order by b.code""";

    private static String below(Level level) {
        return switch (level) {
            case COUNTRY -> "province";
            case PROVINCE -> "district";
            default -> "tambon";
        };
    }

    /** The same as GeoJSON, with which version it is; empty when there are none. */
    Optional<Json> json(Level level, String code) {
        var features = new LinkedHashMap<String, String>();
        var newest = new long[1];
        jdbc.sql(SELECT.replace("b.polygons", "b.polygons, b.change_id")).param("level", below(level)).param("above", level == Level.COUNTRY ? "" : code).query(r -> {
            newest[0] = Math.max(newest[0], r.getLong(4));
            features.put(r.getString(1), "{\"type\":\"Feature\",\"properties\":" + json.writeValueAsString(Map.of("code", r.getString(1), "name", r.getString(2)))
                    + ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":" + r.getString(3) + "}}");
        });
        return features.isEmpty() ? Optional.empty()
                : Optional.of(new Json("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features.values()) + "]}", Long.toString(newest[0])));
    }

    record Json(String text, String version) {}

    /** Who made those that the map of a place shows, as their files say; "" when it isn't known. */
    String credit(Place place) {
        boolean unit = place.level() == Level.UNIT;
        return jdbc.sql("select coalesce(string_agg(distinct nullif(credit, ''), ' · '), '') from boundary where level = :level and left(code, length(:above)) = :above")
                .param("level", below(place.level())).param("above", unit ? place.parent() : place.code()).query(String.class).single();
    }
}
