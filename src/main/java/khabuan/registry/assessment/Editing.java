package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.record.Changes;
import khabuan.registry.assessment.DraftForms.InstrumentForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work on a draft, item by item. A published edition is refused here, and by the database. */
@Component
class Editing {

    private final JdbcClient jdbc;
    private final Instruments instruments;
    private final Changes changes;

    Editing(JdbcClient jdbc, Instruments instruments, Changes changes) {
        this.jdbc = jdbc;
        this.instruments = instruments;
        this.changes = changes;
    }

    /** Begins a new instrument. @return the number of its first draft */
    long begin(Actor actor, InstrumentForm form, int year) {
        return Long.parseLong(changes.makeOnce(form.key(), actor.author(), "instrument.begin", "", () -> {
            if (jdbc.sql("select exists (select from instrument where code = ?)").param(form.code()).query(Boolean.class).single()) throw InstrumentRefusal.CODE_TAKEN.at("code");
            long instrument = jdbc.sql("insert into instrument (code, name, name_en, subject) values (?, ?, ?, ?) returning id").params(form.code(), form.name(), form.nameEn(), form.kind().word()).query(Long.class).single();
            return jdbc.sql("insert into instrument_edition (instrument_id, from_fiscal_year) values (?, ?) returning id").params(instrument, year).query(String.class).single();
        }));
    }

    /** Says where a draft comes from and what its reader must know. */
    void about(Actor actor, long edition, String source, String note) {
        write(actor, edition, () -> jdbc.sql("update instrument_edition set source = ?, note = ? where id = ?").params(source, note, edition).update());
    }

    /** The edition of a dimension. */
    long ofDimension(long dimension) {
        return owner("instrument_dimension", dimension);
    }

    long ofItem(long item) {
        return owner("instrument_item", item);
    }

    private long owner(String table, long id) {
        return jdbc.sql("select edition_id from " + table + " where id = ?").param(id).query(Long.class).optional().orElseThrow(() -> new OutOfReach(table + " " + id));
    }

    int version(String table, long id) {
        return jdbc.sql("select version from " + table + " where id = ?").param(id).query(Integer.class).optional().orElseThrow(() -> new OutOfReach(table + " " + id));
    }

    void addDimension(Actor actor, long edition, String name, BigDecimal weight) {
        write(actor, edition, () -> jdbc.sql("insert into instrument_dimension (edition_id, position, name, weight) select ?, 1 + coalesce(max(position), 0), ?, ? from instrument_dimension where edition_id = ?")
                .params(edition, name, weight, edition).update());
    }

    void changeDimension(Actor actor, long dimension, int opened, String name, BigDecimal weight) {
        write(actor, ofDimension(dimension), () -> unchanged(jdbc.sql("update instrument_dimension set name = ?, weight = ? where id = ? and version = ?").params(name, weight, dimension, opened).update(),
                "instrument_dimension", dimension, opened));
    }

    /** Removes a dimension with its items; the past keeps them. */
    void removeDimension(Actor actor, long dimension) {
        write(actor, ofDimension(dimension), () -> {
            jdbc.sql("delete from instrument_choice where item_id in (select id from instrument_item where dimension_id = ?)").param(dimension).update();
            jdbc.sql("delete from instrument_item where dimension_id = ?").param(dimension).update();
            return jdbc.sql("delete from instrument_dimension where id = ?").param(dimension).update();
        });
    }

    /** @param place its place within the dimension, from 0 */
    void addItem(Actor actor, long edition, long dimension, int place, Edition.Item said) {
        demandOf(edition, dimension);
        write(actor, edition, () -> {
            long item = jdbc.sql("""
                    insert into instrument_item (edition_id, dimension_id, position, goal, aspect, text, kind, most, weight, evidence) values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?) returning id""")
                    .params(edition, dimension, said.goal(), said.aspect(), said.text(), said.kind().word(), said.most(), said.weight(), said.proof().word()).query(Long.class).single();
            choose(edition, item, said.choices());
            return put(dimension, item, place);
        });
    }

    void changeItem(Actor actor, long item, int opened, long dimension, int place, Edition.Item said) {
        long edition = ofItem(item);
        demandOf(edition, dimension);
        write(actor, edition, () -> {
            unchanged(jdbc.sql("""
                    update instrument_item set dimension_id = ?, goal = ?, aspect = ?, text = ?, kind = ?, most = ?, weight = ?, evidence = ? where id = ? and version = ?""")
                    .params(dimension, said.goal(), said.aspect(), said.text(), said.kind().word(), said.most(), said.weight(), said.proof().word(), item, opened).update(), "instrument_item", item, opened);
            jdbc.sql("delete from instrument_choice where item_id = ?").param(item).update();
            choose(edition, item, said.choices());
            return put(dimension, item, place);
        });
    }

    void removeItem(Actor actor, long item) {
        write(actor, ofItem(item), () -> {
            jdbc.sql("delete from instrument_choice where item_id = ?").param(item).update();
            return jdbc.sql("delete from instrument_item where id = ?").param(item).update();
        });
    }

    /** Puts the levels of a draft in place of those it had. */
    void level(Actor actor, long edition, List<Edition.Level> levels) {
        write(actor, edition, () -> {
            jdbc.sql("delete from instrument_level where edition_id = ?").param(edition).update();
            for (var l : levels)
                jdbc.sql("insert into instrument_level (edition_id, code, name, from_score, passing) values (?, ?, ?, ?, ?)").params(edition, l.code(), l.name(), l.from(), l.passing()).update();
            return levels.size();
        });
    }

    private void choose(long edition, long item, List<Edition.Choice> choices) {
        for (int c = 0; c < choices.size(); c++)
            jdbc.sql("insert into instrument_choice (edition_id, item_id, position, label, points) values (?, ?, ?, ?, ?)").params(edition, item, c + 1, choices.get(c).label(), choices.get(c).points()).update();
    }

    /** Lets an item stand at a place of its dimension. */
    private int put(long dimension, long item, int place) {
        var order = new ArrayList<>(jdbc.sql("select id from instrument_item where dimension_id = ? and id <> ? order by position, id").params(dimension, item).query(Long.class).list());
        order.add(Math.min(place, order.size()), item);
        for (int p = 0; p < order.size(); p++) jdbc.sql("update instrument_item set position = ? where id = ? and position <> ?").params(p + 1, order.get(p), p + 1).update();
        return order.size();
    }

    private void demandOf(long edition, long dimension) {
        if (ofDimension(dimension) != edition) throw new OutOfReach("dimension " + dimension + " of edition " + edition);
    }

    private int unchanged(int changed, String table, long id, int opened) {
        if (changed == 0 && version(table, id) != opened) throw InstrumentRefusal.CHANGED_MEANWHILE.with();
        return changed;
    }

    private void write(Actor actor, long edition, Supplier<Integer> work) {
        changes.make(actor.author(), "instrument.edit", "", () -> {
            jdbc.sql("select id from instrument_edition where id = ? for update").param(edition).query().listOfRows();
            if (instruments.edition(edition).state() != Edition.State.DRAFT) throw InstrumentRefusal.PUBLISHED.with();
            work.get();
        });
    }
}
