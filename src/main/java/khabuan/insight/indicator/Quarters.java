package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quarters of an agreement: until when their results are entered, and whether they are closed. */
@Component
class Quarters {

    /** Results of a quarter are due so many days after its end, unless the day is extended. */
    private static final int DAYS = 15;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final ApplicationEventPublisher news;

    Quarters(JdbcClient jdbc, Changes changes, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.news = news;
    }

    /** A quarter. @param extendedTo null when its day stands */
    record Deadline(int quarter, LocalDate dueOn, LocalDate extendedTo, String extendedBecause, boolean closed) {

        /** The last day that is not late. */
        LocalDate lastDay() {
            return extendedTo == null ? dueOn : extendedTo;
        }

        boolean isLate(LocalDate recordedOn) {
            return recordedOn.isAfter(lastDay());
        }
    }

    Deadline of(int fiscalYear, int quarter) {
        return of(fiscalYear).get(quarter - 1);
    }

    /** All four. */
    List<Deadline> of(int fiscalYear) {
        var kept = new HashMap<Integer, Deadline>();
        jdbc.sql("select quarter, due_on, extended_to, extended_because, closed from agreement_quarter where fiscal_year = ?").param(fiscalYear)
                .query(r -> { kept.put(r.getInt(1), new Deadline(r.getInt(1), r.getObject(2, LocalDate.class), r.getObject(3, LocalDate.class), r.getString(4), r.getBoolean(5))); });
        return IntStream.rangeClosed(1, 4).mapToObj(q -> kept.getOrDefault(q, new Deadline(q, dueOn(fiscalYear, q), null, "", false))).toList();
    }

    private static LocalDate dueOn(int fiscalYear, int quarter) {
        return new FiscalYear(fiscalYear).quarter(quarter).end().plusDays(DAYS);
    }

    /** Extends the day until which results are entered. @throws khabuan.base.access.Refusal.Thrown when the day is not later, or there is no reason */
    void extend(int fiscalYear, int quarter, LocalDate to, String because, Actor actor) {
        var now = of(fiscalYear, quarter);
        new Refusals().when(now.closed(), IndicatorRefusal.CLOSED, "").when(to == null, IndicatorRefusal.DAY_MISSING, "extendedTo")
                .when(to != null && !to.isAfter(now.lastDay()), IndicatorRefusal.NOT_LATER, "extendedTo", now.lastDay()).when(because.isBlank(), IndicatorRefusal.REASON_MISSING, "because").demandNone();
        changes.make(actor.author(), "indicator.extend", because.strip(), () -> {
            jdbc.sql("""
                    insert into agreement_quarter (fiscal_year, quarter, due_on, extended_to, extended_because) values (:year, :quarter, :due, :to, :because)
                    on conflict (fiscal_year, quarter) do update set extended_to = excluded.extended_to, extended_because = excluded.extended_because""")
                    .param("year", fiscalYear).param("quarter", quarter).param("due", now.dueOn()).param("to", to).param("because", because.strip()).update();
            news.publishEvent(new ResultNews.Extended(fiscalYear, of(fiscalYear, quarter), now.lastDay()));
        });
    }

    /** Marks a quarter as closed or open again, within a change. */
    void mark(int fiscalYear, int quarter, boolean closed) {
        jdbc.sql("""
                insert into agreement_quarter (fiscal_year, quarter, due_on, closed) values (:year, :quarter, :due, :closed)
                on conflict (fiscal_year, quarter) do update set closed = excluded.closed""")
                .param("year", fiscalYear).param("quarter", quarter).param("due", dueOn(fiscalYear, quarter)).param("closed", closed).update();
    }
}
