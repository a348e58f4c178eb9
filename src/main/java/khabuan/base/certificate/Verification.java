package khabuan.base.certificate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what has become of a letter, to whoever holds it. */
@Component
public class Verification {

    public enum State { VALID, REISSUED, REVOKED, FORGED }

    /** @param letter null when forged; as it was issued, whatever its record says today
     *  @param copy the copy in hand; @param lastCopy the number of the newest
     *  @param newer a later letter for the same record; null for none
     *  @param endedOn when the record itself ended, since; null while it stands
     *  @param mergedInto the name of the record that it was merged into, since; "" for none */
    public record Verdict(State state, Letter letter, int copy, int lastCopy, Letter newer, LocalDate endedOn, String mergedInto) {

        static final Verdict FORGED = new Verdict(State.FORGED, null, 0, 0, null, null, "");

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
        var state = letter.revocation() != null ? State.REVOKED : said.copy() < last || newer != null ? State.REISSUED : State.VALID;
        return now(new Verdict(state, letter, said.copy(), last, newer, null, ""));
    }

    /** What became of the record itself. */
    private Verdict now(Verdict v) {
        return jdbc.sql("select r.ended_on, coalesce(s.name, '') from %1$s r left join %1$s s on s.id = r.merged_into where r.id = ?".formatted(letters.kind(v.letter.kind()).table()))
                .param(v.letter.recordId()).query((r, n) -> new Verdict(v.state, v.letter, v.copy, v.lastCopy, v.newer, r.getObject(1, LocalDate.class), r.getString(2))).optional().orElse(v);
    }

    /** Notes that a token was refused: not which, nor who asked. */
    private void tell() {
        untold.incrementAndGet();
        long now = System.nanoTime(), before = told.get();
        if (now - before < TOLD_EVERY || !told.compareAndSet(before, now)) return;
        changes.read(new Author(null, "public", ""), "certificate.refused-token", Long.toString(untold.getAndSet(0)), null, null);
    }
}
