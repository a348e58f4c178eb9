package khabuan.insight.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Moments;
import khabuan.base.record.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which place of each level every unit lies, so that figures by unit can be summed upwards: now, or as it was known at a moment. What an office or the centre does itself stands under the code of its
 *  region, in no unit: it counts in the region and the country,
 *  and below the region under that code. */
@Component
class Rungs {

    private static final Set<String> TABLES = Set.of("unit", "district", "province_region", "region");
    private static final int MOST_MOMENTS = 16;
    private final JdbcClient jdbc;
    private final Moments moments;
    private final UnitNumbers numbers;
    private final Map<Instant, Held> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Instant, Held> eldest) {
            return size() > MOST_MOMENTS;
        }
    };

    private record Held(Snapshot read, Ladder ladder) {}

    Rungs(JdbcClient jdbc, Moments moments, UnitNumbers numbers) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.numbers = numbers;
    }

    /** The places of a level.
     *  @param placeOf by the number of a unit, which of the codes it lies in; −1 for none */
    record Rung(int[] placeOf, List<String> codes) {

        int of(int unit) {
            return unit < placeOf.length ? placeOf[unit] : -1;
        }
    }

    private record Belonging(String province, String region, LocalDate from, LocalDate until) {

        boolean on(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** All rungs at one moment of knowledge; each is made when it is first asked for. */
    final class Ladder {

        private final Map<String, String> districts;
        private final Map<String, String> provinces;
        private final List<Belonging> regions;
        private final Set<String> offices;
        private final Map<Map.Entry<Level, LocalDate>, Rung> rungs = new HashMap<>();

        private Ladder(Map<String, String> districts, Map<String, String> provinces, List<Belonging> regions, Set<String> offices) {
            this.districts = districts;
            this.provinces = provinces;
            this.regions = regions;
            this.offices = offices;
        }

        /** @param day on which a province belongs to its region */
        synchronized Rung at(Level level, LocalDate day) {
            return rungs.computeIfAbsent(Map.entry(level, level == Level.REGION ? day : LocalDate.EPOCH), e -> make(level, day));
        }

        private Rung make(Level level, LocalDate day) {
            UnaryOperator<String> province = u -> offices.contains(u) ? u : provinces.get(districts.get(u));
            return switch (level) {
                case COUNTRY -> rung(u -> Place.COUNTRY.code());
                case REGION -> {
                    var regionOf = new HashMap<String, String>();
                    regions.stream().filter(b -> b.on(day)).forEach(b -> regionOf.put(b.province, b.region));
                    yield rung(u -> offices.contains(u) ? u : regionOf.get(province.apply(u)));
                }
                case PROVINCE -> rung(province);
                case DISTRICT -> rung(u -> offices.contains(u) ? u : districts.get(u));
                case UNIT -> rung(u -> u);
            };
        }

        private Rung rung(UnaryOperator<String> placeOf) {
            districts.keySet().forEach(numbers::of);
            offices.forEach(numbers::of);
            var units = numbers.codes();
            var codes = new ArrayList<String>();
            var known = new HashMap<String, Integer>();
            var places = new int[units.size()];
            Arrays.fill(places, -1);
            for (int u = 0; u < places.length; u++) {
                var code = placeOf.apply(units.get(u));
                if (code != null) places[u] = known.computeIfAbsent(code, c -> { codes.add(c); return codes.size() - 1; });
            }
            return new Rung(places, codes);
        }
    }

    /** @param knownAt null for what is known now */
    Ladder ladder(Instant knownAt) {
        synchronized (held) {
            var now = held.get(knownAt);
            if (now != null) {
                var news = moments.touchesSince(now.read.xmin());
                if (news.leavesUnchanged(TABLES, now.read, knownAt)) {
                    held.put(knownAt, new Held(news.now(), now.ladder));
                    return now.ladder;
                }
            }
            return moments.readWithSnapshot(knownAt, snapshot -> {
                var ladder = load();
                held.put(knownAt, new Held(snapshot, ladder));
                return ladder;
            });
        }
    }

    /** Places that were not yet known then lie where they lie now: an office that enters its places last must still find its figures. */
    private Ladder load() {
        var districts = new HashMap<String, String>();
        var provinces = new HashMap<String, String>();
        var regions = new ArrayList<Belonging>();
        for (var schema : List.of("present.", "")) {
            jdbc.sql("select code, district_code from " + schema + "unit").query(r -> { districts.put(r.getString(1), r.getString(2)); });
            jdbc.sql("select code, province_code from " + schema + "district").query(r -> { provinces.put(r.getString(1), r.getString(2)); });
            var known = jdbc.sql("select province_code, region_code, from_date, until_date from " + schema + "province_region")
                    .query((r, n) -> new Belonging(r.getString(1), r.getString(2), r.getObject(3, LocalDate.class), r.getObject(4, LocalDate.class))).list();
            if (!known.isEmpty()) regions.clear();
            regions.addAll(known);
        }
        var offices = Set.copyOf(jdbc.sql("select code from present.region").query(String.class).list());
        return new Ladder(districts, provinces, regions, offices);
    }
}
