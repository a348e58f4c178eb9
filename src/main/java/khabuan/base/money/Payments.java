package khabuan.base.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments (การจ่ายเงิน): asked for by a record, issued in a batch, settled or failed as the bank says. Each step is taken within the change that it belongs to; its entry in the ledger stands or falls with it. */
@Component
public class Payments {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Map<String, PaymentOrigin> origins;

    Payments(JdbcClient jdbc, Ledger ledger, List<PaymentOrigin> origins) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.origins = origins.stream().collect(Collectors.toMap(PaymentOrigin::subjectKind, Function.identity()));
    }

    /** Asks for a payment. @param payee null when nobody said yet to which account; @param replaces the failed payment in whose place it comes; null for none
     *  @return its number */
    public long ask(String subjectKind, long subjectId, Long payee, Baht amount, String purpose, Long replaces) {
        return jdbc.sql("insert into payment (subject_kind, subject_id, payee_id, amount, purpose, replaces) values (?, ?, ?, ?, ?, ?) returning id")
                .params(subjectKind, subjectId, payee, amount.satang(), purpose, replaces).query(Long.class).single();
    }

    /** Issues payments that wait, as parts of a batch: all or none.
     *  @throws Overdrawn when one of them is more than what was approved for it */
    public void issue(long batch, List<Long> payments, LocalDate day) {
        var waiting = of(payments).stream().filter(p -> p.state() == Payment.State.WAITING).toList();
        var entries = ledger.post(waiting.stream().map(p -> origins.get(p.subjectKind()).issue(p, day)).toList());
        jdbc.sql("update payment p set batch_id = :batch, issued_on = :day, entry_id = n.entry from unnest(:payments::bigint[], :entries::bigint[]) n(payment, entry) where p.id = n.payment")
                .param("batch", batch).param("day", day).param("payments", waiting.stream().map(Payment::id).toArray(Long[]::new)).param("entries", entries.toArray(Long[]::new)).update();
    }

    /** The bank made them. What was settled before stays as it is. */
    public void settle(List<Long> payments, LocalDate day) {
        var issued = of(payments).stream().filter(p -> p.state() == Payment.State.ISSUED).toList();
        ledger.post(issued.stream().map(p -> origins.get(p.subjectKind()).settle(p, day)).toList());
        jdbc.sql("update payment set settled_on = :day where id = any(:payments)").param("day", day).param("payments", issued.stream().map(Payment::id).toArray(Long[]::new)).update();
    }

    /** The bank refused it: what was approved is approved still, and another payment may come in its place. */
    public void fail(long payment, LocalDate day, String why) {
        var issued = find(payment).orElseThrow();
        if (issued.state() != Payment.State.ISSUED) return;
        ledger.reverse(issued.entry(), day, why);
        jdbc.sql("update payment set failed_on = :day, failure = :why where id = :id").param("day", day).param("why", why).param("id", payment).update();
    }

    /** Gives up a payment that has not left, or that the bank refused; it leaves the batch that it waited in. What was approved for it stays approved: the room says what becomes of that. Within a change.
     *  @throws khabuan.base.access.Refusal.Thrown when it left already, or was gathered, withdrawn or replaced in this moment */
    public void withdraw(Actor actor, long id, LocalDate day, String reason) {
        var payment = find(id).orElseThrow();
        if (payment.state() == Payment.State.ISSUED || payment.state() == Payment.State.SETTLED) throw MoneyRefusal.LEFT_ALREADY.with(ThaiDate.full(payment.issuedOn()));
        boolean waits = payment.state() == Payment.State.WAITING;
        if (waits && payment.batch() != null) jdbc.sql("select id from payment_batch where id = ? for update").param(payment.batch()).query().listOfRows();
        int withdrawn = jdbc.sql("""
                update payment p set withdrawn_on = :day, withdrawn_by = :by, withdrawal = :reason, batch_id = case when :waits then null else batch_id end
                where id = :id and withdrawn_on is null and batch_id is not distinct from :batch and (case when :waits then issued_on is null else failed_on is not null end) and not exists (select from payment r where r.replaces = p.id)""")
                .param("day", day).param("by", actor.accountId()).param("reason", reason.strip()).param("waits", waits).param("id", id).param("batch", payment.batch(), java.sql.Types.BIGINT).update();
        if (withdrawn == 0) throw MoneyRefusal.NOT_WAITING.with();
    }

    public Optional<Payment> find(long id) {
        return of(List.of(id)).stream().findFirst();
    }

    /** Payments by their numbers. */
    public List<Payment> of(List<Long> ids) {
        return jdbc.sql("select * from payment where id = any(:ids) order by id").param("ids", ids.toArray(Long[]::new)).query((r, n) -> payment(r)).list();
    }

    /** The payments of a record, oldest first. */
    public List<Payment> of(String subjectKind, long subjectId) {
        return jdbc.sql("select * from payment where subject_kind = :kind and subject_id = :id order by id").param("kind", subjectKind).param("id", subjectId).query((r, n) -> payment(r)).list();
    }

    /** The payments of a record that are on their way, oldest first: they wait, are at the bank, or came back and nothing came in their place. */
    public List<Payment> underway(String subjectKind, long subjectId) {
        return jdbc.sql("""
                select * from payment p where subject_kind = :kind and subject_id = :id and settled_on is null and withdrawn_on is null
                  and (failed_on is null or not exists (select from payment r where r.replaces = p.id)) order by id""").param("kind", subjectKind).param("id", subjectId).query((r, n) -> payment(r)).list();
    }

    /** The accounts of a record. */
    public List<Payee> payees(String ownerKind, long ownerId) {
        return jdbc.sql("select id, owner_kind, owner_id, name, bank, account_number from payee where owner_kind = :kind and owner_id = :id order by id").param("kind", ownerKind).param("id", ownerId).query(Payee.class).list();
    }

    /** The accounts that payments go to. */
    public List<Payee> payees(List<Payment> payments) {
        return jdbc.sql("select id, owner_kind, owner_id, name, bank, account_number from payee where id = any(:ids)").param("ids", payments.stream().map(Payment::payee).filter(Objects::nonNull).distinct().toArray(Long[]::new)).query(Payee.class).list();
    }

    /** Whose money the payments of a batch are that was issued, by their numbers: "state", "codi". */
    Map<Long, String> funds(long batch) {
        return jdbc.sql("select p.id, a.fund from payment p join posting l on l.entry_id = p.entry_id and l.line = 1 join ledger_account a on a.id = l.account_id where p.batch_id = ?").param(batch)
                .query((r, n) -> Map.entry(r.getLong(1), r.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds an account of a record. @return its number */
    public long addPayee(String ownerKind, long ownerId, String name, String bank, String accountNumber) {
        return jdbc.sql("insert into payee (owner_kind, owner_id, name, bank, account_number) values (?, ?, ?, ?, ?) on conflict (owner_kind, owner_id, bank, account_number) do update set name = excluded.name returning id")
                .params(ownerKind, ownerId, name, bank, accountNumber).query(Long.class).single();
    }

    private static Payment payment(ResultSet r) throws SQLException {
        return new Payment(r.getLong("id"), r.getString("subject_kind"), r.getLong("subject_id"), (Long) r.getObject("payee_id"), new Baht(r.getLong("amount")), r.getString("purpose"), (Long) r.getObject("batch_id"),
                r.getObject("issued_on", LocalDate.class), (Long) r.getObject("entry_id"), r.getObject("settled_on", LocalDate.class), r.getObject("failed_on", LocalDate.class), r.getString("failure"), r.getObject("withdrawn_on", LocalDate.class),
                r.getString("withdrawal"));
    }
}
