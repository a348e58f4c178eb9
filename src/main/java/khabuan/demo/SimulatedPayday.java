package khabuan.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Answers;
import khabuan.base.money.Baht;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches;
import khabuan.base.money.Receipts;
import khabuan.base.money.Receipts.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the finance office did on the day on which the demonstration opens, by the product's own hands: the accounts that pay, a batch that was released and answered, with one payment that came back, another batch
 *  that waits for its release, and receipts, most of which nobody knows yet. */
@Component
class SimulatedPayday {

    private static final int EACH = 5;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final PayingAccounts paying;
    private final PaymentBatches batches;
    private final Answers answers;
    private final Receipts receipts;
    private final Clock clock;

    SimulatedPayday(JdbcClient jdbc, PlatformTransactionManager transactions, Accounts accounts, PayingAccounts paying, PaymentBatches batches, Answers answers, Receipts receipts, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.paying = paying;
        this.batches = batches;
        this.answers = answers;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Makes it, unless an account pays already or too few payments wait. @return whether it did */
    boolean make() {
        var waiting = jdbc.sql("select id from payment where subject_kind = 'project' and batch_id is null and issued_on is null order by id").query(Long.class).list();
        if (!paying.all().isEmpty() || waiting.size() < 3 * EACH) return false;
        transaction.executeWithoutResult(status -> {
            paying.set(person("admin"), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน เงินอุดหนุน (จำลอง)", "006", "0670000011"));
            paying.set(person("admin"), new PayingAccount("codi", "สถาบันพัฒนาองค์กรชุมชน เงินกองทุน (จำลอง)", "006", "0670000022"));
            answered(waiting.subList(waiting.size() - EACH, waiting.size()));
            batches.make(person("finance"), "", waiting.subList(waiting.size() - 2 * EACH, waiting.size() - EACH));
            received();
        });
        return true;
    }

    private Actor person(String name) {
        return accounts.find(name).orElseThrow().actor("demo");
    }

    /** A batch that went out, and what the bank said of it. */
    private void answered(List<Long> payments) {
        long id = batches.make(person("finance"), "", payments);
        batches.release(person("finance-2"), id);
        var issued = batches.payments(id).stream().filter(p -> p.state() == Payment.State.ISSUED).toList();
        var answer = SimulatedBank.answer(batches.at(id), issued, LocalDateTime.ofInstant(clock.instant(), ThaiDate.ZONE));
        answers.apply(person("finance"), answers.read(person("finance"), new ByteArrayInputStream(answer)));
    }

    /** A project that has money, as its bank knows it. */
    private record Paid(long id, String code, String payee, Baht instalment) {}

    private void received() {
        var paid = jdbc.sql("""
                select p.id, p.code, y.name, y2.amount from project p join frame f on f.id = p.frame_id and f.budget_year = 2562 and f.programme = 'baan-mankong'
                  join payment y2 on y2.subject_kind = 'project' and y2.subject_id = p.id and y2.settled_on is not null join payee y on y.id = y2.payee_id order by p.id limit 4""")
                .query((r, n) -> new Paid(r.getLong(1), r.getString(2), r.getString(3), new Baht(r.getLong(4)))).list();
        var today = ThaiDate.today(clock);
        enter("state", today.minusDays(97), new Baht(150_75), "นายสมชาย จำลอง", "โอนผิดบัญชี");
        enter("state", today.minusDays(52), paid.get(2).instalment(), "", "ฝากเงินสด สาขาขอนแก่น");
        enter("state", today.minusDays(14), Baht.of(8_400), paid.get(1).payee(), "คืนเงินเหลือจ่าย " + paid.get(1).code());
        enter("codi", today.minusDays(13), Baht.of(25_000), "กลุ่มออมทรัพย์ (จำลอง)", "");
        long known = enter("state", today, Baht.of(12_500), paid.get(0).payee(), "คืนงบ " + paid.get(0).code());
        receipts.identify(person("finance"), known, "project.return", paid.get(0).id(), "ตรงกับใบนำฝากที่โครงการส่งมา");
    }

    private long enter(String fund, LocalDate on, Baht amount, String payer, String reference) {
        return receipts.enter(person("finance"), "", new Draft(fund, on, amount, payer, reference));
    }
}
