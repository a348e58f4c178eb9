package khabuan.base.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.reconciliation.ReconciliationPages.Fields;
import khabuan.base.record.Changes;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lays the pages out. Names of persons that it shows stand in the log of readings. */
@Component
class ReconciliationSheet {

    static final int SIZE = 25;
    private static final int NEWEST = 50;
    private static final JsonMapper JSON = new JsonMapper();
    private final Reconciliations reconciliations;
    private final RowTable table;
    private final ReconciliationDesk desk;
    private final Places places;
    private final Reach reach;
    private final JdbcClient jdbc;
    private final Changes changes;

    ReconciliationSheet(Reconciliations reconciliations, RowTable table, ReconciliationDesk desk, Places places, Reach reach, JdbcClient jdbc, Changes changes) {
        this.reconciliations = reconciliations;
        this.table = table;
        this.desk = desk;
        this.places = places;
        this.reach = reach;
        this.jdbc = jdbc;
        this.changes = changes;
    }

    ReconciliationPages.Start start(Actor actor, Words words, ReconciliationPages.Typed typed, Faults faults) {
        var kinds = reconciliations.openTo(actor).stream().map(k -> new Choice(k.word(), words.t("intake.kind." + k.word()))).toList();
        return new ReconciliationPages.Start(kinds, areas(actor, words), typed, faults, reconciliations.newest(actor, NEWEST));
    }

    /** What an extract may cover: the units that it names, or a place within the actor's scope. */
    List<Choice> areas(Actor actor, Words words) {
        var areas = new ArrayList<Choice>();
        areas.add(new Choice("", words.t("reconciliation.area.named")));
        areas.addAll(places(actor));
        return areas;
    }

    /** The actor's scope, and the regions and provinces within it. */
    private List<Choice> places(Actor actor) {
        var tree = places.tree();
        var scope = reach.of(actor);
        var within = Stream.concat(tree.at(Level.REGION).stream(), tree.at(Level.PROVINCE).stream()).filter(p -> !p.equals(scope) && tree.contains(scope, p));
        return Stream.concat(Stream.of(scope), within).map(p -> new Choice(p.key(), p.title())).toList();
    }

    /** What is shown first: the first class of rows that waits for a choice. */
    private static RowFilter first(Tally tally) {
        return RowFilter.CLASSES.stream().filter(word -> !List.of("faulty", "same").contains(word) && tally.undecided(word) > 0).findFirst()
                .map(word -> RowFilter.read(Map.of("of", word, "state", "undecided"))).orElse(RowFilter.read(Map.of()));
    }

    /** @param asked null for what is shown first */
    ReconciliationPages.One one(Actor actor, Reconciliation found, RowFilter asked, int page, Words words, Faults faults) {
        var comparing = desk.comparing(actor, found);
        var of = found.isCompared() ? found : reconciliations.at(actor, found.id());
        var tally = table.tally(actor, of);
        var filter = asked == null ? first(tally) : asked;
        var pager = new Pager(page, SIZE, of.isCompared() ? table.count(actor, of, filter) : 0, of.path() + filter.query());
        var rows = of.isCompared() ? table.page(actor, of, filter, SIZE, pager.offset()) : List.<ComparedRow>of();
        var applying = desk.applying(actor, of);
        var undoing = desk.undoing(actor, of);
        read(actor, of, rows);
        return new ReconciliationPages.One(of, tally, filter, rows, pager, fields(of, words, rows), area(of, words), places(actor), comparing, applying, desk.applied(applying), desk.applications(actor, of), undoing, desk.undone(undoing), mayFetch(actor, of), faults);
    }

    /** The file holds all that its maker could see. */
    static boolean mayFetch(Actor actor, Reconciliation of) {
        return actor.scopeLevel().equals("country") || actor.scopeLevel().equals(of.scopeLevel()) && actor.scopeCode().equals(of.scopeCode());
    }

    private String area(Reconciliation of, Words words) {
        if (of.area().isEmpty()) return words.t("reconciliation.area.named");
        return places.ofKey(of.area(), null).title();
    }

    /** Names of persons are personal data. */
    void read(Actor actor, Reconciliation of, List<ComparedRow> rows) {
        if (!rows.isEmpty() && reconciliations.kind(of.kind()).personal()) changes.read(actor.author(), "reconciliation.read", "", "reconciliation", of.id());
    }

    ReconciliationPages.RowPage row(Actor actor, Reconciliation of, int number, Words words) {
        var row = table.at(actor, of, number);
        read(actor, of, List.of(row));
        return new ReconciliationPages.RowPage(of, row, fields(of, words, List.of(row)), row.recordId() == null ? Map.of() : now(of, row.recordId()));
    }

    /** What stands here now. */
    private Map<String, String> now(Reconciliation of, long record) {
        var standing = reconciliations.kind(of.kind()).standing();
        var pairs = standing.values().entrySet().stream().map(e -> "'" + e.getKey() + "', " + e.getValue()).toList();
        var now = new LinkedHashMap<String, String>();
        jdbc.sql("select jsonb_strip_nulls(jsonb_build_object(%s))::text from %s where t.id = :id".formatted(String.join(", ", pairs), standing.from())).param("id", record).query(String.class).optional()
                .ifPresent(json -> JSON.readTree(json).properties().forEach(e -> now.put(e.getKey(), e.getValue().asString())));
        return now;
    }

    Fields fields(Reconciliation of, Words words, List<ComparedRow> rows) {
        var codes = rows.stream().flatMap(r -> Stream.of(r.there("unit"), r.here("unit"))).distinct().toArray(String[]::new);
        var units = new HashMap<String, String>();
        jdbc.sql("select code, title || ' ' || district || ' ' || province from unit_now where code = any(:codes)").param("codes", codes).query(r -> { units.put(r.getString(1), r.getString(2)); });
        return new Fields(reconciliations.kind(of.kind()), words, units);
    }
}
