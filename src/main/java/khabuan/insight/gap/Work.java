package khabuan.insight.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Gap;
import khabuan.base.place.Place;
import khabuan.base.record.Moments;
import khabuan.base.record.RecordKind;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Rolls;
import khabuan.insight.measure.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be done: the open records of a gap in a place today, with what has been agreed about them. */
@Component
class Work {

    /** Which of the open records: all, those overdue, those due soon, those of the person, those of nobody, those deferred. */
    enum Filter { ALL, OVERDUE, SOON, MINE, UNASSIGNED, DEFERRED }

    /** How many days before its day a record is due soon. */
    static final int SOON = 30;

    private static final String NAMED = """
            select r.id, r.title, coalesce(f.type || f.name_th || ' ' || d.name_th || ' ' || v.name_th, g.name_th, ''), (select count(*) from gap_comment m where m.gap = :gap and m.subject_id = r.id)
            from unnest(:records::bigint[], :units::text[]) o (id, unit) join (select id, %s as title from %s where id = any(:records)) r on r.id = o.id
            left join unit u on u.code = o.unit left join unit_form f on f.unit_code = u.code and f.until_date is null
            left join district d on d.code = u.district_code left join province v on v.code = d.province_code left join region g on g.code = o.unit""";

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Measures measures;
    private final Rolls rolls;
    private final Map<String, RecordKind> kinds;
    private final Clock clock;

    Work(JdbcClient jdbc, Moments moments, Measures measures, Rolls rolls, List<RecordKind> kinds, Clock clock) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.measures = measures;
        this.rolls = rolls;
        this.kinds = kinds.stream().collect(Collectors.toMap(RecordKind::kind, Function.identity()));
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** What has been agreed about a record. @param assignee an account; null for nobody */
    private record Agreed(Long assignee, String name, LocalDate deferredUntil, String because) {

        static final Agreed NOTHING = new Agreed(null, "", null, "");
    }

    /** A record that is open. @param ownDue the day by which it would be to be mended without a committee's extension */
    private record Open(long record, String unit, LocalDate since, LocalDate ownDue, LocalDate due, Agreed agreed) {

        static final Comparator<Open> SOONEST_FIRST = Comparator.comparing(Open::due).thenComparing(Open::record);

        boolean isDeferred(LocalDate today) {
            return agreed.deferredUntil != null && agreed.deferredUntil.isAfter(today);
        }

        boolean isOverdue(LocalDate today) {
            return due.isBefore(today) && !isDeferred(today);
        }

        boolean isSoon(LocalDate today) {
            return !due.isBefore(today) && !due.isAfter(today.plusDays(SOON)) && !isDeferred(today);
        }

        boolean isOf(Long account) {
            return account != null && account.equals(agreed.assignee);
        }

        boolean passes(Filter filter, Long me, LocalDate today) {
            return switch (filter) {
                case ALL -> true;
                case OVERDUE -> isOverdue(today);
                case SOON -> isSoon(today);
                case MINE -> isOf(me);
                case UNASSIGNED -> agreed.assignee == null && !isDeferred(today);
                case DEFERRED -> isDeferred(today);
            };
        }
    }

    /** @param me the account of who asks; null for nobody */
    Slice slice(Gap gap, Place within, Filter filter, Long me, int limit, long offset) {
        return slices(List.of(gap), within, filter, me, limit, offset).getFirst();
    }

    /** As {@link #slice}, of several gaps in one unmoving picture of the database. */
    List<Slice> slices(List<Gap> gaps, Place within, Filter filter, Long me, int limit, long offset) {
        var today = today();
        return moments.read(null, () -> {
            var open = open(gaps, within);
            return gaps.stream().map(gap -> slice(gap, open.get(gap), o -> o.passes(filter, me, today), me, limit, offset, today)).toList();
        });
    }

