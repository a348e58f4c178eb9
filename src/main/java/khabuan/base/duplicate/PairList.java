package khabuan.base.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pairs within an actor's scope. */
@Component
class PairList {

    static final int SIZE = 25;
    private final JdbcClient jdbc;
    private final Compared compared;

    PairList(JdbcClient jdbc, Compared compared) {
        this.jdbc = jdbc;
        this.compared = compared;
    }

    /** @param state its word; @param kind "" for all */
    List<PairLine> lines(Actor actor, String kind, String state, int page) {
        var parameters = parameters(actor, kind, state);
        return jdbc.sql("select p.*, n.title as unit, n.district || ' ' || n.province as whereabouts, n.province, o.title as other_unit, names.* " + from() + " cross join lateral (" + names() + ") names"
                        + " order by n.province collate \"th-TH-x-icu\", p.score desc, p.id limit :size offset :offset")
                .params(parameters).param("size", SIZE).param("offset", (page - 1) * (long) SIZE)
                .query((r, n) -> new PairLine(Pairs.pair(r), r.getString("first_name"), r.getString("first_code"), r.getString("second_name"), r.getString("second_code"),
                        r.getString("unit") + " " + r.getString("whereabouts"), r.getString("unit_code").equals(r.getString("other_unit_code")) ? "" : r.getString("other_unit"), r.getString("province"))).list();
    }

    /** All of a state, for the memo. */
    List<PairLine> all(Actor actor, String state) {
        var all = new java.util.ArrayList<PairLine>();
        for (int page = 1; all.size() == (page - 1) * SIZE; page++) all.addAll(lines(actor, "", state, page));
        return all;
    }

    /** How many there are in each state. */
    Map<String, Long> counts(Actor actor, String kind) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select p.state, count(*) " + from().replace(":state", "p.state") + " group by 1").params(parameters(actor, kind, "")).query(r -> { counts.put(r.getString(1), r.getLong(2)); });
        return counts;
    }

    private Map<String, Object> parameters(Actor actor, String kind, String state) {
        var kinds = compared.kinds().stream().filter(k -> actor.mayEnter(k.room()) && (kind.isEmpty() || k.kind().equals(kind))).map(DuplicateKind::kind).toArray(String[]::new);
        return new HashMap<>(Map.of("level", actor.scopeLevel(), "code", actor.scopeCode(), "kinds", kinds, "state", state));
    }

    private static String from() {
        String within = "case :level when 'country' then true when 'region' then %1$s.region_code = :code when 'province' then %1$s.province_code = :code when 'district' then %1$s.district_code = :code else %1$s.code = :code end";
        return "from duplicate_pair p join unit_now n on n.code = p.unit_code join unit_now o on o.code = p.other_unit_code and p.record_kind = any(:kinds) and p.state = :state and ("
                + within.formatted("n") + " or " + within.formatted("o") + ")";
    }

    private String names() {
        return compared.kinds().stream().map(k -> "select a.name as first_name, a.code as first_code, b.name as second_name, b.code as second_code from %1$s a, %1$s b where p.record_kind = '%2$s' and a.id = p.first_id and b.id = p.second_id"
                .formatted(compared.table(k), k.kind())).reduce((x, y) -> x + " union all " + y).orElse("select '' as first_name, '' as first_code, '' as second_name, '' as second_code");
    }
}
