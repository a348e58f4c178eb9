package khabuan.insight.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.record.Measure;
import khabuan.base.record.Snapshot;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one shape of query by which every figure is counted: the measure's records, by unit. */
@Component
class FigureQuery {

    private final JdbcClient jdbc;
    private final UnitNumbers numbers;

    FigureQuery(JdbcClient jdbc, UnitNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** Counts some sheets of one measure in the transaction that stands, which is at their moment of knowledge.
     *  @param names alike but for their days */
    Map<Sheet.Name, Sheet> count(Measure measure, List<Sheet.Name> names, Snapshot snapshot) {
        joinAtOnce();
        return count(measure, measure.sql(), names, snapshot, new HashMap<>());
    }

    /** As {@link #count(Measure, List, Snapshot)}, but of some units only, in the present. */
    Map<Sheet.Name, Sheet> count(Measure measure, List<Sheet.Name> names, Snapshot snapshot, Set<String> units) {
        return count(measure, measure.sqlOfUnits(), names, snapshot, new HashMap<>(Map.of("units", units.toArray(String[]::new))));
    }

    List<Integer> numbers(Set<String> units) {
        return units.stream().map(numbers::of).toList();
    }

    private Map<Sheet.Name, Sheet> count(Measure measure, String facts, List<Sheet.Name> names, Snapshot snapshot, Map<String, Object> parameters) {
        var sheets = names.stream().map(n -> Sheet.empty(snapshot)).toList();
        var sql = "with fact as (%s) select unit_code, %s%s from fact group by 1, 2"
                .formatted(facts, names.getFirst().byClass() ? "coalesce(class, '')" : "''::text", figures(measure, names, parameters));
        RowCallbackHandler row = r -> {
            int unit = numbers.of(r.getString(1));
            String clazz = r.getString(2);
            for (int i = 0; i < sheets.size(); i++) {
                long figure = r.getLong(3 + i);
                if (figure != 0) sheets.get(i).put(clazz, unit, figure);
            }
        };
        jdbc.sql(sql).params(parameters).query(row);
        var counted = new HashMap<Sheet.Name, Sheet>();
        for (int i = 0; i < names.size(); i++) counted.put(names.get(i), sheets.get(i));
        return counted;
    }

    private static String figures(Measure measure, List<Sheet.Name> names, Map<String, Object> parameters) {
        var figures = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            figures.append(", ").append(measure.summed() ? "coalesce(sum(value)" : "count(*)")
                    .append(" filter (where ").append(measure.counts(i)).append(")").append(measure.summed() ? ", 0)" : "");
            parameters.put("from" + i, names.get(i).from());
            parameters.put("to" + i, names.get(i).to());
        }
        return figures.toString();
    }

    /** A measure of the country reads its tables whole; the planner can't guess how many records meet a rule of several, and would loop over a table for each. */
    private void joinAtOnce() {
        jdbc.sql("select set_config('enable_nestloop', 'off', true)").query().listOfRows();
    }
}
