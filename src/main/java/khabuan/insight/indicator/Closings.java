package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Place;
import khabuan.base.record.Changes;
import khabuan.insight.indicator.Targets.Spot;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes quarters and opens them again. A close freezes the figures of its quarter and of those before; two closes are compared figure by figure. */
@Component
class Closings {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Quarters quarters;
    private final Scores scores;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Closings(JdbcClient jdbc, Changes changes, Quarters quarters, Scores scores, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.quarters = quarters;
        this.scores = scores;
        this.news = news;
        this.clock = clock;
    }

    /** A frozen figure. @param quarter 0 for the year */
    record Cell(long indicator, String place, int quarter, BigDecimal target, BigDecimal carried, BigDecimal result, Said said) {

        private boolean isSame(Cell other) {
            return other != null && said == other.said && same(target, other.target) && same(carried, other.carried) && same(result, other.result);
        }

        private static boolean same(BigDecimal a, BigDecimal b) {
            return a == null || b == null ? Objects.equals(a, b) : a.compareTo(b) == 0;
        }
    }

    /** What two closes say of one figure; one of them is null when it has none. */
    record Change(Cell before, Cell after) {

        Cell any() {
            return after == null ? before : after;
        }
    }

    /** The closes of a year, the first first. */
    List<Close> of(int fiscalYear) {
        return jdbc.sql("select id, fiscal_year, quarter, number, as_of, known_at, closed_by, reopened_by, reopened_because from quarter_close where fiscal_year = ? order by quarter, number").param(fiscalYear)
                .query((r, n) -> new Close(r.getLong(1), r.getInt(2), r.getInt(3), r.getInt(4), r.getObject(5, LocalDate.class), r.getTimestamp(6).toInstant(), r.getString(7), r.getString(8), r.getString(9))).list();
    }

    /** @throws OutOfReach when there is no such close */
    Close find(int fiscalYear, int quarter, int number) {
        return of(fiscalYear).stream().filter(c -> c.quarter() == quarter && c.number() == number).findFirst().orElseThrow(() -> new OutOfReach("close " + fiscalYear + "/" + quarter + " " + number));
    }

    /** Closes a quarter: its figures stand from now on as they are.
     *  @throws khabuan.base.access.Refusal.Thrown when it has not ended, is closed, or the one before is still open */
    void close(Agreement agreement, FiscalQuarter quarter, Actor actor) {
        int year = agreement.fiscalYear(), number = quarter.number();
        new Refusals().when(!agreement.isSigned(), IndicatorRefusal.NOT_SIGNED, "").when(quarters.of(year, number).closed(), IndicatorRefusal.CLOSED, "")
                .when(!today().isAfter(quarter.end()), IndicatorRefusal.NOT_ENDED, "", quarter.end())
                .when(number > 1 && !quarters.of(year, number - 1).closed(), IndicatorRefusal.EARLIER_STILL_OPEN, "", number - 1).demandNone();
        changes.make(actor.author(), "indicator.close", "", () -> {
            var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            write(scores.at(quarter, quarter.end(), null), at, actor.fullName());
            news.publishEvent(new ResultNews.Closed(year, number));
        });
    }

