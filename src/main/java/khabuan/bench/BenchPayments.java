package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.stereotype.Component;

/** A batch of 5,000 payments to as many accounts, gathered and released: their entries and the file for the bank in one change. */
@Component
class BenchPayments {

    private static final String KIND = "bench";
    private static final int PAYMENTS = 5_000;
    private static final Author AUTHOR = Author.programme("bench");
    private final Ledger ledger;
    private final Payments payments;
    private final PaymentBatches batches;
    private final PayingAccounts paying;
    private final Accounts accounts;
    private final Changes changes;

    BenchPayments(Ledger ledger, Payments payments, PaymentBatches batches, PayingAccounts paying, Accounts accounts, Changes changes) {
        this.ledger = ledger;
        this.payments = payments;
        this.batches = batches;
        this.paying = paying;
        this.accounts = accounts;
        this.changes = changes;
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
                        .moving(payment.amount(), LedgerAccount.of("bench-bank", "2100", "state"), LedgerAccount.of("bench-bank", "5100", "state").record(payment.subjectId()));
            }

            @Override
            public Entry settle(Payment payment, LocalDate day) {
                return Entry.on(day, "payment.settle", KIND, payment.subjectId(), "").moving(payment.amount(), LedgerAccount.of("bench-bank", "1100", "state"), LedgerAccount.of("bench-bank", "2100", "state"));
            }
        };
    }

    private static LedgerAccount approved(long record) {
        return LedgerAccount.of("bench-bank", "9300", "state").year(2562).programme("welfare").office("NE").record(record);
    }

    void run(PrintWriter out) {
        accounts.add(AUTHOR, new Account.Details("bench-payer", "ทดสอบ ผู้ปล่อย", Role.FINANCE_OFFICER, "country", "", Set.of()));
        long releaser = accounts.find("bench-payer").orElseThrow().id();
        paying.set(Actor.commandLine(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        var asked = changes.make(AUTHOR, "bench.write", "", this::ask);
        long batch = batches.make(Actor.commandLine(), "", asked);
        long began = System.nanoTime();
        batches.release(new Actor(releaser, "bench-payer", "", Role.FINANCE_OFFICER, "country", "", Set.of(), "bench"), batch);
        double taken = (System.nanoTime() - began) / 1e9;
        try {
            out.printf("  a batch of %,d payments released, its entries and its pain.001 file of %,d bytes in one change: %.2f s  target 5: %s%n", PAYMENTS, Files.size(batches.path(batches.at(batch))), taken, taken <= 5 ? "met" : "missed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArrayList<Long> ask() {
        ledger.open("bench-bank");
        var approvals = new ArrayList<Entry>();
        var asked = new ArrayList<Long>();
        for (int i = 1; i <= PAYMENTS; i++) {
            var amount = new Baht(1_900_000 + i);
            approvals.add(Entry.on(LocalDate.of(2018, 10, 1), "project.approve", KIND, i, "").moving(amount, approved(i).record(0).code("9100"), approved(i)));
            long payee = payments.addPayee(KIND, i, "กองทุนสวัสดิการชุมชนตำบลที่ " + i, "034", "%012d".formatted(i));
            asked.add(payments.ask(KIND, i, payee, amount, "WF-62-" + i + "/1", null));
        }
        ledger.post(approvals);
        return asked;
    }
}
