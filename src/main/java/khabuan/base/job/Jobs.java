package khabuan.base.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.store.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins work in the background and tells how far it is. Two jobs work at a time; others wait their turn. What a stopped server left undone is marked as broken off when it starts again. */
@Component
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long TOLD_EVERY = 400_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Semaphore turns = new Semaphore(2);

    Jobs(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The work of a job. */
    @FunctionalInterface
    public interface Work {

        /** @return what came of it, to be kept with the job */
        String run(long job, Progress progress);
    }

    /** Where the work tells how far it is; seen at once, whatever transaction the work is in. */
    @FunctionalInterface
    public interface Progress {
        void at(String phase, long done);
    }

    /** Begins work that is the actor's. @return the job's number */
    public long begin(Actor actor, String kind, String title, String about, Work work) {
        long id = apart.execute(status -> jdbc.sql("insert into job (kind, title, account_id, actor, about) values (?, ?, ?, ?, ?) returning id")
                .params(kind, title, actor.accountId(), actor.name(), about).query(Long.class).single());
        Thread.ofVirtual().name("job-" + id).start(() -> work(id, work));
        return id;
    }

    private void work(long id, Work work) {
        turns.acquireUninterruptibly();
        try {
            String outcome = work.run(id, progress(id));
            end(id, outcome, null);
        } catch (Refused e) {
            end(id, null, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} failed.", id, e);
            end(id, null, "job.failed");
        } finally {
            turns.release();
        }
    }

    private Progress progress(long id) {
        var told = new long[] {System.nanoTime() - TOLD_EVERY};
        var phases = new String[1];
        return (phase, done) -> {
            if (System.nanoTime() - told[0] < TOLD_EVERY && Objects.equals(phases[0], phase)) return;
            told[0] = System.nanoTime();
            phases[0] = phase;
            apart.executeWithoutResult(status -> jdbc.sql("update job set phase = ?, done = ? where id = ?").params(phase, done, id).update());
        };
    }

    private void end(long id, String outcome, String failure) {
        apart.executeWithoutResult(status -> jdbc.sql("update job set ended_at = clock_timestamp(), outcome = ?, failure = ? where id = ? and ended_at is null")
                .params(outcome, failure, id).update());
    }

    @EventListener(WebServerInitializedEvent.class)
    void breakOff() {
        jdbc.sql("update job set ended_at = clock_timestamp(), failure = 'job.broken-off' where ended_at is null").update();
    }

    /** @throws OutOfReach when there is none of this kind, or it is somebody else's */
    public Job at(Actor actor, String kind, long id) {
        return jdbc.sql("select * from job where id = ? and kind = ? and account_id is not distinct from ?").params(id, kind, actor.accountId())
                .query((r, n) -> job(r)).optional().orElseThrow(() -> new OutOfReach("job " + id));
    }

    /** The newest job of a kind, whoever began it. */
    public Optional<Job> newest(String kind) {
        return jdbc.sql("select * from job where kind = ? order by begun_at desc, id desc limit 1").param(kind).query((r, n) -> job(r)).optional();
    }

    /** When a job of a kind last came to a good end. */
    public Optional<Instant> lastEnd(String kind) {
        return jdbc.sql("select max(ended_at) from job where kind = ? and failure is null").param(kind).query((r, n) -> r.getTimestamp(1)).optional().map(java.sql.Timestamp::toInstant);
    }

    /** The actor's newest jobs of a kind. */
    public List<Job> of(Actor actor, String kind, int most) {
        return jdbc.sql("select * from job where account_id is not distinct from ? and kind = ? order by begun_at desc, id desc limit ?").params(actor.accountId(), kind, most)
                .query((r, n) -> job(r)).list();
    }

    private static Job job(ResultSet r) throws SQLException {
        var ended = r.getTimestamp("ended_at");
        return new Job(r.getLong("id"), r.getString("kind"), r.getString("title"), (Long) r.getObject("account_id"), r.getString("about"), r.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant(), r.getString("phase"), r.getLong("done"), r.getString("outcome"), r.getString("failure"));
    }
}
