package khabuan.base.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chain over the lines of the log: each seal covers its line and the seal before, so that no line can be changed, taken out or put in between unnoticed. */
@Component
public class Chain {

    /** @param sealNumber null for a line that was never sealed; @param line null for a seal that is missing; @param fault "changed line", "missing line", "missing seal", "unsealed line" */
    public record Fault(Long sealNumber, Long line, String fault) {}

    /** @param lines how many lines are sealed; @param head the last seal, to be noted elsewhere: "1234:9f86…"; "" for an empty log */
    public record Verification(long lines, String head, List<Fault> faults, Instant at) {

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    private final JdbcClient jdbc;

    Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seals the lines that wait. @return how many */
    public long seal() {
        return jdbc.sql("select log.seal_lines()").query(Long.class).single();
    }

    /** Seals what waits and looks at the whole chain. */
    @Transactional
    public Verification verify() {
        seal();
        var faults = jdbc.sql("select number, entry_id, fault from log.broken_seals()")
                .query((r, n) -> new Fault((Long) r.getObject(1), (Long) r.getObject(2), r.getString(3))).list();
        long lines = jdbc.sql("select count(*) from log.seal").query(Long.class).single();
        String head = jdbc.sql("select number, hash from log.seal order by number desc limit 1")
                .query((r, n) -> r.getLong(1) + ":" + HexFormat.of().formatHex(r.getBytes(2))).optional().orElse("");
        return new Verification(lines, head, faults, Instant.now());
    }

    /** Whether a seal that was noted earlier still stands in the chain: who rewrites the whole chain can't make it so. @param noted "1234:9f86…" */
    public boolean stands(String noted) {
        var parts = noted.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("([0-9a-f]{2})+")) throw new IllegalArgumentException("A noted seal looks like 1234:9f86…: " + noted);
        return jdbc.sql("select exists (select from log.seal where number = ? and hash = ?)").param(Long.parseLong(parts[0])).param(HexFormat.of().parseHex(parts[1]))
                .query(Boolean.class).single();
    }
}
