package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the records of each kind as they are compared: those that stand, neither ended nor merged. */
@Component
class Compared {

    private static final String STANDING = """
            select r.id, r.unit_code, f.type, f.name_th, u.district_code, %s, %s as sort, %s, %s, %s as people
            from %s r join unit u on u.code = r.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null
            where r.merged_into is null and %s and %s""";
    /** Beyond so many records, what else is known is read of all. */
    private static final int FEW = 20_000;

    private final JdbcClient jdbc;
    private final Map<String, DuplicateKind> kinds = new LinkedHashMap<>();
    private final Map<String, RecordKind> records = new LinkedHashMap<>();
    private final List<Trait> traits;

    Compared(JdbcClient jdbc, List<DuplicateKind> kinds, List<RecordKind> records, List<Trait> traits) {
        this.jdbc = jdbc;
        this.traits = traits;
        kinds.stream().sorted(Comparator.comparing(DuplicateKind::kind)).forEach(k -> this.kinds.put(k.kind(), k));
        records.forEach(r -> this.records.put(r.kind(), r));
        kinds.stream().filter(k -> k.told().record() != null).forEach(k -> this.records.put(k.kind(), k.told().record()));
    }

    List<DuplicateKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Those that a person may see. */
    List<DuplicateKind> kinds(Actor actor) {
        return kinds.values().stream().filter(k -> k.isFor(actor)).toList();
    }

    /** @throws NoSuchElementException when no room declared it */
    DuplicateKind kind(String word) {
        var kind = kinds.get(word);
        if (kind == null) throw new NoSuchElementException("No duplicates are looked for among " + word + ".");
        return kind;
    }

    RecordKind record(DuplicateKind kind) {
        return records.get(kind.kind());
    }

    /** What people call the record of a kind and number that a column names; the number where there is no such record. */
    String name(String kind, String id) {
        var record = records.get(kind);
        if (record == null || !id.matches("\\d+")) return id;
        return jdbc.sql("select %s from %s where id = :id".formatted(record.titleSql(), record.table())).param("id", Long.valueOf(id)).query(String.class).optional().orElse(id);
    }

    /** A record's name and code, as all may read them. */
    String shown(DuplicateKind kind, long id) {
        return jdbc.sql("select %s, %s from %s r where r.id = :id".formatted(kind.told().name(), kind.told().code(), table(kind))).param("id", id)
                .query((r, n) -> kind.told().shown().apply(r.getString(1)) + " (" + r.getString(2) + ")").single();
    }

    String table(DuplicateKind kind) {
        return record(kind).table();
    }

    /** Whether there is anything to compare. */
    boolean isAny() {
        return kinds.values().stream().anyMatch(kind -> jdbc.sql("select exists (select from " + table(kind) + ")").query(Boolean.class).single());
    }

    /** All of the country. */
    List<Entry> all(DuplicateKind kind) {
        return query(kind, "true", Map.of());
    }

    /** The provinces in which there is any unit. */
    List<String> provinces() {
        return jdbc.sql("select distinct d.province_code from district d where exists (select from unit u where u.district_code = d.code) order by 1").query(String.class).list();
    }

    List<Entry> ofProvince(DuplicateKind kind, String province) {
        return query(kind, "u.district_code in (select d.code from district d where d.province_code = :province)", Map.of("province", province));
    }

    /** Those anywhere who share what is telling with another. */
    List<Entry> sharing(DuplicateKind kind) {
        var shared = traits.stream().filter(t -> t.kind().equals(kind.kind()) && t.isTelling())
                .map(t -> "select t.id from (%1$s) t where t.value in (select t.value from (%1$s) t group by 1 having count(distinct t.id) > 1)".formatted(t.sql())).toList();
        return shared.isEmpty() ? List.of() : query(kind, "r.id in (" + String.join(" union ", shared) + ")", Map.of());
    }

    /** Those of some districts. */
    List<Entry> within(DuplicateKind kind, Set<String> districts) {
        return query(kind, "u.district_code = any(:districts)", Map.of("districts", districts.toArray(String[]::new)));
    }

    /** Those of a unit's district: the unit and its neighbours. */
    List<Entry> around(DuplicateKind kind, String unitCode) {
        return query(kind, "u.district_code = (select district_code from unit where code = :unit)", Map.of("unit", unitCode));
    }

    /** Those of some numbers that stand. */
    List<Entry> of(DuplicateKind kind, long first, long second) {
        return query(kind, "r.id in (:first, :second)", Map.of("first", first, "second", second)).stream().sorted(Comparator.comparing(Entry::id)).toList();
    }

    private List<Entry> query(DuplicateKind kind, String condition, Map<String, ?> parameters) {
        var told = kind.told();
        var entries = jdbc.sql(STANDING.formatted(told.name(), kind.sortSql(), told.code(), told.day(), kind.peopleSql(), table(kind), told.standing(), condition)).params(parameters)
                .query((r, n) -> new Entry(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7), r.getString(8),
                        r.getObject(9, LocalDate.class), (Integer) r.getObject(10))).list();
        return withTraits(kind, entries);
    }

    private List<Entry> withTraits(DuplicateKind kind, List<Entry> entries) {
        if (entries.isEmpty() || traits.stream().noneMatch(t -> t.kind().equals(kind.kind()))) return entries;
        var held = new HashMap<Long, List<Trait.Held>>();
        var ids = entries.size() > FEW ? null : entries.stream().map(Entry::id).toArray(Long[]::new);
        for (var trait : traits) if (trait.kind().equals(kind.kind())) read(trait, ids, held);
        return entries.stream().map(e -> held.containsKey(e.id()) ? e.with(held.get(e.id())) : e).toList();
    }

    /** @param ids null for all */
    private void read(Trait trait, Long[] ids, Map<Long, List<Trait.Held>> held) {
        var asked = jdbc.sql("select t.id, t.value, t.from_date, t.until_date from (" + trait.sql() + ") t" + (ids == null ? "" : " where t.id = any(:ids)"));
        (ids == null ? asked : asked.param("ids", ids)).query(r -> {
            held.computeIfAbsent(r.getLong(1), id -> new ArrayList<>(2)).add(new Trait.Held(trait, r.getString(2), r.getObject(3, LocalDate.class), r.getObject(4, LocalDate.class)));
        });
    }

    /** Where a record stands that is still being written; null when there is no such unit. */
    Entry written(DuplicateKind kind, long id, String unitCode, String name, String sort, LocalDate registeredOn, Integer people) {
        var held = new HashMap<Long, List<Trait.Held>>();
        if (id > 0) for (var trait : traits) if (trait.kind().equals(kind.kind())) read(trait, new Long[] {id}, held);
        return jdbc.sql("select f.type, f.name_th, u.district_code from unit u join unit_form f on f.unit_code = u.code and f.until_date is null where u.code = :unit").param("unit", unitCode)
                .query((r, n) -> new Entry(id, unitCode, r.getString(1), r.getString(2), r.getString(3), name, sort, "", registeredOn, people, held.getOrDefault(id, List.of()))).optional().orElse(null);
    }
}
