package khabuan.base.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What records lack whose letters are asked for. */
@Component
class Lacks {

    private final JdbcClient jdbc;

    Lacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of those that lack something, by name. */
    List<Lack.Lacking> named(CertificateKind kind, Ordering.Preview preview, int most) {
        return jdbc.sql("select id, name from " + kind.table() + " where id = any(:ids) order by name collate \"th-TH-x-icu\", id limit :most")
                .param("ids", preview.lacking().toArray(Long[]::new)).param("most", most)
                .query((r, n) -> new Lack.Lacking(r.getString(2), kind.path(r.getLong(1)), preview.missing().get(r.getLong(1)))).list();
    }

    /** What each of the records lacks on a day; who lacks nothing is not in it. */
    Map<Long, List<Lack.Missing>> of(CertificateKind kind, Collection<Long> recordIds, LocalDate today) {
        var all = new TreeMap<Long, List<Lack.Missing>>();
        var ids = recordIds.toArray(Long[]::new);
        var units = jdbc.sql("select distinct unit_code from " + kind.table() + " where id = any(:ids)").param("ids", ids).query(String.class).list().toArray(String[]::new);
        for (var lack : kind.lacks())
            jdbc.sql("select record_id, min(mend_id) from (%s) l where record_id = any(:ids) group by 1".formatted(lack.sql())).param("ids", ids).param("units", units).param("today", today)
                    .query(r -> { all.computeIfAbsent(r.getLong(1), id -> new ArrayList<>()).add(new Lack.Missing(lack.key(), lack.mend().replace("{id}", r.getString(2)))); });
        return all;
    }
}
