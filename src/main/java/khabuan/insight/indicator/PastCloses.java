package khabuan.insight.indicator;

import java.time.Instant;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes quarters as they were closed in the past, with the figures that were known then: for records that begin in the past, as those of a demonstration do. In the order of time. */
@Component
public class PastCloses {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Closings closings;
    private final Scores scores;

    PastCloses(JdbcClient jdbc, Changes changes, Closings closings, Scores scores) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.closings = closings;
        this.scores = scores;
    }

    /** Whether no quarter has ever been closed. */
    public boolean areNone() {
        return !jdbc.sql("select exists (select from quarter_close)").query(Boolean.class).single();
    }

    /** Closes a quarter at a moment. @param by the name of who closed it */
    public void close(FiscalQuarter quarter, Instant at, String by, Author author) {
        var board = scores.at(quarter, quarter.end(), at);
        changes.make(author, "indicator.close", "", at, () -> {
            closings.write(board, at, by);
            return null;
        });
    }

    /** Opens a quarter again at a moment. */
    public void reopen(FiscalQuarter quarter, Instant at, String because, String by, Author author) {
        changes.make(author, "indicator.reopen", because, at, () -> {
            closings.open(quarter.year().year(), quarter.number(), because, by);
            return null;
        });
    }
}