    /** As {@link #slice}, of the records that are called so. @param q a part of the record's or of its unit's name; "" for all */
    Slice slice(Gap gap, Place within, Filter filter, String q, Long me, int limit, long offset) {
        var today = today();
        return moments.read(null, () -> {
            var called = called(gap, q);
            return slice(gap, open(List.of(gap), within).get(gap), o -> o.passes(filter, me, today) && called.test(o), me, limit, offset, today);
        });
    }

    private Predicate<Open> called(Gap gap, String q) {
        if (q.isEmpty()) return o -> true;
        String part = "%" + q.replaceAll("[\\\\%_]", "\\\\$0") + "%";
        var records = Set.copyOf(jdbc.sql("select id from %s where %s ilike :q".formatted(kind(gap).table(), kind(gap).titleSql())).param("q", part).query(Long.class).list());
        var units = Set.copyOf(jdbc.sql("select unit_code from unit_form where until_date is null and type || name_th ilike :q union all select code from region where name_th ilike :q").param("q", part).query(String.class).list());
        return o -> records.contains(o.record) || units.contains(o.unit);
    }

    private Slice slice(Gap gap, List<Open> open, Predicate<Open> which, Long me, int limit, long offset, LocalDate today) {
        var chosen = open.stream().filter(which).toList();
        var page = chosen.stream().sorted(Open.SOONEST_FIRST).skip(offset).limit(limit).toList();
        return new Slice(gap, open.size(), count(open, o -> o.isOverdue(today)), count(open, o -> o.isSoon(today)), count(open, o -> o.isDeferred(today)), count(open, o -> o.isOf(me)), chosen.size(), items(gap, page, today));
    }

    private static long count(List<Open> open, Predicate<Open> which) {
        return open.stream().filter(which).count();
    }

    /** The records as items: those of them that the gap is open of. */
    List<Item> items(Gap gap, List<Long> records) {
        var wanted = Set.copyOf(records);
        return moments.read(null, () -> items(gap, open(gap).stream().filter(o -> wanted.contains(o.record)).sorted(Open.SOONEST_FIRST).toList(), today()));
    }

    private List<Item> items(Gap gap, List<Open> open, LocalDate today) {
        if (open.isEmpty()) return List.of();
        var kind = kind(gap);
        var named = new HashMap<Long, Item>();
        var byRecord = open.stream().collect(Collectors.toMap(Open::record, Function.identity(), (one, same) -> one));
        jdbc.sql(NAMED.formatted(kind.titleSql(), kind.table())).param("gap", gap.measure())
                .param("records", open.stream().map(Open::record).toArray(Long[]::new)).param("units", open.stream().map(Open::unit).toArray(String[]::new))
                .query(r -> { named.put(r.getLong(1), item(gap, kind, byRecord.get(r.getLong(1)), r, today)); });
        return open.stream().map(o -> named.get(o.record)).toList();
    }

    private static Item item(Gap gap, RecordKind kind, Open open, ResultSet r, LocalDate today) throws SQLException {
        return new Item(open.record, r.getString(2), kind.path(open.record), gap.path(open.record, open.unit), r.getString(3), open.unit, open.since, open.due, open.due.isAfter(open.ownDue) ? open.ownDue : null,
                open.agreed.name, open.isDeferred(today) ? open.agreed.deferredUntil : null, open.agreed.because, r.getInt(4));
    }

    private List<Open> open(Gap gap) {
        return open(List.of(gap), Place.COUNTRY).get(gap);
    }

