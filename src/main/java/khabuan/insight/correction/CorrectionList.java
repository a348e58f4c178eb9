package khabuan.insight.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests within an actor's scope and rooms. */
@Component
class CorrectionList {

    static final int SIZE = 25;
    private static final String STATE = "(select s.state from correction_step s where s.correction_id = c.id order by s.id desc limit 1)";
    private static final String WITHIN = """

            left join unit_now n on n.code = c.unit_code
            where c.subject_kind = any(:kinds) and (c.unit_code is null and c.place_level || ':' || c.place_code = any(:above)
              or case :level when 'country' then true when 'region' then n.region_code = :code when 'province' then n.province_code = :code
                 when 'district' then n.district_code = :code else n.code = :code end)""";
    private final JdbcClient jdbc;
    private final Corrections corrections;
    private final Subjects subjects;
    private final Reach reach;
    private final Places places;

    CorrectionList(JdbcClient jdbc, Corrections corrections, Subjects subjects, Reach reach, Places places) {
        this.jdbc = jdbc;
        this.corrections = corrections;
        this.subjects = subjects;
        this.reach = reach;
        this.places = places;
    }

    /** Those of a state, the oldest first while they are open, else the newest. */
    List<Correction> lines(Actor actor, Stage stage, int page) {
        String order = stage.next().isEmpty() ? "desc" : "asc";
        return jdbc.sql("select * from (" + Corrections.SELECT.replace("from correction c", ", " + STATE + " as state from correction c") + WITHIN + ") l where state = :state order by id "
                + order + " limit :size offset :offset").params(parameters(actor)).param("state", stage.word()).param("size", SIZE).param("offset", (page - 1) * (long) SIZE)
                .query(corrections::row).list().stream().map(corrections::withSteps).toList();
    }

    /** How many there are in each state. */
    Map<String, Long> counts(Actor actor) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select " + STATE + ", count(*) from correction c" + WITHIN + " group by 1").params(parameters(actor)).query(r -> { counts.put(r.getString(1), r.getLong(2)); });
        return counts;
    }

    private Map<String, Object> parameters(Actor actor) {
        var above = above(reach.of(actor), places.tree()).map(p -> p.key()).toArray(String[]::new);
        return new HashMap<>(Map.of("kinds", subjects.kindsOf(actor).toArray(String[]::new), "level", actor.scopeLevel(), "code", actor.scopeCode(), "above", above));
    }

    /** A place and those within it, down to the districts. */
    private static Stream<Place> above(Place place, PlaceTree tree) {
        if (place.level() == Level.UNIT) return Stream.empty();
        return Stream.concat(Stream.of(place), tree.children(place).stream().flatMap(p -> above(p, tree)));
    }
}
