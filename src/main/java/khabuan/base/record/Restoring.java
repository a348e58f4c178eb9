package khabuan.base.record;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back, within a change, what an earlier change did to rows that stood before it: they are again as they were, save for what was changed of them since.
 *  A row that the change wrote more than once goes back to what stood before the first time. */
@Component
public class Restoring {

    private final JdbcClient jdbc;

    Restoring(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param table a kept table's name, from the code and never from a user
     *  @param change the number of the change that is taken back
     *  @param which SQL over the row as "p": those that are restored
     *  @return how many rows */
    public int restore(String table, long change, String which) {
        var columns = jdbc.sql("""
                select column_name from information_schema.columns where table_schema = 'present' and table_name = :table and is_generated = 'NEVER'
                  and column_name not in ('id', 'version', 'recorded_at', 'change_id') order by ordinal_position""").param("table", table).query(String.class).list();
        String all = columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
        String back = columns.stream().map(c -> "\"%1$s\" = case when p.\"%1$s\" is not distinct from m.\"%1$s\" then o.\"%1$s\" else p.\"%1$s\" end".formatted(c)).collect(Collectors.joining(", "));
        return jdbc.sql("""
                update present.%1$s p set %2$s
                from history.%1$s o join (select id, %3$s from present.%1$s where change_id = :change union all select id, %3$s from history.%1$s where change_id = :change and superseded_by <> :change) m on m.id = o.id
                where o.superseded_by = :change and o.change_id <> :change and p.id = o.id and %4$s""".formatted(table, back, all, which)).param("change", change).update();
    }
}
