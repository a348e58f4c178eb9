package khabuan.registry.assessment;

import java.time.Clock;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The life of an edition: drafted, published, closed; and copied, which is how a published one goes on. */
@Component
class Drafting {

    private final JdbcClient jdbc;
    private final Instruments instruments;
    private final Changes changes;
    private final Clock clock;

    Drafting(JdbcClient jdbc, Instruments instruments, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.instruments = instruments;
        this.changes = changes;
        this.clock = clock;
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** Publishes a draft, when nothing keeps it from being used. */
    void publish(Actor actor, long id) {
        changes.make(actor.author(), "instrument.publish", "", () -> {
            locked(id);
            var edition = demandDraft(id);
            var refusals = new Refusals();
            edition.lacks().forEach(lack -> refusals.add(lack.with()));
            refusals.demandNone();
            jdbc.sql("update instrument_edition set published_on = ? where id = ?").params(today(), id).update();
        });
    }

    /** Closes a published edition: nothing more is assessed by it. */
    void close(Actor actor, long id) {
        changes.make(actor.author(), "instrument.close", "", () -> {
            locked(id);
            if (instruments.edition(id).state() != Edition.State.PUBLISHED) throw InstrumentRefusal.NOT_PUBLISHED.with();
            jdbc.sql("update instrument_edition set closed_on = ? where id = ?").params(today(), id).update();
        });
    }

    /** Copies an edition to a new draft, item by item. @param year the fiscal year from which the copy is to be used @return its number */
    long copy(Actor actor, long id, Integer year) {
        if (year == null) throw InstrumentRefusal.YEAR_MISSING.at("year");
        var from = instruments.edition(id);
        return changes.make(actor.author(), "instrument.copy", "", () -> {
            long copy = jdbc.sql("""
                    insert into instrument_edition (instrument_id, from_fiscal_year, number, source, note)
                    select :instrument, :year, 1 + coalesce(max(number), 0), :source, :note from instrument_edition where instrument_id = :instrument and from_fiscal_year = :year returning id""")
                    .param("instrument", from.instrument()).param("year", year).param("source", from.source()).param("note", from.note()).query(Long.class).single();
            int place = 0, number = 0;
            for (var dimension : from.dimensions()) {
                long copied = jdbc.sql("insert into instrument_dimension (edition_id, position, name, weight) values (?, ?, ?, ?) returning id")
                        .params(copy, ++place, dimension.name(), dimension.weight()).query(Long.class).single();
                for (var item : dimension.items()) copy(copy, copied, ++number, item);
            }
            for (var level : from.levels())
                jdbc.sql("insert into instrument_level (edition_id, code, name, from_score, passing) values (?, ?, ?, ?, ?)").params(copy, level.code(), level.name(), level.from(), level.passing()).update();
            return copy;
        });
    }

    private void copy(long edition, long dimension, int position, Edition.Item item) {
        long copied = jdbc.sql("""
                insert into instrument_item (edition_id, dimension_id, position, goal, aspect, text, kind, most, weight, evidence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(edition, dimension, position, item.goal(), item.aspect(), item.text(), item.kind().word(), item.most(), item.weight(), item.proof().word()).query(Long.class).single();
        int place = 0;
        for (var choice : item.choices())
            jdbc.sql("insert into instrument_choice (edition_id, item_id, position, label, points) values (?, ?, ?, ?, ?)").params(edition, copied, ++place, choice.label(), choice.points()).update();
    }

    private void locked(long id) {
        jdbc.sql("select id from instrument_edition where id = ? for update").param(id).query().listOfRows();
    }

    private Edition demandDraft(long id) {
        var edition = instruments.edition(id);
        if (edition.state() != Edition.State.DRAFT) throw InstrumentRefusal.PUBLISHED.with();
        return edition;
    }
}
