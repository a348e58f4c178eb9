package khabuan.base.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.page.Waiting;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells people what concerns them. A message is written in the change that it tells of, so that both are there or neither is; what is to leave the house is written
 *  with it into the outbox, at the pace that the person has chosen. */
@Component
public class Messages implements Waiting {

    /** For a message that is said once in the change that tells it, and again in the next. */
    public static final String ONCE_IN_THIS_CHANGE = "";
    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final List<Channel> channels;
    private final Clock clock;

    Messages(JdbcClient jdbc, Preferences preferences, List<Channel> channels, Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.channels = channels;
        this.clock = clock;
    }

    /** Tells a person something; called within the change that it tells of. To tell several people, go by their numbers: changes at the same time then never wait for one another in a circle.
     *  @param kind the message is "message.KIND" of the bundles of the room that tells it
     *  @param values what fills its places: days, whole numbers, {@link Text}, words
     *  @param link the page that it leads to, from the root: "/tasks"
     *  @param once what it is told for: told once for each, or {@link #ONCE_IN_THIS_CHANGE}
     *  @return whether it was told; not when it was told for this before */
    public boolean send(long account, String kind, List<?> values, String link, String once) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) throw new IllegalStateException("A message is sent within the change that it tells of.");
        var now = clock.instant();
        var id = jdbc.sql("""
                insert into message (account_id, kind, said_values, link, said_once_for, said_at)
                values (:account, :kind, :values, :link, coalesce(nullif(:once, ''), 'change ' || current_setting('khabuan.change')), :now)
                on conflict (account_id, kind, said_once_for) do nothing returning id""")
                .param("account", account).param("kind", kind).param("values", values.stream().map(Values::kept).toArray(String[]::new)).param("link", link)
                .param("once", once).param("now", at(now)).query(Long.class).optional();
        id.ifPresent(message -> hand(account, message, now));
        return id.isPresent();
    }

    /** What a person was asked is done: its messages count as read; called within the change that does it.
     *  @param kind, link of the messages that asked */
    public void settle(long account, String kind, String link) {
        jdbc.sql("update message set read_at = :now where account_id = :account and kind = :kind and link = :link and read_at is null")
                .param("now", at(clock.instant())).param("account", account).param("kind", kind).param("link", link).update();
    }

    /** Whether a message of that kind and link waits to be read: one that would say the same again need not be sent. */
    public boolean isUnread(long account, String kind, String link) {
        return jdbc.sql("select exists (select from message where account_id = :account and kind = :kind and link = :link and read_at is null)")
                .param("account", account).param("kind", kind).param("link", link).query(Boolean.class).single();
    }

    private void hand(long account, long message, Instant now) {
        var preference = preferences.of(account);
        if (preference.pace() == Pace.NEVER) return;
        for (var channel : channels) {
            if (!channel.isOn() || channel.address(preference).isEmpty()) continue;
            long delivery = jdbc.sql("""
                    insert into message_delivery (account_id, channel, digest, due_at) values (:account, :channel, :digest, :due)
                    on conflict (account_id, channel, due_at) where digest and state = 'waiting' do update set due_at = excluded.due_at returning id""")
                    .param("account", account).param("channel", channel.name()).param("digest", preference.pace().isDigest()).param("due", at(preference.pace().due(now)))
                    .query(Long.class).single();
            jdbc.sql("insert into message_in_delivery (delivery_id, message_id) values (?, ?)").params(delivery, message).update();
        }
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** A message as it stands in the inbox. @param readAt null while it is new */
    public record Told(long id, String kind, List<String> values, String link, Instant saidAt, Instant readAt) {

        /** The sentence in a language. */
        public String in(Words words) {
            return words.t("message." + kind, Values.spoken(values, words));
        }
    }

    static Told told(ResultSet r) throws SQLException {
        var read = r.getTimestamp("read_at");
        return new Told(r.getLong("id"), r.getString("kind"), Arrays.asList((String[]) r.getArray("said_values").getArray()), r.getString("link"),
                r.getTimestamp("said_at").toInstant(), read == null ? null : read.toInstant());
    }

    List<Told> inbox(Actor actor, int limit, long offset) {
        return jdbc.sql("select * from message where account_id is not distinct from ? order by said_at desc, id desc limit ? offset ?").params(actor.accountId(), limit, offset).query((r, n) -> told(r)).list();
    }

    long all(Actor actor) {
        return jdbc.sql("select count(*) from message where account_id is not distinct from ?").param(actor.accountId()).query(Long.class).single();
    }

    @Override
    public long of(Actor actor) {
        return actor.accountId() == null ? 0 : jdbc.sql("select count(*) from message where account_id = ? and read_at is null").param(actor.accountId()).query(Long.class).single();
    }

    /** @throws OutOfReach when it is nobody's or somebody else's */
    void read(Actor actor, long id) {
        int rows = jdbc.sql("update message set read_at = coalesce(read_at, :now) where id = :id and account_id is not distinct from :account")
                .param("now", at(clock.instant())).param("id", id).param("account", actor.accountId(), java.sql.Types.BIGINT).update();
        if (rows == 0) throw new OutOfReach("message " + id);
    }

    void readAll(Actor actor) {
        jdbc.sql("update message set read_at = :now where account_id is not distinct from :account and read_at is null")
                .param("now", at(clock.instant())).param("account", actor.accountId(), java.sql.Types.BIGINT).update();
    }
}
