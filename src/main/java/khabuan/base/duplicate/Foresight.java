package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells which present and past figures a merge would move, before anybody decides: the merge is done, the measures count the two units before and after it, and all is taken back at once. */
@Component
class Foresight {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Merging merging;
    private final List<Measure> measures;
    private final TransactionTemplate rehearsal;

    Foresight(JdbcClient jdbc, Changes changes, Merging merging, List<Measure> measures, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.merging = merging;
        this.measures = measures;
        this.rehearsal = new TransactionTemplate(transactions);
    }

    /** The figures that would move, day by day, the latest first: as they stand on a day, and as they stood at the ends of the quarter and of the fiscal year before it, counted by what is known now.
     *  What happens is counted from the beginning of the day's fiscal year. */
    List<MovedFigure> of(DuplicateKind kind, Pair pair, long survivor, List<String> taken, LocalDate day) {
        long loser = survivor == pair.firstId() ? pair.secondId() : pair.firstId();
        var days = Stream.of(day, FiscalQuarter.of(day).previous().end(), FiscalYear.of(day).start().minusDays(1)).distinct().toList();
        return rehearsal.execute(status -> {
            status.setRollbackOnly();
            var units = new String[] {pair.unitCode(), pair.otherUnitCode()};
            var before = figures(units, days);
            changes.make(Author.programme("rehearsal"), kind.kind() + ".merge", "", () -> { merging.merge(kind, survivor, loser, taken); });
            var after = figures(units, days);
            var moved = new ArrayList<MovedFigure>();
            for (int i = 0; i < days.size(); i++)
                for (var measure : before.keySet()) {
                    long was = before.get(measure).get(i);
                    long is = after.get(measure).get(i);
                    if (was != is) moved.add(new MovedFigure(measure, unitOf(measure), days.get(i), was, is));
                }
            return moved;
        });
    }

    private String unitOf(String code) {
        return measures.stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow().unit();
    }

    /** Each measure on each of the days. */
    private Map<String, List<Long>> figures(String[] units, List<LocalDate> days) {
        var windows = new HashMap<String, LocalDate>();
        for (int i = 0; i < days.size(); i++) {
            windows.put("from" + i, FiscalYear.of(days.get(i)).start());
            windows.put("to" + i, days.get(i));
        }
        var figures = new TreeMap<String, List<Long>>();
        for (var m : measures) {
            var columns = IntStream.range(0, days.size()).mapToObj(i -> "coalesce(%s filter (where %s), 0)".formatted(m.summed() ? "sum(value)" : "count(*)", m.counts(i))).collect(Collectors.joining(", "));
            figures.put(m.code(), jdbc.sql("select array[%s]::bigint[] from (%s) m".formatted(columns, m.sqlOfUnits())).param("units", units).params(windows)
                    .query((r, n) -> List.of((Long[]) r.getArray(1).getArray())).single());
        }
        return figures;
    }
}
