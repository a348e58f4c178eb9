package khabuan.base.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The life of a record: who changed what, field by field, when and why. */
@Component
public class Timeline {

    /** One change of a record. @param fields what changed; for the first version, what was set */
    public record Step(int version, Instant at, Instant enteredAt, String actor, String address, String act, String reason, List<Field> fields) {}

    /** @param before null in the first version; @param after null when emptied */
    public record Field(String name, String before, String after) {}

    private static final Set<String> BOOKKEEPING = Set.of("id", "version", "recorded_at", "change_id", "superseded_at", "superseded_by");
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steps of a record, newest first.
     *  @param table a kept table's name, from the code and never from a user */
    public List<Step> of(String table, long id) {
        record Version(int version, Instant at, Instant entered, String actor, String address, String act, String reason, Map<String, String> fields) {}
        var versions = jdbc.sql("""
                select v.version, v.recorded_at, e.at, e.actor, e.address, e.act, e.reason, v.fields
                from (select version, recorded_at, change_id, to_jsonb(t)::text as fields from present.%1$s t where id = :id
                      union all
                      select version, recorded_at, change_id, to_jsonb(t)::text from history.%1$s t where id = :id) v
                left join log.entry e on e.id = v.change_id
                order by v.version""".formatted(table))
                .param("id", id)
                .query((row, n) -> new Version(row.getInt(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant(), row.getString(4),
                        row.getString(5), row.getString(6), row.getString(7), fields(row.getString(8))))
                .list();
        var steps = new ArrayList<Step>();
        Map<String, String> before = null;
        for (var v : versions) {
            steps.addFirst(new Step(v.version, v.at, v.entered, v.actor, v.address, v.act, v.reason, changes(before, v.fields)));
            before = v.fields;
        }
        return steps;
    }

    private static List<Field> changes(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<Field>();
        after.forEach((name, value) -> {
            String was = before == null ? null : before.get(name);
            if (!Objects.equals(was, value)) changes.add(new Field(name, was, value));
        });
        return changes;
    }

    private static Map<String, String> fields(String json) {
        var fields = new TreeMap<String, String>();
        JSON.readTree(json).properties().forEach(e -> {
            if (!BOOKKEEPING.contains(e.getKey())) fields.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().isContainer() ? e.getValue().toString() : e.getValue().asString());
        });
        return fields;
    }
}
