package khabuan.base.place;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in a unit with a record whose unit is corrected: it is told before, and goes with the record or stays, as the person says. Forms and files ask here alike. */
@Component
public class Companions {

    /** What becomes of them. */
    public enum Way { GO, STAY }

    /** How many rows of a table stand there. */
    public record Standing(String table, long count) {}

    private final JdbcClient jdbc;
    private final List<Companion> all;

    Companions(JdbcClient jdbc, List<Companion> all) {
        this.jdbc = jdbc;
        this.all = all;
    }

    private Stream<Companion> of(String kind) {
        return all.stream().filter(c -> c.kind().equals(kind));
    }

    /** The tables of what may stand with records of a kind. */
    public Stream<String> tables(String kind) {
        return of(kind).map(Companion::table);
    }

    /** What stands with a record in a unit, without what nothing stands of. */
    public List<Standing> standing(String kind, long id, String unit) {
        return of(kind).map(c -> new Standing(c.table(), jdbc.sql("select count(*) from %s t where %s".formatted(c.table(), c.condition(":id", ":unit")))
                .param("id", id).param("unit", unit).query(Long.class).single())).filter(s -> s.count() > 0).toList();
    }

    /** Sets right, within a change, what stood with a record that has gone from one unit to another. */
    public void settle(String kind, long id, String from, String to, Way way) {
        of(kind).filter(c -> way == Way.GO || !c.staying().isEmpty()).forEach(c -> {
            var update = jdbc.sql("update %s t set %s where %s".formatted(c.table(), way == Way.GO ? "unit_code = :to" : c.staying(":id", ":from"), c.condition(":id", ":from")));
            (way == Way.GO ? update.param("to", to) : update).param("id", id).param("from", from).update();
        });
    }

    /** SQL for how many rows stand with a record. @param id SQL for its number; @param unit SQL for the unit in which it stands */
    public String counting(String kind, String id, String unit) {
        return of(kind).map(c -> "(select count(*) from %s t where %s)".formatted(c.table(), c.condition(id, unit))).collect(Collectors.joining(" + ", "(0 + ", ")"));
    }

    /** SQL that sets right what stood with records that have gone, for the rows of a relation "s".
     *  @param rows the relation, such as "intake_row s"; @param id SQL for the number, from for the unit where the record stood, to for where it stands now
     *  @param way which of the rows of s are meant */
    public List<String> settling(String kind, String rows, String id, String from, String to, Way way, String which) {
        return of(kind).filter(c -> way == Way.GO || !c.staying().isEmpty())
                .map(c -> "update %s t set %s from %s where (%s) and %s".formatted(c.table(), way == Way.GO ? "unit_code = " + to : c.staying(id, from), rows, which, c.condition(id, from))).toList();
    }
}
