package khabuan.insight.measure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one shape of query by which every figure is counted: the measure's records, by unit, then by the place above. */
@Component
class FigureQuery {

    private static final Set<String> PLACES = Set.of("unit", "district", "province_region");
    private final JdbcClient jdbc;
    private final Places places;

    FigureQuery(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    Set<String> tablesOf(Measure measure) {
        var tables = new HashSet<>(measure.tables());
        tables.addAll(PLACES);
        return tables;
    }

    /** Adds the figures of those windows of a question that share their moment of knowledge, which the transaction is at. */
    void add(Measure measure, Question question, List<Integer> windows, Map<Answer.Key, long[]> cells) {
        var figures = new StringBuilder();
        var sums = new StringBuilder();
        var parameters = new HashMap<String, Object>();
        for (int w : windows) {
            var window = question.windows().get(w);
            figures.append(", ").append(measure.summed() ? "coalesce(sum(value)" : "count(*)")
                    .append(" filter (where ").append(counts(measure, w)).append(")").append(measure.summed() ? ", 0)" : "").append(" as f").append(w);
            sums.append(", sum(f").append(w).append(")::bigint");
            parameters.put("from" + w, window.from());
            parameters.put("to" + w, window.to());
        }
        var sql = """
                with fact as (%s),
                by_unit as (select unit_code, %s as class%s from fact group by unit_code, 2)
                select %s, b.class%s from by_unit b %s group by 1, 2"""
                .formatted(measure.sql(), question.byClass() ? "coalesce(class, '')" : "''::text", figures,
                        placeColumn(question.by()), sums, joins(question, parameters));
        var regions = question.by() == Level.REGION ? regionsAt(question, windows) : Map.<Integer, Map<String, String>>of();
        if (question.within().level().ordinal() <= Level.REGION.ordinal()) joinAtOnce();
        var query = jdbc.sql(sql).params(parameters);
        query.query(row -> {
            for (int i = 0; i < windows.size(); i++) {
                long figure = row.getLong(3 + i);
                if (figure == 0) continue;
                int w = windows.get(i);
                String place = row.getString(1);
                if (question.by() == Level.REGION) place = regions.get(w).get(place);
                if (place == null) continue;
                cells.computeIfAbsent(new Answer.Key(place, row.getString(2)), k -> new long[question.windows().size()])[w] += figure;
            }
        });
    }

    /** A measure of the country reads its tables whole; the planner can't guess how many records meet a rule of several, and would loop over a table for each. */
    private void joinAtOnce() {
        jdbc.sql("select set_config('enable_nestloop', 'off', true)").query().listOfRows();
    }

    /** The condition under which a record counts in window w. */
    static String counts(Measure measure, int w) {
        return measure.period() == Measure.Period.STOCK
                ? "on_date <= :to%1$d and (until_date is null or until_date > :to%1$d)".formatted(w)
                : "on_date between :from%1$d and :to%1$d and (until_date is null or until_date > :to%1$d)".formatted(w);
    }

    private static String placeColumn(Level by) {
        return switch (by) {
            case COUNTRY -> "'TH'";
            case REGION, PROVINCE -> "d.province_code";
            case DISTRICT -> "u.district_code";
            case UNIT -> "b.unit_code";
        };
    }

    /** The joins up from by_unit b as far as the question needs them, with the condition that a record lies within its place. */
    static String joins(Question question, Map<String, Object> parameters) {
        var within = question.within();
        if (within.level() != Level.COUNTRY) parameters.put("within", within.code());
        String condition = switch (within.level()) {
            case COUNTRY -> "";
            case REGION -> " where exists (select from province_region pr where pr.province_code = d.province_code and pr.region_code = :within"
                    + " and pr.from_date <= :regionDay and (pr.until_date is null or pr.until_date > :regionDay))";
            case PROVINCE -> " where d.province_code = :within";
            case DISTRICT -> " where u.district_code = :within";
            case UNIT -> " where b.unit_code = :within";
        };
        if (within.level() == Level.REGION) parameters.put("regionDay", question.windows().getLast().to());
        boolean district = question.by() == Level.REGION || question.by() == Level.PROVINCE
                || within.level() == Level.REGION || within.level() == Level.PROVINCE;
        boolean unit = district || question.by() == Level.DISTRICT || within.level() == Level.DISTRICT;
        return (unit ? "join unit u on u.code = b.unit_code" : "") + (district ? " join district d on d.code = u.district_code" : "") + condition;
    }

    private Map<Integer, Map<String, String>> regionsAt(Question question, List<Integer> windows) {
        var byDay = new HashMap<LocalDate, Map<String, String>>();
        var regions = new HashMap<Integer, Map<String, String>>();
        for (int w : windows) regions.put(w, byDay.computeIfAbsent(question.windows().get(w).to(), places::regionsOfProvinces));
        return regions;
    }
}
