package khabuan.base.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import khabuan.base.access.Actor;

/** What is to be done with a file.
 *  @param name the file's name as people know it
 *  @param recordedAt the moment at which it was known, for what the old systems hold; null for now
 *  @param check whether it is only looked at
 *  @param told what was told beside the file
 *  @param acceptValid whether the rows without fault are written though others are refused */
public record Order(Actor actor, Path file, String name, Instant recordedAt, Told told, boolean check, boolean acceptValid, LocalDate today, Progress progress) {

    public Order(Actor actor, Path file, String name, Instant recordedAt, boolean check, boolean acceptValid, LocalDate today, Progress progress) {
        this(actor, file, name, recordedAt, Told.NOTHING, check, acceptValid, today, progress);
    }

    /** What a file doesn't say itself.
     *  @param from the day from which it holds; null when not told
     *  @param credit whose work it is; "" when not told */
    public record Told(LocalDate from, String credit) {

        public static final Told NOTHING = new Told(null, "");
    }

    /** Who wants to know how far it is. */
    @FunctionalInterface
    public interface Progress {

        Progress NONE = (phase, lines) -> { };

        /** @param phase "reading", "checking" or "writing"; @param lines the rows read so far */
        void at(String phase, long lines);
    }

    /** Whether it loads what the old systems knew. */
    public boolean isHistorical() {
        return recordedAt != null;
    }
}
