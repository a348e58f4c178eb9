package khabuan.base.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what has become of a letter, and of what it certifies, to whoever holds it. */
@Component
public class Verification {

    public enum State {
        VALID, REISSUED, REVOKED, FORGED,
        /** Genuine and the latest, but what it certified has ended since. */
        ENDED
    }

    /** What came to an end. @param key of the message that says so, with the day or the survivor's name as {0} @param on null when it was merged @param into the survivor's name; "" otherwise */
    public record End(String key, LocalDate on, String into) {}

    /** @param letter null when forged; as it was issued, whatever its record says today
     *  @param copy the copy in hand; @param lastCopy the number of the newest
     *  @param newer a later letter for the same record; null for none
     *  @param ends what of that which it certified has ended since; empty while all of it stands */
    public record Verdict(State state, Letter letter, int copy, int lastCopy, Letter newer, List<End> ends) {

        static final Verdict FORGED = new Verdict(State.FORGED, null, 0, 0, null, List.of());

        /** The word of its state in messages and pages. */
        public String word() {
            return state.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** At most one line of the log in this time, so that nobody can fill it. */
    private static final long TOLD_EVERY = Duration.ofSeconds(10).toNanos();
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Letters letters;
    private final LetterToken tokens;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TOLD_EVERY);
    private final AtomicLong untold = new AtomicLong();

    Verification(JdbcClient jdbc, Changes changes, Letters letters, LetterToken tokens) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.letters = letters;
        this.tokens = tokens;
    }

    Verdict of(String token) {
        var said = tokens.read(token).orElse(null);
        var letter = said == null ? null : letters.find(said.letterId()).orElse(null);
        if (letter == null || letter.copies().size() < said.copy() || !LetterToken.fingerprint(letter).equals(said.fingerprint())) {
            tell();
            return Verdict.FORGED;
        }
        var newer = letters.of(letter.kind(), letter.recordId()).stream().filter(t -> t.id() > letter.id() && t.state() == Letter.State.PRINTED).findFirst().orElse(null);
        int last = letter.lastCopy().number();
        var ends = ends(letter);
        var state = letter.revocation() != null ? State.REVOKED : said.copy() < last || newer != null ? State.REISSUED : ends.isEmpty() ? State.VALID : State.ENDED;
        return new Verdict(state, letter, said.copy(), last, newer, ends);
    }

    /** What has ended until today: the record itself, by a merge or by its last day, and what else the letters of its kind certify. */
    private List<End> ends(Letter letter) {
        var kind = letters.kind(letter.kind());
        var others = kind.endings().stream().map(e -> ", " + e.daySql()).collect(Collectors.joining());
        return jdbc.sql("select coalesce(s.name, ''), r.ended_on%2$s from %1$s r left join %1$s s on s.id = r.merged_into where r.id = :record".formatted(kind.table(), others))
                .param("record", letter.recordId()).param("issued", letter.issuedOn()).query((r, n) -> ends(r, kind)).optional().orElse(List.of());
    }

    private List<End> ends(ResultSet r, CertificateKind kind) throws SQLException {
        if (!r.getString(1).isEmpty()) return List.of(new End("certificate.ended.merged", null, r.getString(1)));
        var all = new ArrayList<End>();
        for (int i = 0; i <= kind.endings().size(); i++) {
            var day = r.getObject(2 + i, LocalDate.class);
            if (day != null && !day.isAfter(letters.today())) all.add(new End(i == 0 ? "certificate.ended.record" : kind.endings().get(i - 1).key(), day, ""));
        }
        return all;
    }

    /** Notes that a token was refused: not which, nor who asked. */
    private void tell() {
        untold.incrementAndGet();
        long now = System.nanoTime(), before = told.get();
        if (now - before < TOLD_EVERY || !told.compareAndSet(before, now)) return;
        changes.read(new Author(null, "public", ""), "certificate.refused-token", Long.toString(untold.getAndSet(0)), null, null);
    }
}
