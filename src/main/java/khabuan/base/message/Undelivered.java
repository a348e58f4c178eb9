package khabuan.base.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.record.Changes;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries that did not arrive, or of which nobody knows whether they did: why, how often they were tried, and what an administrator makes of each.
 *  The message itself stands in the person's inbox all the while. */
@Component
public class Undelivered {

    /** @param state "failed"; "uncertain", when it may have arrived; "waiting", when it will be tried again
     *  @param to the person's name; @param address masked: "so…@example.go.th", "" for none now
     *  @param fault what the other side answered last; "" for nothing
     *  @param at when it ended, or will be tried again
     *  @param number its Message-ID begins with it; by it the log of the mail server tells what became of it */
    public record Line(long id, String channel, String state, String to, String address, int attempts, String fault, Instant at, UUID number, List<Messages.Told> told) {

        public boolean isUncertain() {
            return state.equals("uncertain");
        }

        /** Why, in words; as it stands when it is of an earlier version. */
        public String why(Words words) {
            String key = "message-fault." + fault.replaceAll(":.*", ""), number = fault.replaceAll("^[^:]*:?", "");
            return fault.isEmpty() || !words.has(key) ? fault : words.t(key, number);
        }
    }

    private static final String THEM = "from message_delivery d where (d.state in ('failed', 'uncertain') or d.state = 'waiting' and d.attempts > 0)";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Preferences preferences;
    private final Clock clock;

    Undelivered(JdbcClient jdbc, Changes changes, Preferences preferences, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.preferences = preferences;
        this.clock = clock;
    }

    long count() {
        return jdbc.sql("select count(*) " + THEM).query(Long.class).single();
    }

    /** The uncertain first, then the failed, then those that are tried again; the newest of each first. */
    List<Line> all(int limit, long offset) {
        return jdbc.sql("select d.id, d.channel, d.state, a.full_name, d.account_id, d.attempts, d.fault, coalesce(d.ended_at, d.due_at), d.token "
                + THEM.replace(" where", " join account a on a.id = d.account_id where") + " order by case d.state when 'uncertain' then 1 when 'failed' then 2 else 3 end, d.id desc limit ? offset ?")
                .params(limit, offset).query((r, n) -> new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), address(r.getString(2), r.getLong(5)), r.getInt(6), r.getString(7),
                        r.getTimestamp(8).toInstant(), r.getObject(9, UUID.class), told(r.getLong(1)))).list();
    }

    private String address(String channel, long account) {
        return channel.equals("mail") ? Preference.masked(preferences.of(account).email()) : "";
    }

    private List<Messages.Told> told(long delivery) {
        return jdbc.sql("select m.* from message m join message_in_delivery i on i.message_id = m.id where i.delivery_id = ? order by m.said_at, m.id").param(delivery).query((r, n) -> Messages.told(r)).list();
    }

    /** Lets it leave once more, now, under the same number. */
    void again(Actor actor, long id) {
        settle(actor, "message.send-again", id, "state = 'waiting', ended_at = null, due_at = least(due_at, :now)", "state in ('failed', 'uncertain', 'waiting')");
    }

    /** Somebody found out that it has arrived. */
    void arrived(Actor actor, long id) {
        settle(actor, "message.arrived", id, "state = 'sent'", "state = 'uncertain'");
    }

    /** It is not tried any more. */
    void giveUp(Actor actor, long id) {
        settle(actor, "message.give-up", id, "state = 'dropped', ended_at = coalesce(ended_at, :now)", "state in ('failed', 'uncertain', 'waiting')");
    }

    /** @throws khabuan.base.access.Refusal.Thrown when it was settled in the meantime */
    private void settle(Actor actor, String act, long id, String become, String now) {
        changes.make(actor.author(), act, Long.toString(id), () -> {
            int rows = jdbc.sql("update message_delivery d set " + become + " where d.id = :id and d." + now + " and exists (select " + THEM + " and d.id = :id)")
                    .param("id", id).param("now", Messages.at(clock.instant())).update();
            if (rows == 0) throw MessageRefusal.SETTLED_ALREADY.with();
            jdbc.sql("update message_handing set answered_at = clock_timestamp() where delivery_id = ? and answered_at is null").param(id).update();
        });
    }
}
