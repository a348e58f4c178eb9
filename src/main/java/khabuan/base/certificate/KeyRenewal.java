package khabuan.base.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The renewal of the key that signs the codes of letters: an act with who, when and why. The key itself lies in a file; what it signed goes on verifying. */
@Component
public class KeyRenewal {

    /** @param madeOn null for the first one, which the first start made; by and reason are "" then
     *  @param copies how many copies of letters it has signed */
    public record Line(String keyId, LocalDate madeOn, String by, String reason, long copies, boolean isCurrent) {}

    private final JdbcClient jdbc;
    private final Changes changes;
    private final LetterKeys keys;
    private final Letters letters;

    KeyRenewal(JdbcClient jdbc, Changes changes, LetterKeys keys, Letters letters) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.keys = keys;
        this.letters = letters;
    }

    /** Makes a new key, which signs from now on in every running server of this home. @return its number */
    String renew(Actor actor, String reason) {
        if (reason.isBlank()) throw CertificateRefusal.REASON_MISSING.at("keyReason");
        return changes.make(actor.author(), "certificate.key", reason.strip(), () -> {
            String made = keys.rotate();
            jdbc.sql("insert into letter_key (key_id, made_on, reason) values (?, ?, ?) on conflict do nothing").params(made, letters.today(), reason.strip()).update();
            return made;
        });
    }

    /** All keys, the one that signs first. */
    List<Line> all() {
        Map<String, Long> copies = jdbc.sql("select key_id, count(*) as copies from letter_copy group by key_id").query().listOfRows().stream()
                .collect(Collectors.toMap(r -> (String) r.get("key_id"), r -> (Long) r.get("copies")));
        var made = jdbc.sql("select k.key_id, k.made_on, coalesce(log.who(l), ''), k.reason from letter_key k left join log.entry l on l.id = k.change_id")
                .query((r, n) -> new Line(r.getString(1), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), 0, false)).list().stream().collect(Collectors.toMap(Line::keyId, k -> k));
        String current = keys.current();
        return keys.published().keySet().stream().map(id -> made.getOrDefault(id, new Line(id, null, "", "", 0, false)))
                .map(k -> new Line(k.keyId, k.madeOn, k.by, k.reason, copies.getOrDefault(k.keyId, 0L), k.keyId.equals(current))).toList().reversed();
    }
}
