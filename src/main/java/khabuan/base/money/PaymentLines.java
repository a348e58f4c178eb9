package khabuan.base.money;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.money.PaymentRecords.Key;
import khabuan.base.money.PaymentRecords.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments in lists: with the names of their records, and to whom they go. */
@Component
class PaymentLines {

    private static final String WAITING = "from payment where batch_id is null and issued_on is null and withdrawn_on is null", FAILED = "from payment f where failed_on is not null";
    private final JdbcClient jdbc;
    private final Payments payments;
    private final PaymentRecords records;

    PaymentLines(JdbcClient jdbc, Payments payments, PaymentRecords records) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.records = records;
    }

    /** How many there are, and what they add to. */
    record Total(long count, Baht sum) {}

    Total waiting() {
        return total(WAITING);
    }

    Total failed() {
        return total(FAILED);
    }

    private Total total(String which) {
        return jdbc.sql("select count(*), coalesce(sum(amount), 0)::bigint " + which).query((r, n) -> new Total(r.getLong(1), new Baht(r.getLong(2)))).single();
    }

    /** Those that wait longest first. */
    List<PaymentPages.Line> waiting(int size, long offset) {
        return page("select id " + WAITING + " order by id limit ? offset ?", size, offset);
    }

    /** Those that nothing has come in the place of first, then the latest. */
    List<PaymentPages.Line> failed(int size, long offset) {
        return page("select id " + FAILED + " order by f.withdrawn_on is not null or exists (select from payment p where p.replaces = f.id), failed_on desc, id desc limit ? offset ?", size, offset);
    }

    private List<PaymentPages.Line> page(String sql, int size, long offset) {
        var ids = jdbc.sql(sql).param(size).param(offset).query(Long.class).list();
        var found = payments.of(ids).stream().collect(Collectors.toMap(Payment::id, Function.identity()));
        return of(ids.stream().map(found::get).toList(), false);
    }

    /** @param shown whether the numbers of accounts stand in full */
    List<PaymentPages.Line> of(List<Payment> payments, boolean shown) {
        var payees = this.payments.payees(payments).stream().collect(Collectors.toMap(Payee::id, Function.identity()));
        var named = records.of(payments.stream().map(PaymentLines::key).toList());
        var replaced = new HashSet<>(jdbc.sql("select replaces from payment where replaces = any(:ids)").param("ids", payments.stream().map(Payment::id).toArray(Long[]::new)).query(Long.class).list());
        return payments.stream().map(p -> line(p, named.getOrDefault(key(p), Named.NONE), payees.get(p.payee()), shown, replaced.contains(p.id()))).toList();
    }

    private static Key key(Payment payment) {
        return new Key(payment.subjectKind(), payment.subjectId());
    }

    private static PaymentPages.Line line(Payment payment, Named named, Payee payee, boolean shown, boolean replaced) {
        String title = named.title().isEmpty() ? payment.purpose() : named.title();
        if (payee == null) return new PaymentPages.Line(payment, title, named.path(), "", "", "", replaced);
        return new PaymentPages.Line(payment, title, named.path(), payee.name(), payee.bank(), shown ? payee.accountNumber() : payee.masked(), replaced);
    }
}
