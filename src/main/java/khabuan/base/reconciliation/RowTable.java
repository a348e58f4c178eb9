package khabuan.base.reconciliation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.duplicate.Likeness;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a comparison within an actor's scope: counted, listed, found. */
@Component
class RowTable {

    private static final JsonMapper JSON = new JsonMapper();
    /** The few rows first, then what they say, one by one: whatever the database believes of tables that were filled a moment ago. */
    private static final String ROWS = """
            with r as materialized (select r.* from reconciliation_row r where r.reconciliation_id = :id %s)
            select r.*, coalesce(u.title || ' ' || u.district || ' ' || u.province, '') as unit, s.there, s.here, s.faults
            from r left join unit_now u on u.code = r.unit_code
            left join lateral (select s.there::text as there, s.here::text as here, s.faults::text as faults from reconciliation_said s where s.reconciliation_id = :id and s.number = r.number offset 0) s on true
            order by r.number""";
    private static final int MOST_COUNTED = 500;
    private final JdbcClient jdbc;
    private final Reconciliations reconciliations;
    private final Places places;
    private final Map<Counted, Object> counted = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Object> eldest) {
            return size() > MOST_COUNTED;
        }
    });

    /** What a count follows from. @param turn how often rows were written; @param filter null for the tally */
    private record Counted(long id, int turn, String level, String code, PlaceTree tree, RowFilter filter) {}

    RowTable(JdbcClient jdbc, Reconciliations reconciliations, Places places) {
        this.jdbc = jdbc;
        this.reconciliations = reconciliations;
        this.places = places;
    }

    private Counted counted(Actor actor, Reconciliation of, RowFilter filter) {
        int turn = jdbc.sql("select turn from reconciliation where id = ?").param(of.id()).query(Integer.class).single();
        return new Counted(of.id(), turn, actor.scopeLevel(), actor.scopeCode(), places.tree(), filter);
    }

    private Object once(Counted what, Supplier<Object> counting) {
        var kept = counted.get(what);
        if (kept == null) counted.put(what, kept = counting.get());
        return kept;
    }

    /** How many rows of each class, choice and outcome. */
    Tally tally(Actor actor, Reconciliation of) {
        return (Tally) once(counted(actor, of, null), () -> walk(actor, of));
    }

    /** In one walk. */
    private Tally walk(Actor actor, Reconciliation of) {
        var groups = new ArrayList<Tally.Group>();
        jdbc.sql("select r.class, r.choice, r.outcome, r.differing, r.empty_here, count(*) from reconciliation_row r where r.reconciliation_id = :id" + RowFilter.within(actor, of) + " group by 1, 2, 3, 4, 5")
                .params(Map.of("id", of.id(), "scope", actor.scopeCode()))
                .query(r -> { groups.add(new Tally.Group(r.getString(1), r.getString(2), r.getString(3), texts(r.getArray(4)), texts(r.getArray(5)), r.getLong(6))); });
        return new Tally(groups);
    }

    long count(Actor actor, Reconciliation of, RowFilter filter) {
        return (Long) once(counted(actor, of, filter), () -> jdbc.sql("select count(*) from reconciliation_row r where r.reconciliation_id = :id" + filter.condition()
                + RowFilter.within(actor, of)).params(filter.values(actor, of)).query(Long.class).single());
    }

    List<ComparedRow> page(Actor actor, Reconciliation of, RowFilter filter, int size, long offset) {
        return jdbc.sql(ROWS.formatted(filter.condition() + RowFilter.within(actor, of) + " order by r.number limit :size offset :offset"))
                .params(filter.values(actor, of)).param("size", size).param("offset", offset).query((r, n) -> row(r, of)).list();
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    ComparedRow at(Actor actor, Reconciliation of, int number) {
        return jdbc.sql(ROWS.formatted(" and r.number = :number" + RowFilter.within(actor, of))).params(Map.of("id", of.id(), "number", number, "scope", actor.scopeCode()))
                .query((r, n) -> row(r, of)).optional().orElseThrow(() -> new OutOfReach("row " + number + " of reconciliation " + of.id()));
    }

    /** All rows of a filter, a portion at a time. */
    void each(Actor actor, Reconciliation of, RowFilter filter, Consumer<ComparedRow> to) {
        int last = 0;
        for (List<ComparedRow> portion; !(portion = after(actor, of, filter, last)).isEmpty(); last = portion.getLast().number()) portion.forEach(to);
    }

    List<ComparedRow> after(Actor actor, Reconciliation of, RowFilter filter, int last) {
        return jdbc.sql(ROWS.formatted(" and r.number > :last" + filter.condition() + RowFilter.within(actor, of) + " order by r.number limit 5000")).params(filter.values(actor, of)).param("last", last)
                .query((r, n) -> row(r, of)).list();
    }

    private ComparedRow row(ResultSet r, Reconciliation of) throws SQLException {
        Long record = (Long) r.getObject("record_id");
        return new ComparedRow(r.getInt("number"), r.getString("class"), (Integer) r.getObject("line"), record, record == null ? "" : reconciliations.record(reconciliations.kind(of.kind())).path(record),
                r.getString("unit"), r.getString("name"), r.getString("code"), texts(r.getArray("differing")), texts(r.getArray("taken")), (int) Math.round(r.getDouble("score") * 100),
                texts(r.getArray("reasons")).stream().map(RowTable::reason).toList(), r.getString("choice"), r.getString("chosen_by"), r.getString("outcome"), texts(r.getArray("applied")),
                said(r.getString("there")), said(r.getString("here")), faults(r.getString("faults")));
    }

    private static Likeness.Reason reason(String kept) {
        int at = kept.indexOf(':');
        return at < 0 ? new Likeness.Reason(kept, "") : new Likeness.Reason(kept.substring(0, at), kept.substring(at + 1));
    }

    private static Map<String, String> said(String json) {
        var said = new LinkedHashMap<String, String>();
        if (json != null) JSON.readTree(json).properties().forEach(e -> said.put(e.getKey(), e.getValue().asString()));
        return said;
    }

    private static List<ComparedRow.Fault> faults(String json) {
        var faults = new ArrayList<ComparedRow.Fault>();
        if (json == null) return faults;
        for (JsonNode fault : JSON.readTree(json)) {
            var values = new ArrayList<String>();
            fault.get(2).forEach(v -> values.add(v.isNull() ? "" : v.asString()));
            faults.add(new ComparedRow.Fault(Objects.toString(fault.get(0).asString(), ""), fault.get(1).asString(), values));
        }
        return faults;
    }

    static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
