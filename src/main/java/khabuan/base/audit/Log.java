package khabuan.base.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the log. */
@Component
public class Log {

    /** A record that a line is about. @param kind of {@link RecordKind}, or another word of the log
     *  @param title "" when it has none @param path its page; "" for none */
    public record Subject(String kind, long id, String title, String path) {}

    /** @param subjects what was read or written; none when that isn't to be told, three at most */
    public record Line(long id, Instant at, String actor, String address, String act, String reason, List<Subject> subjects) {}

    private static final String LINES = "select e.id, e.at, e.actor, e.address, e.act, e.reason, e.subject_kind, e.subject_id from log.entry e where ";
    /** Readings name their kind; changes are found by the tables they touched. */
    private static final String OF_KIND = """
             and (e.subject_kind = :kind or e.id in (select change_id from log.touch where table_name = :table
                  or table_name in (select w.table_name from history.whereabouts w where w.owner_table = :table)))""";
    private static final int PORTION = 5000;
    private final JdbcClient jdbc;
    private final List<RecordKind> kinds;
    private final LogSubjects subjects;

    Log(JdbcClient jdbc, List<RecordKind> kinds, LogSubjects subjects) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.subjects = subjects;
    }

    List<String> kinds() {
        return kinds.stream().map(RecordKind::kind).sorted().toList();
    }

    long count(LogFilter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from log.entry e where " + where(filter, values)).params(values).query(Long.class).single();
    }

    /** The latest first. */
    List<Line> list(LogFilter filter, int size, long offset) {
        var values = new HashMap<String, Object>(Map.of("size", size, "offset", offset));
        return lines(jdbc.sql(LINES + where(filter, values) + " order by e.id desc limit :size offset :offset").params(values));
    }

    /** All of them one by one, the latest first, read a portion at a time: what is added meanwhile is left out. */
    Iterator<Line> each(LogFilter filter) {
        return new Iterator<>() {
            private Iterator<Line> portion = before(filter, Long.MAX_VALUE).iterator();
            private long last;

            @Override
            public boolean hasNext() {
                if (!portion.hasNext() && last > 0) portion = before(filter, last).iterator();
                return portion.hasNext();
            }

            @Override
            public Line next() {
                var line = portion.next();
                last = line.id();
                return line;
            }
        };
    }

    private List<Line> before(LogFilter filter, long id) {
        var values = new HashMap<String, Object>(Map.of("before", id, "portion", PORTION));
        return lines(jdbc.sql(LINES + where(filter, values) + " and e.id < :before order by e.id desc limit :portion").params(values));
    }

    private List<Line> lines(JdbcClient.StatementSpec query) {
        var read = new HashMap<Long, Subject>();
        var lines = query.query((r, n) -> {
            if (r.getString(7) != null && r.getObject(8) != null) read.put(r.getLong(1), new Subject(r.getString(7), r.getLong(8), "", ""));
            return new Line(r.getLong(1), r.getObject(2, OffsetDateTime.class).toInstant(), r.getString(3), r.getString(4), r.getString(5), r.getString(6), List.of());
        }).list();
        var about = subjects.of(lines.stream().map(Line::id).toList(), read);
        return lines.stream().map(l -> new Line(l.id, l.at, l.actor, l.address, l.act, l.reason, about.getOrDefault(l.id, List.of()))).toList();
    }

    private String where(LogFilter filter, Map<String, Object> values) {
        var where = new StringBuilder("true");
        add(where, values, filter.who(), "who", " and e.actor like '%' || :who || '%'");
        add(where, values, filter.act(), "act", " and e.act like :act || '%'");
        add(where, values, filter.text(), "text", " and e.reason like '%' || :text || '%'");
        if (filter.first() != null) add(where, values, filter.first().atStartOfDay(ThaiDate.ZONE).toOffsetDateTime(), "first", " and e.at >= :first");
        if (filter.last() != null) add(where, values, filter.last().plusDays(1).atStartOfDay(ThaiDate.ZONE).toOffsetDateTime(), "end", " and e.at < :end");
        if (!filter.id().isEmpty()) add(where, values, Long.parseLong(filter.id()), "id", ofRecord(filter.kind()));
        else if (!filter.kind().isEmpty()) {
            add(where, values, filter.kind(), "kind", OF_KIND);
            values.put("table", kinds.stream().filter(k -> k.kind().equals(filter.kind())).map(RecordKind::table).findFirst().orElse(""));
        }
        return where.toString();
    }

    private static void add(StringBuilder where, Map<String, Object> values, Object value, String name, String condition) {
        if (value.equals("")) return;
        where.append(condition);
        values.put(name, value);
    }

    /** Readings of the record name it; changes are found by what they left in its table and its history. */
    private String ofRecord(String kind) {
        String changes = kinds.stream().filter(k -> kind.isEmpty() || k.kind().equals(kind)).map(k -> """
                 or e.id in (select change_id from present.%1$s where id = :id union all select change_id from history.%1$s where id = :id
                             union all select superseded_by from history.%1$s where id = :id)""".formatted(k.table())).reduce("", (all, one) -> all + " " + one);
        return " and (e.subject_id = :id" + changes + ")";
    }
}
