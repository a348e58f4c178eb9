package khabuan.registry.council;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the local unit that a person means while typing: "บ้านนา", "ทต.ภูผาม่าน", "อบต. ดู่ใต้ เมืองน่าน". */
@Component
public class UnitSearch {

    /** A unit to choose. @param council the id of its council in force, so that nobody registers a second; null when it has none */
    public record Choice(Place unit, String above, Long council) {}

    private static final Map<String, String> SHORT = Map.of("องค์การบริหารส่วนตำบล", "อบต.", "เทศบาลตำบล", "ทต.", "เทศบาลเมือง", "ทม.", "เทศบาลนคร", "ทน.");
    private final Places places;
    private final JdbcClient jdbc;

    UnitSearch(Places places, JdbcClient jdbc) {
        this.places = places;
        this.jdbc = jdbc;
    }

    /** The units of a place that answer to all words, the nearest name first. */
    List<Choice> find(String words, Place within, int limit) {
        var wanted = Arrays.stream(plain(words).split(" ")).filter(w -> !w.isEmpty()).toList();
        if (wanted.isEmpty() || wanted.stream().mapToInt(String::length).sum() < 2) return List.of();
        var tree = places.tree();
        var hits = tree.at(Level.UNIT).stream().filter(u -> tree.contains(within, u)).filter(u -> {
            var text = new StringBuilder();
            tree.path(u).forEach(p -> text.append(p.title()).append(' '));
            return u.code().equals(words.strip()) || wanted.stream().allMatch(w -> text.indexOf(w) >= 0);
        }).sorted(Comparator.comparing((Place u) -> distance(u, wanted.getFirst())).thenComparing(Place::code)).limit(limit).toList();
        return choices(hits);
    }

    /** The choice of one code, if there is such a unit. */
    List<Choice> of(String code) {
        return choices(places.find(Level.UNIT, code).stream().toList());
    }

    private static String plain(String words) {
        String plain = words.strip();
        for (var word : SHORT.entrySet()) plain = plain.replace(word.getKey(), " " + word.getValue());
        return plain.replaceAll("(^|\\s)(ตำบล|ต\\.|อำเภอ|อ\\.|จังหวัด|จ\\.)\\s*", " ").replaceAll("(อบต\\.|ทต\\.|ทม\\.|ทน\\.)\\s+", "$1").replaceAll("\\s+", " ").strip();
    }

    /** 0 for the very name, 1 for its beginning, 2 for a part of it, 3 for a place above. */
    private static int distance(Place unit, String word) {
        String title = unit.title();
        String name = title.replaceFirst("^(อบต\\.|ทต\\.|ทม\\.|ทน\\.|เขต)", "");
        return name.equals(word) || title.equals(word) ? 0 : name.startsWith(word) || title.startsWith(word) ? 1 : title.contains(word) ? 2 : 3;
    }

    private List<Choice> choices(List<Place> units) {
        var councils = new HashMap<String, Long>();
        jdbc.sql("select unit_code, id from council where unit_code = any(:units) and ended_on is null and merged_into is null and not surplus")
                .param("units", units.stream().map(Place::code).toArray(String[]::new)).query(r -> {
                    councils.put(r.getString(1), r.getLong(2));
                });
        var tree = places.tree();
        return units.stream().map(u -> new Choice(u, above(tree.path(u)), councils.get(u.code()))).toList();
    }

    private static String above(List<Place> path) {
        return path.reversed().stream().skip(1).filter(p -> p.level() == Level.DISTRICT || p.level() == Level.PROVINCE).map(Place::title).reduce((a, b) -> a + " · " + b).orElse("");
    }
}
