package khabuan.base.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The only way to write: a change is one transaction and one line of the log. The database refuses a write outside of one. */
@Component
public class Changes {

    private static final ThreadLocal<String> LAST_ACT = new ThreadLocal<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Changes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does the work as one change.
     *  @param act what is done, as a word of the log: "council.register"
     *  @param reason why, in the author's words; empty when the act says it all */
    public <T> T make(Author author, String act, String reason, Supplier<T> work) {
        return make(author, act, reason, null, work);
    }

    /** As {@link #make(Author, String, String, Supplier)}, for work without an answer. */
    public void make(Author author, String act, String reason, Runnable work) {
        make(author, act, reason, null, () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #make(Author, String, String, Supplier)}, recorded as known at an earlier moment: for loading what the old systems knew.
     *  @param recordedAt null for now */
    public <T> T make(Author author, String act, String reason, Instant recordedAt, Supplier<T> work) {
        T answer = transaction.execute(status -> {
            open(author, act, reason, recordedAt);
            return work.get();
        });
        LAST_ACT.set(act);
        return answer;
    }

    /** The act of the last change that this thread made since it was asked; "" for none. What answers a person says with it what was done. */
    public static String takeLastAct() {
        String act = LAST_ACT.get();
        LAST_ACT.remove();
        return act == null ? "" : act;
    }

    /** Does the work once for a key: the same key again answers as the first time, and does nothing.
     *  @param key chosen by the client; empty for work that need not be repeatable */
    public String makeOnce(String key, Author author, String act, String reason, Supplier<String> work) {
        if (key == null || key.isBlank()) return make(author, act, reason, work);
        String answer = once(key, author, act, reason, work);
        LAST_ACT.set(act);
        return answer;
    }

    private String once(String key, Author author, String act, String reason, Supplier<String> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7415002))").param(key).query().listOfRows();
            Optional<String> before = jdbc.sql("select answer from log.request where key = ? and actor_id is not distinct from ?")
                    .param(key).param(author.accountId()).query(String.class).optional();
            if (before.isPresent()) return before.get();
            open(author, act, reason, null);
            String answer = work.get();
            jdbc.sql("insert into log.request (key, actor_id, answer) values (?, ?, ?)").param(key).param(author.accountId()).param(answer).update();
            return answer;
        });
    }

    /** Logs a reading of personal data. */
    public void read(Author author, String act, String reason, String recordKind, Long recordId) {
        jdbc.sql("""
                insert into log.entry (actor_id, actor, address, act, reason, subject_kind, subject_id)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(author.accountId()).param(author.name()).param(author.address()).param(act).param(reason).param(recordKind).param(recordId).update();
    }

    /** Logs a reading of the personal data of many, a line for each, all or none. */
    public void readEach(Author author, String act, String reason, String recordKind, Collection<Long> recordIds) {
        jdbc.sql("""
                insert into log.entry (actor_id, actor, address, act, reason, subject_kind, subject_id)
                select :account::bigint, :name, :address, :act, :reason, :kind, id from unnest(:ids::bigint[]) id""")
                .param("account", author.accountId()).param("name", author.name()).param("address", author.address()).param("act", act).param("reason", reason).param("kind", recordKind)
                .param("ids", recordIds.toArray(Long[]::new)).update();
    }

    private void open(Author author, String act, String reason, Instant recordedAt) {
        jdbc.sql("select log.begin_change(?, ?, ?, ?, ?, ?::timestamptz)")
                .param(author.accountId()).param(author.name()).param(author.address()).param(act).param(reason)
                .param(recordedAt == null ? null : OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC).toString())
                .query().listOfRows();
    }
}
