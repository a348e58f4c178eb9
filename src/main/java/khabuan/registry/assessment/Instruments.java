package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.OutOfReach;
import khabuan.registry.assessment.Edition.Choice;
import khabuan.registry.assessment.Edition.Dimension;
import khabuan.registry.assessment.Edition.Item;
import khabuan.registry.assessment.Edition.Kind;
import khabuan.registry.assessment.Edition.Level;
import khabuan.registry.assessment.Edition.Proof;
import khabuan.registry.assessment.Edition.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instruments and their editions, found and read as they stand at the moment that is being read. */
@Component
public class Instruments {

    /** An instrument and its editions, the newest first. */
    public record Instrument(long id, String code, String name, Subject subject, List<Line> editions) {}

    /** An edition in short. @param assessments how many rest on it */
    public record Line(long id, int from, int number, Edition.State state, LocalDate publishedOn, int items, long assessments) {}

    private final JdbcClient jdbc;

    Instruments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws OutOfReach when there is none */
    Edition edition(long id) {
        return find(id).orElseThrow(() -> new OutOfReach("instrument edition " + id));
    }

    Optional<Edition> find(long id) {
        return jdbc.sql("select e.*, i.code, i.name, i.name_en, i.subject from instrument_edition e join instrument i on i.id = e.instrument_id where e.id = :id").param("id", id)
                .query((r, n) -> edition(r)).optional();
    }

    private Edition edition(ResultSet r) throws SQLException {
        long id = r.getLong("id");
        return new Edition(id, r.getLong("instrument_id"), r.getString("code"), r.getString("name"), r.getString("name_en"), Subject.of(r.getString("subject")), r.getInt("from_fiscal_year"),
                r.getInt("number"), r.getString("source"), r.getString("note"), r.getObject("published_on", LocalDate.class), r.getObject("closed_on", LocalDate.class), r.getInt("version"),
                dimensions(id), levels(id));
    }

    private List<Dimension> dimensions(long edition) {
        var items = items(edition);
        return jdbc.sql("select id, name, weight from instrument_dimension where edition_id = :edition order by position, id").param("edition", edition)
                .query((r, n) -> new Dimension(r.getLong(1), r.getString(2), r.getBigDecimal(3), List.copyOf(items.getOrDefault(r.getLong(1), List.of())))).list();
    }

    private Map<Long, List<Item>> items(long edition) {
        var choices = new LinkedHashMap<Long, List<Choice>>();
        jdbc.sql("select item_id, id, label, points from instrument_choice where edition_id = :edition order by item_id, position").param("edition", edition)
                .query(r -> { choices.computeIfAbsent(r.getLong(1), i -> new ArrayList<>()).add(new Choice(r.getLong(2), r.getString(3), r.getInt(4))); });
        var items = new LinkedHashMap<Long, List<Item>>();
        jdbc.sql("select * from instrument_item where edition_id = :edition order by position, id").param("edition", edition)
                .query(r -> { items.computeIfAbsent(r.getLong("dimension_id"), d -> new ArrayList<>()).add(item(r, choices)); });
        return items;
    }

    private static Item item(ResultSet r, Map<Long, List<Choice>> choices) throws SQLException {
        return new Item(r.getLong("id"), r.getString("goal"), r.getString("aspect"), r.getString("text"), Kind.of(r.getString("kind")), (Integer) r.getObject("most"), r.getBigDecimal("weight"),
                Proof.of(r.getString("evidence")), List.copyOf(choices.getOrDefault(r.getLong("id"), List.of())));
    }

    private List<Level> levels(long edition) {
        return jdbc.sql("select id, code, name, from_score, passing from instrument_level where edition_id = :edition order by from_score desc").param("edition", edition)
                .query((r, n) -> new Level(r.getLong(1), r.getString(2), r.getString(3), whole(r.getBigDecimal(4)), r.getBoolean(5))).list();
    }

    /** The levels of some editions, by edition and code. */
    Map<Long, Map<String, Level>> levelsOf(Collection<Long> editions) {
        var levels = new HashMap<Long, Map<String, Level>>();
        jdbc.sql("select edition_id, id, code, name, from_score, passing from instrument_level where edition_id = any(:editions)").param("editions", editions.toArray(Long[]::new))
                .query(r -> { levels.computeIfAbsent(r.getLong(1), e -> new HashMap<>()).put(r.getString(3), new Level(r.getLong(2), r.getString(3), r.getString(4), whole(r.getBigDecimal(5)), r.getBoolean(6))); });
        return levels;
    }

    private static BigDecimal whole(BigDecimal score) {
        var plain = score.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** All instruments, in the order of their names. */
    List<Instrument> all() {
        var editions = new LinkedHashMap<Long, List<Line>>();
        jdbc.sql("""
                select e.instrument_id, e.id, e.from_fiscal_year, e.number, e.published_on, e.closed_on,
                       (select count(*) from instrument_item i where i.edition_id = e.id) as items, (select count(*) from assessment a where a.edition_id = e.id) as assessments
                from instrument_edition e order by e.from_fiscal_year desc, e.number desc""")
                .query(r -> { editions.computeIfAbsent(r.getLong(1), i -> new ArrayList<>()).add(line(r)); });
        return jdbc.sql("select id, code, name, subject from instrument order by name collate \"th-TH-x-icu\", id")
                .query((r, n) -> new Instrument(r.getLong(1), r.getString(2), r.getString(3), Subject.of(r.getString(4)), editions.getOrDefault(r.getLong(1), List.of()))).list();
    }

    private static Line line(ResultSet r) throws SQLException {
        var published = r.getObject("published_on", LocalDate.class);
        var state = published == null ? Edition.State.DRAFT : r.getObject("closed_on") == null ? Edition.State.PUBLISHED : Edition.State.CLOSED;
        return new Line(r.getLong("id"), r.getInt("from_fiscal_year"), r.getInt("number"), state, published, r.getInt("items"), r.getLong("assessments"));
    }

    /** The edition by which is assessed in a fiscal year: the latest published one that is not closed. */
    Optional<Edition> used(long instrument, int fiscalYear) {
        return jdbc.sql("""
                select id from instrument_edition where instrument_id = :instrument and from_fiscal_year <= :year and published_on is not null and closed_on is null
                order by from_fiscal_year desc, number desc limit 1""").param("instrument", instrument).param("year", fiscalYear).query(Long.class).optional().map(this::edition);
    }

    /** The latest published edition of an instrument from a year or before, closed ones too. */
    Optional<Edition> published(String code, int fiscalYear) {
        return jdbc.sql("""
                select e.id from instrument_edition e join instrument i on i.id = e.instrument_id where i.code = :code and e.from_fiscal_year <= :year and e.published_on is not null
                order by e.from_fiscal_year desc, e.number desc limit 1""").param("code", code).param("year", fiscalYear).query(Long.class).optional().map(this::edition);
    }

    /** The latest edition of an instrument from a year or before, drafts too. */
    public Optional<Edition> latest(String code, int fiscalYear) {
        return jdbc.sql("""
                select e.id from instrument_edition e join instrument i on i.id = e.instrument_id where i.code = :code and e.from_fiscal_year <= :year
                order by e.from_fiscal_year desc, e.number desc limit 1""").param("code", code).param("year", fiscalYear).query(Long.class).optional().map(this::edition);
    }
}
