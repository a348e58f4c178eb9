package khabuan.base.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import khabuan.base.record.Moments;
import khabuan.base.record.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places as they are now, in memory and never stale. */
@Component
public class Places {

    private static final Set<String> TABLES = Set.of("region", "province", "province_region", "district", "unit", "unit_form");
    private final JdbcClient jdbc;
    private final Moments moments;
    private volatile Held held;

    private record Held(Snapshot snapshot, PlaceTree tree) {}

    Places(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** The tree of today. */
    public PlaceTree tree() {
        var now = held;
        if (now != null) {
            var news = moments.touchesSince(now.snapshot.xmin());
            if (news.leavesUnchanged(TABLES, now.snapshot, null)) {
                held = new Held(news.now(), now.tree);
                return now.tree;
            }
        }
        return moments.readWithSnapshot(null, snapshot -> {
            var tree = load();
            held = new Held(snapshot, tree);
            return tree;
        });
    }

    private PlaceTree load() {
        var places = new ArrayList<Place>();
        places.add(Place.COUNTRY);
        jdbc.sql("select code, name_th, name_en from region order by print_order")
                .query(r -> { places.add(new Place(Level.REGION, r.getString(1), r.getString(2), r.getString(3), "TH")); });
        jdbc.sql("""
                select p.code, p.name_th, p.name_en, pr.region_code from province p
                join province_region pr on pr.province_code = p.code and pr.until_date is null order by p.name_th collate "th-TH-x-icu" """)
                .query(r -> { places.add(new Place(Level.PROVINCE, r.getString(1), r.getString(2), r.getString(3), r.getString(4))); });
        jdbc.sql("select code, name_th, name_en, province_code from district order by code")
                .query(r -> { places.add(new Place(Level.DISTRICT, r.getString(1), r.getString(2), r.getString(3), r.getString(4))); });
        jdbc.sql("""
                select u.code, f.type || f.name_th, f.name_en, u.district_code from unit u
                join unit_form f on f.unit_code = u.code and f.until_date is null where u.ended_on is null order by u.code""")
                .query(r -> { places.add(new Place(Level.UNIT, r.getString(1), r.getString(2), r.getString(3), r.getString(4))); });
        return new PlaceTree(places);
    }

    /** The region of each province on a day. */
    public Map<String, String> regionsOfProvinces(LocalDate day) {
        var regions = new TreeMap<String, String>();
        jdbc.sql("select province_code, region_code from province_region where from_date <= :day and (until_date is null or until_date > :day)")
                .param("day", day).query(r -> { regions.put(r.getString(1), r.getString(2)); });
        return regions;
    }

    /** The place of a level and code, if there is one now. */
    public Optional<Place> find(Level level, String code) {
        return tree().find(level, code);
    }

    /** The units that are no more, among some codes, as they were last called. */
    public List<Place> ended(Collection<String> units) {
        return jdbc.sql("""
                select u.code, f.type || f.name_th as title, f.name_en, u.district_code from unit u join unit_form f on f.unit_code = u.code and f.until_date is null
                where u.ended_on is not null and u.code = any(:units)""").param("units", units.toArray(String[]::new))
                .query((r, n) -> new Place(Level.UNIT, r.getString("code"), r.getString("title"), r.getString("name_en"), r.getString("district_code"))).list();
    }

    /** The place of a level and code, one that is no more too. */
    public Optional<Place> findEver(Level level, String code) {
        return find(level, code).or(() -> level == Level.UNIT ? ended(List.of(code)).stream().findFirst() : Optional.empty());
    }

    /** The place that an address or a file names by its {@link Place#key}, "province:40"; one that is no more too.
     *  @param otherwise what is meant by none, which is "" or null
     *  @throws NoSuchElementException when the key is none, or there is no such place */
    public Place ofKey(String key, Place otherwise) {
        if (key == null || key.isBlank()) return otherwise;
        var parts = key.split(":", 2);
        return Stream.of(Level.values()).filter(level -> parts.length == 2 && level.word().equals(parts[0])).findFirst().flatMap(level -> findEver(level, parts[1]))
                .orElseThrow(() -> new NoSuchElementException("There is no place " + key + "."));
    }

    /** All places of a level in print order. */
    public List<Place> at(Level level) {
        return tree().at(level);
    }
}
