package khabuan.base.money;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PaymentBatches of payments (ชุดจ่ายเงิน): one person gathers payments that wait, another releases them. A release is one change: the entries of all its payments and the file for the bank, whole or absent;
 *  it happens once, and the file stays the same for ever. */
@Component
public class PaymentBatches {

    private static final String COLUMNS = """
            select b.id, b.message_id, b.made_on, b.made_by, coalesce(m.full_name, '') as maker, b.released_on, coalesce(r.full_name, '') as releaser, coalesce(b.file_sha256, '') as file, count(p.id) as payments,
              coalesce(sum(p.amount), 0)::bigint as sum, count(p.settled_on) as settled, count(p.failed_on) as failed
            from payment_batch b left join account m on m.id = b.made_by left join account r on r.id = b.released_by left join payment p on p.batch_id = b.id\s""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Payments payments;
    private final PayingAccounts accounts;
    private final Vault vault;
    private final Clock clock;

    PaymentBatches(JdbcClient jdbc, Changes changes, Payments payments, PayingAccounts accounts, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.payments = payments;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /** A batch. @param madeBy null when nobody with an account made it
     *  @param releasedOn null until it is released @param file the SHA-256 of the file for the bank; "" until then */
    public record Batch(long id, String messageId, LocalDate madeOn, Long madeBy, String maker, LocalDate releasedOn, String releaser, String file, long payments, Baht sum, long settled, long failed) {

        public boolean isReleased() {
            return releasedOn != null;
        }

        /** Whether its file is here: a batch that was taken over from before has none. */
        public boolean hasFile() {
            return !file.isEmpty();
        }

        /** How many the bank has not answered for. */
        public long open() {
            return isReleased() ? payments - settled - failed : 0;
        }
    }

    /** The latest first. */
    List<Batch> all(int size, long offset) {
        return query(COLUMNS + "group by b.id, m.full_name, r.full_name order by b.released_on is not null, b.made_on desc, b.id desc limit :size offset :offset", Map.of("size", size, "offset", offset));
    }

    long count() {
        return jdbc.sql("select count(*) from payment_batch").query(Long.class).single();
    }

    /** @throws OutOfReach when there is none */
    public Batch at(long id) {
        return query(COLUMNS + "where b.id = :id group by b.id, m.full_name, r.full_name", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new OutOfReach("batch " + id));
    }

    private List<Batch> query(String sql, Map<String, ?> values) {
        return jdbc.sql(sql).params(values).query((r, n) -> new Batch(r.getLong("id"), r.getString("message_id"), r.getObject("made_on", LocalDate.class), (Long) r.getObject("made_by"), r.getString("maker"), r.getObject("released_on", LocalDate.class), r.getString("releaser"),
                r.getString("file"), r.getLong("payments"), new Baht(r.getLong("sum")), r.getLong("settled"), r.getLong("failed"))).list();
    }

    /** The payments of a batch. */
    public List<Payment> payments(long batch) {
        return payments.of(jdbc.sql("select id from payment where batch_id = ? order by id").param(batch).query(Long.class).list());
    }

    /** Gathers payments that wait. @param key of the form, so that sending it twice gathers once @return the number of the batch */
    public long make(Actor actor, String key, List<Long> chosen) {
        if (chosen.isEmpty()) throw MoneyRefusal.NOTHING_CHOSEN.with();
        return Long.parseLong(changes.makeOnce(key, actor.author(), "payment.batch", "", () -> {
            long id = jdbc.sql("select nextval('record_number')").query(Long.class).single();
            jdbc.sql("insert into payment_batch (id, message_id, made_on, made_by) values (?, ?, ?, ?)").params(id, messageId(id), ThaiDate.today(clock), actor.accountId()).update();
            int gathered = jdbc.sql("update payment set batch_id = :batch where id = any(:chosen) and batch_id is null and issued_on is null and withdrawn_on is null").param("batch", id).param("chosen", chosen.toArray(Long[]::new)).update();
            if (gathered != chosen.stream().distinct().count()) throw MoneyRefusal.NOT_WAITING.with();
            return Long.toString(id);
        }));
    }

    private String messageId(long id) {
        return "KHB-" + ThaiDate.today(clock).toString().replace("-", "") + "-" + id;
    }

    /** Lets the payments of a batch that is not released wait again. */
    public void dissolve(Actor actor, long id) {
        changes.make(actor.author(), "payment.dissolve", "", () -> {
            demandOpen(id);
            jdbc.sql("update payment set batch_id = null where batch_id = ?").param(id).update();
            jdbc.sql("delete from payment_batch where id = ?").param(id).update();
        });
    }

    /** Sends a batch out: the entries of its payments and the file for the bank, together or not at all.
     *  @throws khabuan.base.access.Refusal.Thrown when the actor made it, it was released before, a payment lacks an account, or the books refuse */
    public void release(Actor actor, long id) {
        changes.make(actor.author(), "payment.release", "", () -> {
            demandOpen(id);
            var batch = at(id);
            if (Objects.equals(batch.madeBy(), actor.accountId())) throw MoneyRefusal.OWN_BATCH.with();
            var day = ThaiDate.today(clock);
            var waiting = payments(id);
            if (waiting.isEmpty()) throw MoneyRefusal.NOTHING_CHOSEN.with();
            payments.issue(id, waiting.stream().map(Payment::id).toList(), day);
            var file = vault.keepMade(file(batch, waiting).xml(), batch.messageId() + ".xml", "application/xml");
            jdbc.sql("update payment_batch set released_on = ?, released_by = ?, file_sha256 = ? where id = ?").params(day, actor.accountId(), file.sha256(), id).update();
        });
    }

    /** Holds the batch for this change. */
    private void demandOpen(long id) {
        boolean released = jdbc.sql("select released_on is not null from payment_batch where id = ? for update").param(id).query(Boolean.class).optional().orElseThrow(() -> new OutOfReach("batch " + id));
        if (released) throw MoneyRefusal.ALREADY_RELEASED.with();
    }

    private CreditTransfers file(Batch batch, List<Payment> issued) {
        var payees = payments.payees(issued).stream().collect(Collectors.toMap(Payee::id, Function.identity()));
        issued.stream().filter(p -> p.payee() == null).findFirst().ifPresent(p -> { throw MoneyRefusal.PAYEE_MISSING.with(p.endToEndId()); });
        var groups = byFund(batch.id(), issued).entrySet().stream().map(e -> new CreditTransfers.Group(accounts.of(e.getKey()).orElseThrow(() -> MoneyRefusal.PAYING_ACCOUNT_MISSING.with(e.getKey())),
                e.getValue().stream().map(p -> new CreditTransfers.Transfer(p, payees.get(p.payee()))).toList())).toList();
        return new CreditTransfers(batch.messageId(), LocalDateTime.ofInstant(clock.instant(), ThaiDate.ZONE), groups);
    }

    private Map<String, List<Payment>> byFund(long batch, List<Payment> issued) {
        var funds = payments.funds(batch);
        return issued.stream().collect(Collectors.groupingBy(p -> funds.get(p.id()), TreeMap::new, Collectors.toList()));
    }

    /** The payments of a released batch under the names of their parts in its file. */
    Map<String, List<Payment>> parts(Batch batch, List<Payment> issued) {
        var parts = new LinkedHashMap<String, List<Payment>>();
        byFund(batch.id(), issued).values().forEach(of -> parts.put(CreditTransfers.part(batch.messageId(), parts.size() + 1), of));
        return parts;
    }

    /** The batch that a file named. */
    Optional<Batch> named(String messageId) {
        return query(COLUMNS + "where b.message_id = :message and b.released_on is not null group by b.id, m.full_name, r.full_name", Map.of("message", messageId)).stream().findFirst();
    }

    /** Where the file for the bank lies: the same bytes each time. */
    public Path path(Batch batch) {
        return vault.path(batch.file());
    }
}
