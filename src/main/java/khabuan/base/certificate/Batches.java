package khabuan.base.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.evidence.Vault;
import khabuan.base.job.Job;
import khabuan.base.job.Jobs;
import khabuan.base.print.Leaf;
import khabuan.base.record.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that are ordered together: numbered as one change, then printed in the background, a few to a change; bound into one PDF of their exact copies when somebody takes it.
 *  What a stopped server left unprinted is printed after the next start. */
@Component
public class Batches {

    static final String JOB = "certificate.print";
    /** The most letters that are ordered at once. */
    public static final int MOST = 5000;
    private static final int PORTION = 20;
    private final JdbcClient jdbc;
    private final Numbering numbering;
    private final Printing printing;
    private final Letters letters;
    private final Jobs jobs;
    private final Vault vault;

    Batches(JdbcClient jdbc, Numbering numbering, Printing printing, Letters letters, Jobs jobs, Vault vault) {
        this.jdbc = jdbc;
        this.numbering = numbering;
        this.printing = printing;
        this.letters = letters;
        this.jobs = jobs;
        this.vault = vault;
    }

    /** @param wanted how many letters it has; @param printed how many of them are printed */
    public record Batch(long id, String kind, String title, Instant begunAt, long wanted, long printed) {

        public boolean isDone() {
            return printed == wanted;
        }

        public String path() {
            return "/letters/batches/" + id;
        }
    }

    /** Numbers the letters of these records, in their order, and begins to print them; once for a key.
     *  @param title what the batch is called: the address of the list that it was ordered from
     *  @param recordIds asked for within the change
     *  @return the address of its page */
    public String begin(Actor actor, String recordKind, String title, Supplier<List<Long>> recordIds, Consent consent) {
        long batch = numbering.many(actor, letters.kind(recordKind), recordIds, title, consent);
        goOn(actor, batch);
        return "/letters/batches/" + batch;
    }

    private void print(Actor actor, long batch, String title) {
        jobs.begin(actor, JOB, title, Long.toString(batch), (job, progress) -> print(actor.author(), waiting("batch_id = " + batch), progress));
    }

    private String print(Author author, List<Long> waiting, Jobs.Progress progress) {
        for (int done = 0; done < waiting.size(); done += PORTION) {
            printing.print(author, waiting.subList(done, Math.min(waiting.size(), done + PORTION)));
            progress.at("printing", Math.min(waiting.size(), done + PORTION));
        }
        return Integer.toString(waiting.size());
    }

    private List<Long> waiting(String condition) {
        return jdbc.sql("""
                select t.id from letter t where t.number is not null and %s and not exists (select from letter_copy k where k.letter_id = t.id)
                  and not exists (select from letter_revocation v where v.letter_id = t.id) order by t.id""".formatted(condition)).query(Long.class).list();
    }

    /** Goes on with a batch that was broken off. */
    void goOn(Actor actor, long id) {
        var batch = at(actor, id);
        var job = job(actor, id);
        if (!batch.isDone() && (job == null || !job.isGoingOn())) print(actor, id, batch.title());
    }

    /** Prints whatever has its number and waits. @return whether there was anything */
    boolean resume() {
        var waiting = waiting("true");
        if (waiting.isEmpty()) return false;
        var programme = Author.programme("certificates");
        jobs.begin(new Actor(null, programme.name(), "", khabuan.base.access.Role.PUBLIC, "country", "", java.util.Set.of(), programme.address()), JOB, "", "resumed",
                (job, progress) -> print(programme, waiting, progress));
        return true;
    }

    /** @throws OutOfReach when there is none, or it is somebody else's */
    Batch at(Actor actor, long id) {
        return jdbc.sql("""
                select b.id, b.record_kind, b.title, b.begun_at, (select count(*) from letter t where t.batch_id = b.id),
                       (select count(*) from letter t join letter_copy k on k.letter_id = t.id and k.number = 1 where t.batch_id = b.id)
                from letter_batch b where b.id = ? and b.account_id is not distinct from ?""").params(id, actor.accountId())
                .query((r, n) -> new Batch(r.getLong(1), r.getString(2), r.getString(3), r.getTimestamp(4).toInstant(), r.getLong(5), r.getLong(6))).optional()
                .orElseThrow(() -> new OutOfReach("batch " + id));
    }

    /** The job that works on it now, or worked last; null when none is known. */
    Job job(Actor actor, long id) {
        return jobs.of(actor, JOB, 50).stream().filter(job -> job.about().equals(Long.toString(id))).findFirst().orElse(null);
    }

    /** Binds the first copies of a batch into one PDF, in the order of their numbers. */
    void bind(Actor actor, long id, OutputStream out) throws IOException {
        at(actor, id);
        var files = jdbc.sql("select f.sha256 from letter t join letter_copy k on k.letter_id = t.id and k.number = 1 join file f on f.id = k.file_id where t.batch_id = ? order by t.id")
                .param(id).query(String.class).list();
        Leaf.bind(files.stream().map(this::bytes).iterator(), out);
    }

    private byte[] bytes(String sha256) {
        try {
            return Files.readAllBytes(vault.path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
