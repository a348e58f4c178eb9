package khabuan.base.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.record.Moments;
import khabuan.base.record.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every name that a place has or had, in memory and never stale. */
@Component
class PlaceNames {

    private static final Set<String> TABLES = Set.of("region", "province", "district", "tambon", "unit", "unit_form", "unit_tambon", "place_alias");
    private static final String NAMES = """
            select 'region', code, '', name_th, false from region
            union all select 'region', code, '', short_th, true from region
            union all select 'region', code, '', name_en, true from region
            union all select 'province', code, '', name_th, false from province
            union all select 'province', code, '', name_en, true from province
            union all select 'district', code, '', name_th, false from district
            union all select 'district', code, '', name_en, true from district
            union all select 'district', d.code, '', 'เมือง', false from district d join province p on p.code = d.province_code where d.name_th = 'เมือง' || p.name_th
            union all select 'tambon', code, '', name_th, false from tambon
            union all select 'tambon', code, '', name_en, true from tambon
            union all select 'unit', coalesce(u.successor_code, u.code), f.type, f.name_th, f.until_date is not null or u.ended_on is not null from unit_form f join unit u on u.code = f.unit_code
            union all select 'unit', coalesce(u.successor_code, u.code), '', f.name_en, true from unit_form f join unit u on u.code = f.unit_code
            union all select level, place_code, '', alias, true from place_alias""";

    private final JdbcClient jdbc;
    private final Moments moments;
    private volatile Held held;

    private record Held(Snapshot snapshot, NameIndex index) {}

    PlaceNames(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** The names of today. */
    NameIndex index() {
        var now = held;
        if (now != null) {
            var news = moments.touchesSince(now.snapshot.xmin());
            if (news.leavesUnchanged(TABLES, now.snapshot, null)) {
                held = new Held(news.now(), now.index);
                return now.index;
            }
        }
        return moments.readWithSnapshot(null, snapshot -> {
            var index = load();
            held = new Held(snapshot, index);
            return index;
        });
    }

    private NameIndex load() {
        var names = new ArrayList<NameIndex.Name>();
        jdbc.sql(NAMES).query(r -> {
            if (!r.getString(4).isBlank()) names.add(NameIndex.Name.of(new NameIndex.Key(r.getString(1), r.getString(2)), r.getString(3), r.getString(4), r.getBoolean(5)));
        });
        var tambons = new HashMap<String, NameIndex.Tambon>();
        jdbc.sql("select code, name_th, district_code from tambon").query(r -> { tambons.put(r.getString(1), new NameIndex.Tambon(r.getString(1), r.getString(2), r.getString(3))); });
        return new NameIndex(names, tambons, grouped("select tambon_code, unit_code from unit_tambon"), grouped("select dla_code, code from unit where dla_code <> '' order by code"));
    }

    private Map<String, List<String>> grouped(String sql) {
        var groups = new HashMap<String, List<String>>();
        jdbc.sql(sql).query(r -> { groups.computeIfAbsent(r.getString(1), k -> new ArrayList<>()).add(r.getString(2)); });
        return groups;
    }
}
