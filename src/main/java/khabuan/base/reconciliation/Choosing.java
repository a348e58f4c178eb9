package khabuan.base.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Choosing what is taken from an extract, for some rows or for all of a filter. Nothing of the registers changes by it. */
@Component
class Choosing {

    private static final String OPEN = " and r.outcome is distinct from 'moved-on'";
    private final JdbcClient jdbc;
    private final Reconciliations reconciliations;

    Choosing(JdbcClient jdbc, Reconciliations reconciliations) {
        this.jdbc = jdbc;
        this.reconciliations = reconciliations;
    }

    /** What is chosen. */
    enum What {
        /** There's values, of a field or of all. */
        TAKE,
        /** Ours, in a field or in all. */
        KEEP,
        CREATE, NOTE, LEAVE,
        /** As if nothing had been chosen. */
        CLEAR,
        /** A likely row is this record. */
        SAME,
        /** A likely row is another one. */
        ANOTHER;

        static What of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Chooses for the rows of a filter.
     *  @param fields whose values are taken or kept; empty for all in which they differ
     *  @param numbers the rows; empty for all of the filter, which is refused for likely ones: a person looks at each
     *  @return how many rows it was chosen for */
    int choose(Actor actor, Reconciliation of, RowFilter filter, What what, List<String> fields, List<Integer> numbers) {
        if (numbers.isEmpty() && (what == What.SAME || what == What.ANOTHER)) throw ReconciliationRefusal.TICK_EACH.with();
        var values = new HashMap<>(filter.values(actor, of));
        values.put("who", actor.signature());
        values.put("fields", fields.toArray(String[]::new));
        values.put("fixed", reconciliations.kind(of.kind()).row().fixed().toArray(String[]::new));
        values.put("name", reconciliations.kind(of.kind()).row().name());
        values.put("numbers", numbers.toArray(Integer[]::new));
        String rows = " where r.reconciliation_id = :id" + filter.condition() + RowFilter.within(actor, of) + OPEN + (numbers.isEmpty() ? "" : " and r.number = any(:numbers)");
        return what == What.ANOTHER ? another(rows, values) : update(sets(what, fields), rows + " and " + classes(what), values);
    }

    private int update(String sets, String rows, Map<String, Object> values) {
        return jdbc.sql("update reconciliation_row r set " + sets + rows).params(values).update();
    }

    private static String classes(What what) {
        return switch (what) {
            case TAKE, KEEP -> "r.class = 'differs'";
            case CREATE -> "r.class = 'there'";
            case NOTE -> "r.class = 'here'";
            case LEAVE -> "r.class in ('there', 'here')";
            case CLEAR -> "r.choice is not null";
            case SAME, ANOTHER -> "r.class = 'likely'";
        };
    }

    private static String sets(What what, List<String> fields) {
        String chosen = ", chosen_by = :who, chosen_at = clock_timestamp(), outcome = null";
        return switch (what) {
            case TAKE -> {
                String taken = "array(select f from unnest(r.differing) f where not f = any(:fixed::text[])" + (fields.isEmpty() ? "" : " and (f = any(:fields) or f = any(r.taken))") + ")";
                yield "taken = " + taken + ", choice = case when " + taken + " = '{}' then 'keep' else 'take' end" + chosen;
            }
            case KEEP -> {
                String taken = fields.isEmpty() ? "'{}'::text[]" : "array(select f from unnest(r.taken) f where not f = any(:fields))";
                yield "taken = " + taken + ", choice = case when " + taken + " = '{}' then 'keep' else 'take' end" + chosen;
            }
            case CREATE -> "choice = 'create'" + chosen;
            case NOTE -> "choice = 'note'" + chosen;
            case LEAVE -> "choice = 'leave'" + chosen;
            case CLEAR -> "choice = null, taken = '{}'" + chosen;
            case SAME -> "class = case when r.differing = '{}' then 'same' else 'differs' end" + chosen;
            case ANOTHER -> throw new IllegalStateException();
        };
    }

    /** The row is only there, and the record only here. */
    private int another(String rows, Map<String, Object> values) {
        return jdbc.sql("""
                with parted as materialized (select r.* from reconciliation_row r %s and r.class = 'likely'),
                here as (
                  insert into reconciliation_row (reconciliation_id, number, class, record_id, version, unit_code, name, code, chosen_by, chosen_at)
                  select p.reconciliation_id, (select max(number) from reconciliation_row where reconciliation_id = :id) + row_number() over (order by p.number), 'here', p.record_id, p.version, p.unit_code,
                         coalesce(s.here ->> :name, p.name), p.code, :who, clock_timestamp()
                  from parted p join reconciliation_said s on s.reconciliation_id = p.reconciliation_id and s.number = p.number)
                update reconciliation_row r set class = 'there', record_id = null, version = null, code = null, differing = '{}', empty_here = '{}', chosen_by = :who, chosen_at = clock_timestamp()
                from parted p where r.reconciliation_id = p.reconciliation_id and r.number = p.number""".formatted(rows)).params(values).update();
    }
}
