package khabuan.base.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        var kinds = new HashMap<String, DuplicateKind>();
        compared.kinds().forEach(k -> kinds.put(k.kind(), k));
        return jdbc.sql("select p.*, n.title as unit, n.district || ' ' || n.province as whereabouts, n.province, o.title as other_unit, names.* " + from() + " cross join lateral (" + names() + ") names"
                        + " order by n.province collate \"th-TH-x-icu\", p.score desc, p.id limit :size offset :offset")
                .params(parameters).param("size", SIZE).param("offset", (page - 1) * (long) SIZE)
                .query((r, n) -> new PairLine(Pairs.pair(r), shown(kinds, r, "first_name"), r.getString("first_code"), shown(kinds, r, "second_name"), r.getString("second_code"),
                        r.getString("unit") + " " + r.getString("whereabouts"), r.getString("unit_code").equals(r.getString("other_unit_code")) ? "" : r.getString("other_unit"), r.getString("province"))).list();
    }

    private static String shown(Map<String, DuplicateKind> kinds, ResultSet r, String column) throws SQLException {
        return kinds.get(r.getString("record_kind")).told().shown().apply(r.getString(column));
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
        var kinds = compared.kinds(actor).stream().filter(k -> kind.isEmpty() || k.kind().equals(kind)).toList();
        return new HashMap<>(Map.of("level", actor.scopeLevel(), "code", actor.scopeCode(), "kinds", kinds.stream().map(DuplicateKind::kind).toArray(String[]::new), "state", state,
                "guarded", kinds.stream().filter(DuplicateKind::isGuarded).map(DuplicateKind::kind).toArray(String[]::new)));
    }

    private static String from() {
        String within = "case :level when 'country' then true when 'region' then %1$s.region_code = :code when 'province' then %1$s.province_code = :code when 'district' then %1$s.district_code = :code else %1$s.code = :code end";
        return "from duplicate_pair p join unit_now n on n.code = p.unit_code join unit_now o on o.code = p.other_unit_code and p.record_kind = any(:kinds) and p.state = :state and ("
                + within.formatted("n") + " and " + within.formatted("o") + " or p.record_kind <> all(:guarded) and (" + within.formatted("n") + " or " + within.formatted("o") + "))";
    }

    private String names() {
        return compared.kinds().stream().map(k -> """
                select a.name as first_name, a.code as first_code, b.name as second_name, b.code as second_code
                from (select r.id, %3$s as name, %4$s as code from %1$s r) a, (select r.id, %3$s as name, %4$s as code from %1$s r) b
                where p.record_kind = '%2$s' and a.id = p.first_id and b.id = p.second_id""".formatted(compared.table(k), k.kind(), k.told().name(), k.told().code())).reduce((x, y) -> x + " union all " + y).orElse("select '' as first_name, '' as first_code, '' as second_name, '' as second_code");
    }
}
