package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.Map;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells which present figures a merge would move, before anybody decides: the merge is done, the measures count the two units before and after it, and all is taken back at once. */
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

    /** The figures that would move: what stands on the day, and what happened from the beginning of its fiscal year. */
    List<MovedFigure> of(DuplicateKind kind, Pair pair, long survivor, List<String> taken, LocalDate day) {
        long loser = survivor == pair.firstId() ? pair.secondId() : pair.firstId();
        return rehearsal.execute(status -> {
            status.setRollbackOnly();
            var units = new String[] {pair.unitCode(), pair.otherUnitCode()};
            var before = figures(units, day);
            changes.make(Author.programme("rehearsal"), kind.kind() + ".merge", "", () -> { merging.merge(kind, survivor, loser, taken); });
            var after = figures(units, day);
            var moved = new ArrayList<MovedFigure>();
            before.forEach((measure, figure) -> {
                if (!figure.equals(after.get(measure))) moved.add(new MovedFigure(measure, unitOf(measure), figure, after.get(measure)));
            });
            return moved;
        });
    }

    private String unitOf(String code) {
        return measures.stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow().unit();
    }

    private Map<String, Long> figures(String[] units, LocalDate day) {
        var figures = new TreeMap<String, Long>();
        for (var m : measures) {
            String when = m.period() == Measure.Period.STOCK ? "on_date <= :day" : "on_date between :from and :day";
            figures.put(m.code(), jdbc.sql("select %s from (%s) m where %s and (until_date is null or until_date > :day)".formatted(m.summed() ? "coalesce(sum(value), 0)" : "count(*)", m.sqlOfUnits(), when))
                    .param("units", units).param("day", day).param("from", FiscalYear.of(day).start()).query(Long.class).single());
        }
        return figures;
    }
}
