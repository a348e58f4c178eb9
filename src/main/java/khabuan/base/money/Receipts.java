package khabuan.base.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money that came to the bank (เงินรับเข้าธนาคาร): in suspense (บัญชีพัก) until it is known what it is, and then posted onwards by the room whose it is. */
@Component
public class Receipts {

    private static final String COLUMNS = "select id, fund, received_on, amount, payer, reference, entry_id, known_as, subject_id, known_on from bank_receipt ";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Books books;
    private final List<ReceiptOwner> owners;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Changes changes, Ledger ledger, Books books, List<ReceiptOwner> owners, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.books = books;
        this.owners = owners;
        this.clock = clock;
    }

    /** What a person says of it. @param on @param amount null when they could not be read */
    public record Draft(String fund, LocalDate on, Baht amount, String payer, String reference) {}

    /** A record that a receipt may be of. @param owner the word of the room's act */
    public record Suggestion(String owner, ReceiptOwner.Match match) {}

    /** @param known those that are known, else those in suspense, the oldest first */
    List<BankReceipt> list(boolean known, int size, long offset) {
        return jdbc.sql(COLUMNS + (known ? "where known_on is not null order by known_on desc, id desc" : "where known_on is null order by received_on, id") + " limit ? offset ?").param(size).param(offset).query((r, n) -> receipt(r)).list();
    }

    long count(boolean known) {
        return jdbc.sql("select count(*) from bank_receipt where (known_on is not null) = ?").param(known).query(Long.class).single();
    }

    /** What is in suspense for more than some days. */
    Baht older(int days) {
        return new Baht(jdbc.sql("select coalesce(sum(amount), 0)::bigint from bank_receipt where known_on is null and received_on < ?").param(ThaiDate.today(clock).minusDays(days)).query(Long.class).single());
    }

    /** @throws OutOfReach when there is none */
    public BankReceipt at(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query((r, n) -> receipt(r)).optional().orElseThrow(() -> new OutOfReach("receipt " + id));
    }

    private static BankReceipt receipt(ResultSet r) throws SQLException {
        return new BankReceipt(r.getLong("id"), r.getString("fund"), r.getObject("received_on", LocalDate.class), new Baht(r.getLong("amount")), r.getString("payer"), r.getString("reference"), r.getLong("entry_id"), r.getString("known_as"), r.getLong("subject_id"),
                r.getObject("known_on", LocalDate.class));
    }

    /** Enters money that came to the bank; it stands in suspense. @param key of the form @return its number */
    public long enter(Actor actor, String key, Draft draft) {
        var today = ThaiDate.today(clock);
        new Refusals().when(!PayingAccounts.FUNDS.contains(draft.fund()), MoneyRefusal.FUND_MISSING, "fund").when(draft.on() == null, MoneyRefusal.DAY_MISSING, "on").when(draft.on() != null && draft.on().isAfter(today), MoneyRefusal.DAY_TO_COME, "on")
                .when(draft.amount() == null || !draft.amount().isPositive(), MoneyRefusal.AMOUNT_MISSING, "amount").when(draft.payer().isBlank() && draft.reference().isBlank(), MoneyRefusal.PAYER_MISSING, "payer").demandNone();
        try {
            return Long.parseLong(changes.makeOnce(key, actor.author(), "receipt.enter", "", () -> {
                long id = jdbc.sql("select nextval('record_number')").query(Long.class).single();
                long entry = ledger.post(Entry.on(draft.on(), "receipt.enter", "bank-receipt", id, (draft.payer() + " " + draft.reference()).strip()).moving(draft.amount(), suspense(draft.fund(), id), bank(draft.fund())));
                jdbc.sql("insert into bank_receipt (id, fund, received_on, amount, payer, reference, entry_id) values (?, ?, ?, ?, ?, ?, ?)").params(id, draft.fund(), draft.on(), draft.amount().satang(), draft.payer().strip(), draft.reference().strip(), entry).update();
                return Long.toString(id);
            }));
        } catch (BooksClosed e) {
            throw e.at("on");
        }
    }

    private static LedgerAccount bank(String fund) {
        return LedgerAccount.of(Ledger.INSTITUTE, "1100", fund);
    }

    private static LedgerAccount suspense(String fund, long receipt) {
        return LedgerAccount.of(Ledger.INSTITUTE, "2900", fund).record(receipt);
    }

    /** The records of a code that somebody typed. */
    List<Suggestion> named(BankReceipt receipt, String code) {
        if (receipt.isKnown() || code.isBlank()) return List.of();
        return owners.stream().flatMap(o -> o.named(code.strip()).stream().map(m -> new Suggestion(o.word(), m))).toList();
    }

    /** The records that a receipt may be of, the likeliest first. */
    public List<Suggestion> suggestions(BankReceipt receipt) {
        if (receipt.isKnown()) return List.of();
        return owners.stream().flatMap(o -> o.matches(receipt).stream().map(m -> new Suggestion(o.word(), m))).sorted(Comparator.comparing((Suggestion s) -> -s.match().strength()).thenComparing(s -> s.match().title())).limit(10).toList();
    }

    /** It is known what it is: it leaves suspense, and the room posts it to where it belongs, in one change. On the day that it came, unless that is closed.
     *  @throws khabuan.base.access.Refusal.Thrown when it is known already, there is no reason, or the room refuses */
    public void identify(Actor actor, long id, String owner, long record, String reason) {
        var taker = owners.stream().filter(o -> o.word().equals(owner)).findFirst().orElseThrow(() -> MoneyRefusal.OWNER_MISSING.at("match"));
        if (reason.isBlank()) throw MoneyRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "receipt.identify", reason.strip(), () -> {
            jdbc.sql("select id from bank_receipt where id = ? for update").param(id).query().listOfRows();
            var receipt = at(id);
            if (receipt.isKnown()) throw MoneyRefusal.KNOWN_ALREADY.with();
            var today = ThaiDate.today(clock);
            var closed = books.book(Ledger.INSTITUTE).map(Books.Book::closedUntil).orElse(null);
            var day = closed == null || receipt.receivedOn().isAfter(closed) ? receipt.receivedOn() : today;
            jdbc.sql("update bank_receipt set known_as = ?, subject_id = ?, known_on = ?, known_by = ? where id = ?").params(owner, record, today, actor.accountId(), id).update();
            ledger.post(Entry.on(day, "receipt.identify", "bank-receipt", id, reason.strip()).moving(receipt.amount(), bank(receipt.fund()), suspense(receipt.fund(), id)));
            taker.take(actor, receipt, record, day, reason.strip());
        });
    }
}
