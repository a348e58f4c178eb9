package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lays two records out beside one another: their fields, what belongs to them, and what a merge would move. */
@Component
class PairSheet {

    private static final Set<String> BOOKKEEPING = Set.of("id", "version", "recorded_at", "change_id", "merged_into");
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;
    private final Pairs pairs;
    private final Compared compared;
    private final Merging merging;
    private final Foresight foresight;
    private final Places places;

    PairSheet(JdbcClient jdbc, Pairs pairs, Compared compared, Merging merging, Foresight foresight, Places places) {
        this.jdbc = jdbc;
        this.pairs = pairs;
        this.compared = compared;
        this.merging = merging;
        this.foresight = foresight;
        this.places = places;
    }

    /** @param chosen the survivor that was just chosen; null for the proposed one, or the older
     *  @param ticked the fields that were just chosen to be taken; null for the proposed ones */
    PairPage lay(Actor actor, long id, Long chosen, List<String> ticked, Faults faults) {
        var pair = pairs.at(actor, id);
        var kind = compared.kind(pair.kind());
        boolean among = chosen != null && (chosen == pair.firstId() || chosen == pair.secondId());
        long survivor = among ? chosen : pair.survivorId() == null ? older(kind, pair) : pair.survivorId();
        var taken = ticked == null ? pair.taken() : ticked;
        boolean standing = compared.of(kind, pair.firstId(), pair.secondId()).size() == 2;
        var moved = standing && pair.state() != Pair.State.MERGED ? foresight.of(kind, pair, survivor, taken.stream().filter(kind.chosen()::contains).toList(), pairs.today()) : List.<MovedFigure>of();
        return new PairPage(pair, one(kind, pair.firstId()), one(kind, pair.secondId()), survivor, lines(kind, pair, taken), merging.children(kind, pair.firstId(), pair.secondId(), survivor), moved, pairs.undone(pair), merging.moves(kind, pair), standing,
                rights(actor, pair), compared.table(kind), kind.told().correctable(), faults);
    }

    /** Who decided and who may still. */
    private static PairPage.Rights rights(Actor actor, Pair pair) {
        boolean decides = actor.accountId() != null && actor.may(Right.RECORD) && (actor.may(Right.CERTIFY) || actor.may(Right.CENTRE));
        return new PairPage.Rights(decides, actor.may(Right.CENTRE), actor.may(Right.CENTRE) && !Objects.equals(actor.accountId(), pair.proposerId()));
    }

    /** The one that was registered first, of the smaller number when both were on one day. */
    private long older(DuplicateKind kind, Pair pair) {
        return jdbc.sql("select r.id from %s r where r.id in (:first, :second) order by %s, r.id limit 1".formatted(compared.table(kind), kind.told().day()))
                .param("first", pair.firstId()).param("second", pair.secondId()).query(Long.class).single();
    }

    private PairPage.One one(DuplicateKind kind, long id) {
        return jdbc.sql("select %s, %s, r.unit_code from %s r where r.id = :id".formatted(kind.told().name(), kind.told().code(), compared.table(kind))).param("id", id)
                .query((r, n) -> new PairPage.One(id, kind.told().shown().apply(r.getString(1)), r.getString(2), title(r.getString(3)), compared.record(kind).path(id))).single();
    }

    private String title(String unitCode) {
        return places.find(Level.UNIT, unitCode).map(Place::title).orElse(unitCode);
    }

    private List<PairPage.Line> lines(DuplicateKind kind, Pair pair, List<String> taken) {
        var first = row(kind, pair.firstId());
        var second = row(kind, pair.secondId());
        var lines = new ArrayList<PairPage.Line>();
        first.forEach((column, value) -> {
            if (value.isEmpty() && second.get(column).isEmpty()) return;
            boolean differs = !value.equals(second.get(column));
            lines.add(new PairPage.Line(column, told(kind, column, value), told(kind, column, second.get(column)), differs, differs && kind.chosen().contains(column), taken.contains(column)));
        });
        return lines;
    }

    private String told(DuplicateKind kind, String column, String value) {
        if (value.isEmpty()) return "";
        if (column.equals(kind.told().nameColumn())) return kind.told().shown().apply(value);
        if (column.equals("unit_code")) return title(value);
        return column.endsWith("_id") ? compared.name(column.substring(0, column.length() - 3), value) : value;
    }

    private Map<String, String> row(DuplicateKind kind, long id) {
        var row = new TreeMap<String, String>();
        var json = jdbc.sql("select to_jsonb(t)::text from %s t where id = :id".formatted(compared.table(kind))).param("id", id).query(String.class).single();
        JSON.readTree(json).properties().forEach(e -> {
            if (!BOOKKEEPING.contains(e.getKey()) && !kind.settled().containsKey(e.getKey())) row.put(e.getKey(), e.getValue().isNull() ? "" : e.getValue().asString());
        });
        return row;
    }
}
