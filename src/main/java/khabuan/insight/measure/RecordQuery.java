package khabuan.insight.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.place.Level;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records behind a figure: those that its query counts, by name and place. */
@Component
class RecordQuery {

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Map<String, RecordKind> kinds;

    RecordQuery(JdbcClient jdbc, Moments moments, List<RecordKind> kinds) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.kinds = kinds.stream().collect(Collectors.toMap(RecordKind::kind, Function.identity()));
    }

    /** The records of a question's only window, in the order of their units; a page of them.
     *  @param clazz only those of this class; "" for all */
    List<Counted> list(Measure measure, Question question, String clazz, int limit, long offset) {
        var parameters = parameters(question, clazz);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        var kind = kinds.get(measure.recordKind());
        var sql = """
                with fact as (%s), b as (select * from fact where %s and (:class = '' or class = :class)),
                page as (select b.* from b %s order by b.unit_code, b.record_id limit :limit offset :offset)
                select p.record_id, r.title, coalesce(f.type || f.name_th || ' ' || d.name_th || ' ' || v.name_th, o.name_th), p.on_date, p.class, %s
                from page p join (select id, %s as title from %s) r on r.id = p.record_id
                left join unit u on u.code = p.unit_code left join unit_form f on f.unit_code = u.code and f.until_date is null
                left join district d on d.code = u.district_code left join province v on v.code = d.province_code left join region o on o.code = p.unit_code
                order by p.unit_code, p.record_id"""
                .formatted(measure.sql(), measure.counts(0), joins(question, parameters), measure.summed() ? "p.value" : "null::bigint", kind.titleSql(), kind.table());
        return moments.read(question.windows().getFirst().knownAt(), () -> jdbc.sql(sql).params(parameters)
                .query((r, n) -> new Counted(r.getLong(1), r.getString(2), kind.path(r.getLong(1)), r.getString(3), r.getObject(4, LocalDate.class), r.getString(5), r.getObject(6, Long.class)))
                .list());
    }

    /** How many records {@link #list} would give without its page. */
    long count(Measure measure, Question question, String clazz) {
        var parameters = parameters(question, clazz);
        var sql = "with fact as (%s), b as (select * from fact where %s and (:class = '' or class = :class)) select count(*) from b %s"
                .formatted(measure.sql(), measure.counts(0), joins(question, parameters));
        return moments.read(question.windows().getFirst().knownAt(), () -> jdbc.sql(sql).params(parameters).query(Long.class).single());
    }

    /** All records of a question's only window, and where each of them counts: once, or as often as it has classes.
     *  @param units the records of these only; null for all */
    Map<Long, List<Standing>> standings(Measure measure, Question question, String clazz, Set<String> units) {
        var parameters = parameters(question, clazz);
        if (units != null) parameters.put("units", units.toArray(String[]::new));
        var sql = "with fact as (%s), b as (select * from fact where %s and (:class = '' or class = :class)) select b.record_id, b.unit_code, coalesce(b.class, ''), %s from b %s order by 2, 3, 4"
                .formatted(units == null ? measure.sql() : measure.sqlOfUnits(), measure.counts(0), value(measure), joins(question, parameters));
        return moments.read(question.windows().getFirst().knownAt(), () -> {
            var standings = new HashMap<Long, List<Standing>>();
            var known = new HashMap<Standing, List<Standing>>();
            jdbc.sql(sql).params(parameters).query(r -> {
                var standing = new Standing(r.getString(2), r.getString(3), r.getLong(4));
                standings.merge(r.getLong(1), known.computeIfAbsent(standing, List::of), (all, one) -> Stream.concat(all.stream(), one.stream()).toList());
            });
            return standings;
        });
    }

    /** What a measure tells of a record. @param now whether it counts in the question's window
     *  @param otherwise whether it counts in the other days */
    record Fact(long id, Standing standing, LocalDate on, LocalDate until, boolean now, boolean otherwise) {}

    /** All that a measure tells of some records, as it was known at the question's moment.
     *  @param other the days of another window */
    List<Fact> facts(Measure measure, Question question, String clazz, Collection<Long> ids, Window other) {
        var parameters = parameters(question, clazz);
        parameters.putAll(Map.of("ids", ids.toArray(Long[]::new), "from1", other.from(), "to1", other.to()));
        var sql = """
                with fact as (%s), b as (select *, (%s) as now, (%s) as otherwise from fact where record_id = any(:ids) and (:class = '' or class = :class))
                select b.record_id, b.unit_code, coalesce(b.class, ''), b.on_date, b.until_date, b.now, b.otherwise, %s from b %s order by 2, 3, 8"""
                .formatted(measure.sql(), measure.counts(0), measure.counts(1), value(measure), joins(question, parameters));
        return moments.read(question.windows().getFirst().knownAt(), () -> jdbc.sql(sql).params(parameters)
                .query((r, n) -> new Fact(r.getLong(1), new Standing(r.getString(2), r.getString(3), r.getLong(8)), r.getObject(4, LocalDate.class), r.getObject(5, LocalDate.class),
                        r.getBoolean(6), r.getBoolean(7))).list());
    }

    /** What a row of "b" adds. */
    private static String value(Measure measure) {
        return measure.summed() ? "coalesce(b.value, 0)" : "1::bigint";
    }

    RecordKind kind(Measure measure) {
        return kinds.get(measure.recordKind());
    }

    private static HashMap<String, Object> parameters(Question question, String clazz) {
        var parameters = new HashMap<String, Object>();
        parameters.put("from0", question.windows().getFirst().from());
        parameters.put("to0", question.windows().getFirst().to());
        parameters.put("class", clazz);
        return parameters;
    }

    /** The joins up from by_unit b as far as the question needs them, with the condition that a record lies within its place. */
    private static String joins(Question question, Map<String, Object> parameters) {
        var within = question.within();
        if (within.level() != Level.COUNTRY) parameters.put("within", within.code());
        String condition = switch (within.level()) {
            case COUNTRY -> "";
            case REGION -> " where b.unit_code = :within or exists (select from province_region pr where pr.province_code = d.province_code and pr.region_code = :within"
                    + " and pr.from_date <= :regionDay and (pr.until_date is null or pr.until_date > :regionDay))";
            case PROVINCE -> " where d.province_code = :within";
            case DISTRICT -> " where u.district_code = :within";
            case UNIT -> " where b.unit_code = :within";
        };
        if (within.level() == Level.REGION) parameters.put("regionDay", question.windows().getLast().to());
        boolean district = question.by() == Level.REGION || question.by() == Level.PROVINCE
                || within.level() == Level.REGION || within.level() == Level.PROVINCE;
        boolean unit = district || question.by() == Level.DISTRICT || within.level() == Level.DISTRICT;
        return (unit ? "left join unit u on u.code = b.unit_code" : "") + (district ? " left join district d on d.code = u.district_code" : "") + condition;
    }
}
