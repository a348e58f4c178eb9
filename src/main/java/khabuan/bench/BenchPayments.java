package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches;
import khabuan.base.money.PaymentOrigin;
import khabuan.base.money.Payments;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches of payments to as many accounts, gathered and released: their entries and the file for the bank in one change. */
@Component
class BenchPayments {

    private static final String KIND = "bench", BOOK = "bench-bank", RELEASER = "bench-payer";
    private static final int PAYMENTS = 5_000;
    private static final Author AUTHOR = Author.programme("bench");
    private final Ledger ledger;
    private final Payments payments;
    private final PaymentBatches batches;
    private final PayingAccounts paying;
    private final Accounts accounts;
    private final Changes changes;
    private final JdbcClient jdbc;

    BenchPayments(Ledger ledger, Payments payments, PaymentBatches batches, PayingAccounts paying, Accounts accounts, Changes changes, JdbcClient jdbc) {
        this.ledger = ledger;
        this.payments = payments;
        this.batches = batches;
        this.paying = paying;
        this.accounts = accounts;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** Payments that only a bench asks for. */
    @Bean
    static PaymentOrigin benchPaymentOrigin() {
        return new PaymentOrigin() {
            @Override
            public String subjectKind() {
                return KIND;
            }

            @Override
            public Entry issue(Payment payment, LocalDate day) {
                return Entry.on(day, "payment.issue", KIND, payment.subjectId(), "").moving(payment.amount(), approved(payment.subjectId()), approved(payment.subjectId()).code("9400"))
                        .moving(payment.amount(), LedgerAccount.of(BOOK, "2100", "state"), LedgerAccount.of(BOOK, "5100", "state").record(payment.subjectId()));
            }

            @Override
            public Entry settle(Payment payment, LocalDate day) {
                return Entry.on(day, "payment.settle", KIND, payment.subjectId(), "").moving(payment.amount(), LedgerAccount.of(BOOK, "1100", "state"), LedgerAccount.of(BOOK, "2100", "state"));
            }
        };
    }

    private static LedgerAccount approved(long record) {
        return LedgerAccount.of(BOOK, "9300", "state").year(2562).programme("welfare").office("NE").record(record);
    }

    void run(PrintWriter out) {
        long batch = gather(PAYMENTS);
        long began = System.nanoTime();
        release(batch);
        double taken = (System.nanoTime() - began) / 1e9;
        try {
            out.printf("  a batch of %,d payments released, its entries and its pain.001 file of %,d bytes in one change: %.2f s  target 5: %s%n", PAYMENTS, Files.size(batches.path(batches.at(batch))), taken, taken <= 5 ? "met" : "missed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers payments, each to an account of its own and approved before, into a batch. @return its number */
    long gather(int count) {
        if (accounts.find(RELEASER).isEmpty()) accounts.add(AUTHOR, new Account.Details(RELEASER, "ทดสอบ ผู้ปล่อย", Role.FINANCE_OFFICER, "country", "", Set.of()));
        paying.set(Actor.commandLine(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        return batches.make(Actor.commandLine(), "", changes.make(AUTHOR, "bench.write", "", () -> ask(count)));
    }

    /** Another person than gathered a batch sends it out. */
    void release(long batch) {
        batches.release(new Actor(accounts.find(RELEASER).orElseThrow().id(), RELEASER, "", Role.FINANCE_OFFICER, "country", "", Set.of(), "bench"), batch);
    }

    private List<Long> ask(int count) {
        ledger.open(BOOK);
        var approvals = new ArrayList<Entry>();
        var asked = new ArrayList<Long>();
        for (long record : jdbc.sql("select nextval('record_number') from generate_series(1, ?)").param(count).query(Long.class).list()) {
            var amount = new Baht(1_900_000 + asked.size());
            approvals.add(Entry.on(LocalDate.of(2018, 10, 1), "project.approve", KIND, record, "").moving(amount, approved(record).record(0).code("9100"), approved(record)));
            long payee = payments.addPayee(KIND, record, "กองทุนสวัสดิการชุมชนตำบลที่ " + record, "034", "%012d".formatted(record));
            asked.add(payments.ask(KIND, record, payee, amount, "WF-62-" + record + "/1", null));
        }
        ledger.post(approvals);
        return asked;
    }
}