    /** The open records of some gaps in a place, by gap. */
    private Map<Gap, List<Open>> open(List<Gap> gaps, Place within) {
        var codes = gaps.stream().map(Gap::measure).toArray(String[]::new);
        var extended = new HashMap<String, Map<Integer, LocalDate>>();
        jdbc.sql("select gap, fiscal_year, due_on from gap_deadline where gap = any(?)").param(codes)
                .query(r -> { extended.computeIfAbsent(r.getString(1), gap -> new HashMap<>()).put(r.getInt(2), r.getObject(3, LocalDate.class)); });
        var agreed = new HashMap<String, Map<Long, Agreed>>();
        jdbc.sql("select k.gap, k.subject_id, k.assignee_id, coalesce(a.full_name, ''), k.deferred_until, k.deferred_because from gap_case k left join account a on a.id = k.assignee_id where k.gap = any(?)").param(codes)
                .query(r -> { agreed.computeIfAbsent(r.getString(1), gap -> new HashMap<>())
                        .put(r.getLong(2), new Agreed(r.getObject(3, Long.class), r.getString(4), r.getObject(5, LocalDate.class), r.getString(6))); });
        var lines = rolls.of(List.of(codes), within, new Window(FiscalYear.of(today()).start(), today(), null));
        return gaps.stream().collect(Collectors.toMap(Function.identity(), gap -> lines.get(gap.measure()).stream()
                .map(line -> open(gap, line, extended.getOrDefault(gap.measure(), Map.of()), agreed.getOrDefault(gap.measure(), Map.of()))).toList()));
    }

    private static Open open(Gap gap, Rolls.Line line, Map<Integer, LocalDate> extended, Map<Long, Agreed> agreed) {
        var own = line.on().plusDays(gap.days());
        var moved = extended.isEmpty() ? null : extended.get(FiscalYear.of(own).year());
        return new Open(line.record(), line.unit(), line.on(), own, moved == null || moved.isBefore(own) ? own : moved, agreed.getOrDefault(line.record(), Agreed.NOTHING));
    }

    /** @param days the median of the days that the open records have waited
     *  @param overdue how many of them are overdue and not deferred */
    record Age(long days, long overdue) {}

    /** How long the open records of each gap have waited in some places; the gaps and places where nothing is open are absent. */
    Map<Gap, Map<Place, Age>> ages(List<Gap> gaps, List<Place> within) {
        var today = today();
        return moments.read(null, () -> {
            var ages = new HashMap<Gap, Map<Place, Age>>();
            for (var place : within)
                open(gaps, place).forEach((gap, open) -> {
                    if (!open.isEmpty()) ages.computeIfAbsent(gap, g -> new HashMap<>()).put(place, age(open, today));
                });
            return ages;
        });
    }

    private static Age age(List<Open> open, LocalDate today) {
        var since = open.stream().map(Open::since).sorted().toList();
        return new Age(ChronoUnit.DAYS.between(since.get((since.size() - 1) / 2), today), count(open, o -> o.isOverdue(today)));
    }

    /** The units in which records wait whose own day lies in a fiscal year. */
    List<String> unitsDueIn(Gap gap, int fiscalYear) {
        return open(gap).stream().filter(o -> FiscalYear.of(o.ownDue).year() == fiscalYear).map(Open::unit).distinct().toList();
    }

    /** What became overdue on a day or after, by unit and assignee. */
    List<Overdue.Late> late(Gap gap, LocalDate from) {
        var today = today();
        return byOwner(gap, o -> o.isOverdue(today) && !o.due.isBefore(from));
    }

    /** What came to be due soon after a day, by unit and assignee; nothing of a gap that leaves no more days than that. */
    List<Overdue.Late> soon(Gap gap, LocalDate after) {
        var today = today();
        return gap.days() <= SOON ? List.of() : byOwner(gap, o -> o.isSoon(today) && o.due.isAfter(after.plusDays(SOON)));
    }

    private List<Overdue.Late> byOwner(Gap gap, Predicate<Open> which) {
        var counts = new LinkedHashMap<List<Object>, Overdue.Late>();
        for (var o : open(gap))
            if (which.test(o))
                counts.merge(Arrays.asList(o.unit, o.agreed.assignee), new Overdue.Late(gap, o.unit, o.agreed.assignee, 1), (some, one) -> new Overdue.Late(gap, o.unit, o.agreed.assignee, some.records() + 1));
        return List.copyOf(counts.values());
    }

    private RecordKind kind(Gap gap) {
        return kinds.get(measures.get(gap.measure()).recordKind());
    }
}
