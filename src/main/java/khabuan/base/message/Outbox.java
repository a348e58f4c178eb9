package khabuan.base.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import khabuan.base.message.Channel.NotTaken;
import khabuan.base.message.Channel.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go what is due. A delivery is locked while it is under way and marked as sent in the same transaction: a server that is killed leaves it waiting. Just before the other side
 *  can accept it, that is noted apart, and its answer in the transaction of the delivery: what is noted without an answer may have arrived. It is never sent again by itself (unless the
 *  other side knows it again by its number) but kept as uncertain, for an administrator: {@link Undelivered}. */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final List<Channel> channels;
    private final Preferences preferences;
    private final Composing composing;
    private final Clock clock;

    Outbox(JdbcClient jdbc, PlatformTransactionManager transactions, List<Channel> channels, Preferences preferences, Composing composing, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.channels = channels;
        this.preferences = preferences;
        this.composing = composing;
        this.clock = clock;
    }

    private record Due(long id, long account, boolean digest, UUID token, int attempts) {}

    /** Sends all that is due. @return how many deliveries were taken by the other side
     *  @throws Unreachable when one of the ways is closed; the others have been gone */
    int deliver() {
        int sent = 0;
        Unreachable closed = null;
        for (var channel : channels) {
            if (!channel.isOn() || !isDue(channel)) continue;
            try (var line = channel.open()) {
                for (var taken = next(channel, line); taken.isPresent(); taken = next(channel, line)) if (taken.get()) sent++;
            } catch (Unreachable e) {
                closed = e;
            }
        }
        if (closed != null) throw closed;
        return sent;
    }

    private boolean isDue(Channel channel) {
        return jdbc.sql("select exists (select from message_delivery where channel = ? and state = 'waiting' and due_at <= ?)").params(channel.name(), Messages.at(clock.instant()))
                .query(Boolean.class).single();
    }

    /** @return empty when nothing more is due; else whether it was taken */
    private Optional<Boolean> next(Channel channel, Channel.Line line) {
        return transaction.execute(status -> jdbc.sql("""
                select id, account_id, digest, token, attempts from message_delivery where channel = ? and state = 'waiting' and due_at <= ?
                order by due_at, id limit 1 for no key update skip locked""").params(channel.name(), Messages.at(clock.instant()))
                .query((r, n) -> new Due(r.getLong(1), r.getLong(2), r.getBoolean(3), r.getObject(4, UUID.class), r.getInt(5))).optional().map(due -> send(channel, line, due)));
    }

    private boolean send(Channel channel, Channel.Line line, Due due) {
        if (isUncertain(channel, due)) return end(due, "uncertain", "");
        var letter = letter(channel, due);
        if (letter.isEmpty()) return end(due, "dropped", "");
        try {
            line.send(letter.get(), () -> note(due));
            return end(due, "sent", "");
        } catch (NotTaken e) {
            LOG.warn("Delivery {} was not taken: {}", due.id, e.getMessage());
            return e.isForGood() || due.attempts + 1 >= MOST_ATTEMPTS ? end(due, "failed", e.getMessage()) : wait(due, e.getMessage());
        }
    }

    /** Whether it was handed over without an answer: asked once it is locked, so that no other sender is at it. */
    private boolean isUncertain(Channel channel, Due due) {
        return jdbc.sql("select exists (select from message_handing where delivery_id = ? and answered_at is null and handed_at <= clock_timestamp() - make_interval(secs => ?))")
                .params(due.id, (double) channel.knowsAgain().toSeconds()).query(Boolean.class).single();
    }

    private void note(Due due) {
        apart.executeWithoutResult(status -> jdbc.sql("insert into message_handing (delivery_id, attempt) select :id, 1 + count(*) from message_handing where delivery_id = :id")
                .param("id", due.id).update());
    }

    /** The other side has answered: what was handed over is no longer in doubt. */
    private void answered(Due due) {
        jdbc.sql("update message_handing set answered_at = clock_timestamp() where delivery_id = ? and answered_at is null").param(due.id).update();
    }

    private boolean end(Due due, String state, String fault) {
        if (!state.equals("uncertain")) answered(due);
        jdbc.sql("update message_delivery set state = ?, fault = ?, attempts = attempts + 1, ended_at = ? where id = ?").params(state, fault, Messages.at(clock.instant()), due.id).update();
        return state.equals("sent");
    }

    private boolean wait(Due due, String fault) {
        answered(due);
        jdbc.sql("update message_delivery set fault = ?, attempts = attempts + 1, due_at = ? where id = ?").params(fault, Messages.at(again(due.attempts)), due.id).update();
        return false;
    }

    /** One minute, two, four … up to six hours. */
    private Instant again(int attempts) {
        var pause = Duration.ofMinutes(1L << attempts);
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Empty when there is nothing to say any more: no address, an account that is closed, or a digest of what has been read. */
    private Optional<Letter> letter(Channel channel, Due due) {
        var preference = preferences.of(due.account);
        var name = jdbc.sql("select full_name from account where id = ? and disabled_on is null").param(due.account).query(String.class).optional();
        var told = jdbc.sql("""
                select m.* from message m join message_in_delivery d on d.message_id = m.id where d.delivery_id = :id and (m.read_at is null or not :digest) order by m.said_at, m.id""")
                .param("id", due.id).param("digest", due.digest).query((r, n) -> Messages.told(r)).list();
        String to = channel.address(preference);
        if (to.isEmpty() || name.isEmpty() || told.isEmpty() || preference.pace() == Pace.NEVER) return Optional.empty();
        return Optional.of(composing.letter(due.token, to, name.get(), preference.language(), due.digest, told));
    }
}
