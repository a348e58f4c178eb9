package khabuan.base.certificate;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of letters: editions by kind, of which the newest is printed; what was issued keeps its own. */
@Component
public class LetterTemplates {

    /** @param body paragraphs parted by line breaks, with words in braces for the facts */
    public record Template(long id, String kind, int edition, String title, String body, java.time.Instant since, String by) {}

    /** What every letter may say beside the facts of its kind. */
    static final List<String> COMMON = List.of("number", "issued", "office");
    private static final String TEMPLATES = """
            select t.id, t.kind, t.edition, t.title, t.body, t.recorded_at, coalesce(l.actor, '') from certificate_template t left join log.entry l on l.id = t.change_id""";
    private final JdbcClient jdbc;
    private final Changes changes;

    LetterTemplates(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The editions of a kind, the newest first. */
    List<Template> editions(String kind) {
        return jdbc.sql(TEMPLATES + " where t.kind = ? order by t.edition desc").param(kind).query((r, n) -> template(r)).list();
    }

    Template newest(String kind) {
        return editions(kind).stream().findFirst().orElseThrow(() -> new IllegalStateException("There are no words for letters of the kind " + kind));
    }

    Template at(long id) {
        return jdbc.sql(TEMPLATES + " where t.id = ?").param(id).query((r, n) -> template(r)).single();
    }

    private static Template template(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Template(r.getLong(1), r.getString(2), r.getInt(3), r.getString(4), r.getString(5), r.getTimestamp(6).toInstant(), r.getString(7));
    }

    /** The words that may stand in braces in letters of a kind. */
    static List<String> places(CertificateKind kind) {
        var places = new ArrayList<>(kind.facts());
        places.addAll(COMMON);
        return places;
    }

    /** Judges words before they are printed or kept. */
    static void demand(CertificateKind kind, String title, String body) {
        judged(kind, title, body).demandNone();
    }

    private static Refusals judged(CertificateKind kind, String title, String body) {
        var refusals = new Refusals().when(title.isBlank(), CertificateRefusal.TITLE_MISSING, "title").when(body.isBlank(), CertificateRefusal.BODY_MISSING, "body");
        var places = places(kind);
        for (var word : LetterPaper.places(body)) refusals.when(!places.contains(word), CertificateRefusal.PLACEHOLDER_UNKNOWN, "body", word, String.join(", ", places));
        return refusals.when(!LetterPaper.places(body).contains("name"), CertificateRefusal.BODY_WITHOUT_NAME, "body");
    }

    /** Keeps words as the next edition.
     *  @param opened the edition that the form was opened with */
    void change(Actor actor, CertificateKind kind, String title, String body, String reason, int opened) {
        judged(kind, title, body).when(reason.isBlank(), CertificateRefusal.REASON_MISSING, "reason").demandNone();
        var newest = newest(kind.kind());
        if (newest.title().equals(title) && newest.body().equals(body)) throw CertificateRefusal.UNCHANGED.with();
        changes.make(actor.author(), "certificate.template", reason, () -> {
            if (jdbc.sql("insert into certificate_template (kind, edition, title, body) values (?, ?, ?, ?) on conflict do nothing").params(kind.kind(), opened + 1, title, body).update() == 0)
                throw new Conflict(newest.id(), opened, newest.edition());
        });
    }
}
