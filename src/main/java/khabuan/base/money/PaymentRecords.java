package khabuan.base.money;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records that payments and entries are of, as people call them. */
@Component
public class PaymentRecords {

    private final JdbcClient jdbc;
    private final List<RecordKind> kinds;

    PaymentRecords(JdbcClient jdbc, List<RecordKind> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** Which record. */
    record Key(String kind, long id) {}

    /** A record by its name. @param path "" when it has no page */
    public record Named(String title, String path) {

        static final Named NONE = new Named("", "");
    }

    /** The names of records; what has none is left out. */
    Map<Key, Named> of(List<Key> keys) {
        var named = new HashMap<Key, Named>();
        keys.stream().distinct().collect(Collectors.groupingBy(Key::kind)).forEach((word, of) -> kinds.stream().filter(k -> k.kind().equals(word)).findFirst().ifPresent(kind ->
                jdbc.sql("select id, coalesce(%s, '') from %s where id = any(:ids)".formatted(kind.titleSql(), kind.table())).param("ids", of.stream().map(Key::id).toArray(Long[]::new))
                        .query(r -> { named.put(new Key(word, r.getLong(1)), new Named(r.getString(2), kind.path(r.getLong(1)))); })));
        return named;
    }
}
