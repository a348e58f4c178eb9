package khabuan.insight.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Gap;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Moments;
import khabuan.base.record.RecordKind;
import khabuan.insight.measure.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be done: the open records of a gap in a place today, with what has been agreed about them. */
@Component
class Work {

    /** Which of the open records: all, those overdue, those of the person, those of nobody, those deferred. */
    enum Filter {
        ALL("true"), OVERDUE("due < :today and not deferred"), MINE("assignee_id = :me"), UNASSIGNED("assignee_id is null and not deferred"), DEFERRED("deferred");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }
    }

    private static final String OPEN = """
            with fact as (%s), open as materialized (
              select f.record_id, f.unit_code, f.on_date, f.on_date + :days as own_due, greatest(f.on_date + :days, d.due_on) as due,
                     k.assignee_id, k.deferred_until, k.deferred_because, coalesce(k.deferred_until > :today, false) as deferred
              from fact f
              left join gap_deadline d on d.gap = :gap and d.fiscal_year = fiscal_year(f.on_date + :days)
              left join gap_case k on k.gap = :gap and k.subject_id = f.record_id
              where %s %s)
            """;
    private static final String CHOSEN = """
            , counts as (select count(*), count(*) filter (where due < :today and not deferred), count(*) filter (where deferred), count(*) filter (where assignee_id = :me),
                                count(*) filter (where %1$s) from open),
            chosen as (select * from open where %1$s order by due, record_id limit :limit offset :offset)
            select n.*, c.* from counts n (all_open, all_overdue, all_deferred, mine, all_chosen) left join chosen c on true order by c.due, c.record_id""";
    private static final String NAMED = """
            select r.title, f.type || f.name_th || ' ' || d.name_th || ' ' || v.name_th, coalesce((select full_name from account a where a.id = :assignee), ''),
                   (select count(*) from gap_comment m where m.gap = :gap and m.subject_id = :record)
            from (select %s as title from %s where id = :record) r
            join unit u on u.code = :unit join unit_form f on f.unit_code = u.code and f.until_date is null
            join district d on d.code = u.district_code join province v on v.code = d.province_code""";
    /** A place of more units than this is read whole, and joined at once. */
    private static final int FEW_UNITS = 400;

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Measures measures;
    private final Places places;
    private final Map<String, RecordKind> kinds;
    private final Clock clock;

    Work(JdbcClient jdbc, Moments moments, Measures measures, Places places, List<RecordKind> kinds, Clock clock) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.measures = measures;
        this.places = places;
        this.kinds = kinds.stream().collect(Collectors.toMap(RecordKind::kind, Function.identity()));
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ThaiDate.ZONE));
    }

    private record Row(long record, String unit, LocalDate since, LocalDate ownDue, LocalDate due, Long assignee, LocalDate deferredUntil, String deferredBecause, boolean deferred) {}

    /** @param me the account of who asks; null for nobody */
    Slice slice(Gap gap, Place within, Filter filter, Long me, int limit, long offset) {
        return slice(gap, within.level() == Level.COUNTRY ? null : unitsIn(within), filter.condition, Map.of("me", me == null ? -1 : me, "limit", limit, "offset", offset));
    }

    /** The records as items: those of them that the gap is open of. */
    List<Item> items(Gap gap, List<Long> records) {
        var units = jdbc.sql("select unnest(history.units_of(:table, :ids))").param("table", kind(gap).table()).param("ids", records.toArray(Long[]::new)).query(String.class).list();
        return slice(gap, units, "record_id = any(:records)", Map.of("me", -1, "limit", records.size(), "offset", 0, "records", records.toArray(Long[]::new))).items();
    }

    /** @param units null for the whole country */
    private Slice slice(Gap gap, List<String> units, String condition, Map<String, Object> more) {
        return moments.read(null, () -> {
            var counts = new long[5];
            var rows = new ArrayList<Row>();
            open(gap, units, CHOSEN.formatted(condition), more).query(r -> {
                for (int i = 0; i < counts.length; i++) counts[i] = r.getLong(i + 1);
                if (r.getString("unit_code") != null) rows.add(row(r));
            });
            return new Slice(gap, counts[0], counts[1], counts[2], counts[3], counts[4], rows.stream().map(row -> item(gap, row)).toList());
        });
    }

    private JdbcClient.StatementSpec open(Gap gap, List<String> units, String then, Map<String, Object> more) {
        var measure = measures.get(gap.measure());
        boolean few = units != null && units.size() <= FEW_UNITS;
        if (!few) jdbc.sql("select set_config('enable_nestloop', 'off', true)").query().listOfRows();
        var parameters = new HashMap<>(more);
        var today = today();
        parameters.put("gap", gap.measure());
        parameters.put("days", gap.days());
        parameters.put("today", today);
        parameters.put("from0", FiscalYear.of(today).start());
        parameters.put("to0", today);
        if (units != null) parameters.put("units", units.toArray(String[]::new));
        return jdbc.sql(OPEN.formatted(few ? measure.sqlOfUnits() : measure.sql(), measure.counts(0), units == null || few ? "" : "and f.unit_code in (select unnest(:units::text[]))") + then).params(parameters);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(r.getLong("record_id"), r.getString("unit_code"), r.getObject("on_date", LocalDate.class), r.getObject("own_due", LocalDate.class), r.getObject("due", LocalDate.class),
                r.getObject("assignee_id", Long.class), r.getObject("deferred_until", LocalDate.class), r.getString("deferred_because"), r.getBoolean("deferred"));
    }

    private Item item(Gap gap, Row row) {
        var kind = kind(gap);
        return jdbc.sql(NAMED.formatted(kind.titleSql(), kind.table())).param("assignee", row.assignee).param("gap", gap.measure()).param("record", row.record).param("unit", row.unit)
                .query((r, n) -> new Item(row.record, r.getString(1), kind.path(row.record), gap.path(row.record, row.unit), r.getString(2), row.unit, row.since, row.due,
                        row.due.isAfter(row.ownDue) ? row.ownDue : null, r.getString(3), row.deferred ? row.deferredUntil : null, row.deferredBecause == null ? "" : row.deferredBecause, r.getInt(4)))
                .single();
    }

    /** @param days the median of the days that the open records have waited
     *  @param overdue how many of them are overdue and not deferred */
    record Age(long days, long overdue) {}

    /** How long the open records of the country have waited, by region; "" for all. */
    Map<String, Age> ages(Gap gap) {
        return moments.read(null, () -> {
            var ages = new HashMap<String, Age>();
            open(gap, null, """
                    select coalesce(p.region_code, ''), (:today::date - percentile_disc(0.5) within group (order by o.on_date)), count(*) filter (where o.due < :today and not o.deferred)
                    from open o join unit u on u.code = o.unit_code join district d on d.code = u.district_code
                    join province_region p on p.province_code = d.province_code and p.until_date is null
                    group by rollup (p.region_code)""", Map.of()).query(r -> { ages.put(r.getString(1), new Age(r.getLong(2), r.getLong(3))); });
            return ages;
        });
    }

    /** The units in which records wait whose own day lies in a fiscal year. */
    List<String> unitsDueIn(Gap gap, int fiscalYear) {
        return moments.read(null, () -> open(gap, null, "select distinct unit_code from open where fiscal_year(own_due) = :year", Map.of("year", fiscalYear)).query(String.class).list());
    }

    /** What became overdue on a day or after, by unit and assignee. */
    List<Overdue.Late> late(Gap gap, LocalDate from) {
        return moments.read(null, () -> open(gap, null, """
                select unit_code, assignee_id, count(*) from open where due < :today and due >= :from and not deferred group by unit_code, assignee_id""", Map.of("from", from))
                .query((r, n) -> new Overdue.Late(gap, r.getString(1), r.getObject(2, Long.class), r.getLong(3))).list());
    }

    private RecordKind kind(Gap gap) {
        return kinds.get(measures.get(gap.measure()).recordKind());
    }

    private List<String> unitsIn(Place place) {
        return places.tree().units(place).stream().map(Place::code).toList();
    }
}
