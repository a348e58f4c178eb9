package khabuan.base.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.intake.LineFault;
import khabuan.base.record.RecordKind;
import khabuan.base.store.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The comparisons, and the kinds that can be compared. One of the centre is everybody's, as far as their places go; one of a region is the region's. */
@Component
class Reconciliations {

    private static final String OPEN = "(:level = 'country' or r.scope_level = 'country' or r.scope_level = :level and r.scope_code = :code) and r.kind = any(:kinds)";
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;
    private final List<Reconcilable> kinds;
    private final List<RecordKind> records;

    Reconciliations(JdbcClient jdbc, List<Reconcilable> kinds, List<RecordKind> records) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream().sorted(Comparator.comparing(Reconcilable::word)).toList();
        this.records = records;
    }

    List<Reconcilable> openTo(Actor actor) {
        return kinds.stream().filter(k -> k.intake().isOpenTo(actor)).toList();
    }

    /** @throws Refused when no room declared it */
    Reconcilable kind(String word) {
        return kinds.stream().filter(k -> k.word().equals(word)).findFirst().orElseThrow(() -> new Refused("There is nothing to compare files of “" + word + "” with: choose "
                + String.join(", ", kinds.stream().map(Reconcilable::word).toList()) + "."));
    }

    RecordKind record(Reconcilable kind) {
        return records.stream().filter(r -> r.kind().equals(kind.record())).findFirst().orElseThrow();
    }

    /** What is said beside a file. */
    record Wish(String kind, String system, Comparing.Covered covered, String fileName, String sha256) {}

    long open(Actor actor, Wish wish) {
        return jdbc.sql("""
                insert into reconciliation (kind, system, extract_on, area, file_name, file_sha256, scope_level, scope_code, account_id, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(wish.kind, wish.system, wish.covered.on(), wish.covered.place(), wish.fileName, wish.sha256, actor.scopeLevel(), actor.scopeCode(), actor.accountId(),
                        actor.signature()).query(Long.class).single();
    }

    void comparedBy(long id, long job) {
        jdbc.sql("update reconciliation set job_id = ? where id = ?").params(job, id).update();
    }

    /** @throws OutOfReach when there is none, or it is not the actor's */
    Reconciliation at(Actor actor, long id) {
        return jdbc.sql("select r.* from reconciliation r where r.id = :id and " + OPEN).param("id", id).param("level", actor.scopeLevel()).param("code", actor.scopeCode())
                .param("kinds", words(actor)).query((r, n) -> reconciliation(r)).optional().orElseThrow(() -> new OutOfReach("reconciliation " + id));
    }

    /** The newest ones. */
    List<Reconciliation> newest(Actor actor, int most) {
        return jdbc.sql("select r.* from reconciliation r where " + OPEN + " order by r.made_at desc, r.id desc limit :most").param("level", actor.scopeLevel()).param("code", actor.scopeCode())
                .param("kinds", words(actor)).param("most", most).query((r, n) -> reconciliation(r)).list();
    }

    private String[] words(Actor actor) {
        return openTo(actor).stream().map(Reconcilable::word).toArray(String[]::new);
    }

    private static Reconciliation reconciliation(ResultSet r) throws SQLException {
        var compared = r.getTimestamp("compared_at");
        return new Reconciliation(r.getLong("id"), r.getString("kind"), r.getString("system"), r.getObject("extract_on", java.time.LocalDate.class), r.getString("area"), r.getString("file_name"),
                r.getString("file_sha256"), r.getString("scope_level"), r.getString("scope_code"), (Long) r.getObject("account_id"), r.getString("made_by"), r.getTimestamp("made_at").toInstant(),
                (Long) r.getObject("job_id"), compared == null ? null : compared.toInstant(), r.getLong("lines"), List.of((String[]) r.getArray("unread").getArray()),
                r.getString("unreadable") == null ? List.of() : List.of(JSON.readValue(r.getString("unreadable"), LineFault[].class)));
    }

    void unreadable(long id, List<LineFault> faults) {
        jdbc.sql("update reconciliation set unreadable = ?::jsonb where id = ?").params(JSON.writeValueAsString(faults), id).update();
    }
}