    /** Writes a close with the figures of a board, within a change. @param at the moment of it */
    void write(Scoreboard board, Instant at, String by) {
        int year = board.quarter().year().year(), number = board.quarter().number();
        quarters.mark(year, number, true);
        long id = jdbc.sql("""
                insert into quarter_close (fiscal_year, quarter, number, as_of, known_at, closed_by)
                select :year, :quarter, 1 + count(*), :as_of, :known_at, :by from quarter_close where fiscal_year = :year and quarter = :quarter returning id""")
                .param("year", year).param("quarter", number).param("as_of", board.asOf()).param("known_at", Timestamp.from(at)).param("by", by).query(Long.class).single();
        freeze(id, board);
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    private void freeze(long close, Scoreboard board) {
        var cells = board.all().flatMap(s -> cells(s, board.quarter().number())).toList();
        jdbc.sql("""
                insert into closed_cell (close_id, indicator_id, place, quarter, target, carried, result, said)
                select :close, c.* from unnest(:indicators::bigint[], :places::text[], :quarters::int[], :targets::text[]::numeric[], :carried::text[]::numeric[], :results::text[]::numeric[], :said::text[]) c""")
                .param("close", close).param("indicators", column(cells, Cell::indicator, Long[]::new)).param("places", column(cells, Cell::place, String[]::new)).param("quarters", column(cells, Cell::quarter, Integer[]::new))
                .param("targets", column(cells, c -> text(c.target()), String[]::new)).param("carried", column(cells, c -> text(c.carried()), String[]::new)).param("results", column(cells, c -> text(c.result()), String[]::new))
                .param("said", column(cells, c -> c.said().name(), String[]::new)).update();
    }

    private static <T> T[] column(List<Cell> cells, Function<Cell, T> of, IntFunction<T[]> array) {
        return cells.stream().map(of).toArray(array);
    }

    private static String text(BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    private static Stream<Cell> cells(Score score, int quarters) {
        var byPlace = new LinkedHashMap<String, Course>();
        byPlace.put(Place.COUNTRY.code(), score.country());
        byPlace.putAll(score.places());
        var cells = new ArrayList<Cell>();
        byPlace.forEach((place, course) -> {
            cells.add(new Cell(score.indicator().id(), place, Targets.YEAR, course.target(), null, course.result(), course.result() == null ? Said.NO_REPORT : Said.FIGURE));
            for (int q = 1; q <= quarters; q++) {
                var quarter = course.quarters().get(q - 1);
                cells.add(new Cell(score.indicator().id(), place, q, quarter.plan(), quarter.carried(), quarter.result(), quarter.said()));
            }
        });
        return cells.stream();
    }

    /** Opens a closed quarter again. @throws khabuan.base.access.Refusal.Thrown when it is not closed, a later one is, or there is no reason */
    void reopen(int fiscalYear, int quarter, String because, Actor actor) {
        new Refusals().when(!quarters.of(fiscalYear, quarter).closed(), IndicatorRefusal.NOT_CLOSED, "").when(quarter < 4 && quarters.of(fiscalYear, quarter + 1).closed(), IndicatorRefusal.LATER_ALREADY_CLOSED, "", quarter + 1)
                .when(because.isBlank(), IndicatorRefusal.REASON_MISSING, "because").demandNone();
        changes.make(actor.author(), "indicator.reopen", because.strip(), () -> open(fiscalYear, quarter, because.strip(), actor.fullName()));
    }

    /** Opens a closed quarter again, within a change. */
    void open(int fiscalYear, int quarter, String because, String by) {
        jdbc.sql("update quarter_close set reopened_by = :by, reopened_because = :because where fiscal_year = :year and quarter = :quarter and reopened_by is null")
                .param("by", by).param("because", because).param("year", fiscalYear).param("quarter", quarter).update();
        quarters.mark(fiscalYear, quarter, false);
    }

    /** What differs between two closes, figure by figure. */
    List<Change> compare(Close before, Close after) {
        var first = cells(before.id());
        var second = cells(after.id());
        return Stream.concat(first.keySet().stream(), second.keySet().stream()).distinct().map(spot -> new Change(first.get(spot), second.get(spot)))
                .filter(c -> c.before() == null || !c.before().isSame(c.after())).toList();
    }

    private Map<Spot, Cell> cells(long close) {
        var cells = new LinkedHashMap<Spot, Cell>();
        jdbc.sql("select indicator_id, place, quarter, target, carried, result, said from closed_cell where close_id = ? order by indicator_id, place, quarter").param(close).query(r -> {
            cells.put(new Spot(r.getLong(1), r.getInt(3), r.getString(2)), new Cell(r.getLong(1), r.getString(2), r.getInt(3), r.getBigDecimal(4), r.getBigDecimal(5), r.getBigDecimal(6), Said.valueOf(r.getString(7))));
        });
        return cells;
    }
}
