package khabuan.registry.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanels;
import khabuan.base.money.BankReceipt;
import khabuan.base.money.Entry;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentOrigin;
import khabuan.base.money.ReceiptOwner;
import khabuan.base.record.Belonging;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How advances are named, told of, proven, paid, and known when their money comes back to the bank. */
@Configuration
class AdvanceTies {

    private static final List<String> PAPERS = List.of("request", "receipt", "deposit-slip", "report");
    private static final int FEW = 5;

    @Bean
    RecordKind advanceKind() {
        return new RecordKind(Advance.KIND, "advance", "code || ' ' || borrower || ' · ' || purpose", "/advances/{id}", "project");
    }

    @Bean
    EvidenceOwner advancePapers() {
        return new EvidenceOwner(Advance.KIND, "project", "(select id, office as unit_code from advance)", PAPERS, Set.of(), "project.evidence.", "/advances/{id}", Set.copyOf(PAPERS));
    }

    @Bean
    EvidencePanels advancePapersPanel(Evidence evidence, EvidenceOwner advancePapers) {
        return new EvidencePanels(evidence, advancePapers);
    }

    @Bean
    Belonging advanceClearings() {
        return new Belonging(Advance.KIND, "advance_clearing", "t.advance_id = :id", "t.cleared_on::text || ' · ' || to_char(t.amount / 100.0, 'FM999,999,999,990.00')", "advance_id", "entry_id", "cleared_by", "amount");
    }

    /** What the ledger is told of the payments of advances. */
    @Bean
    PaymentOrigin advancePayments(Budget budget, JdbcClient jdbc) {
        return new PaymentOrigin() {
            private Frame frame(Payment payment) {
                return budget.at(jdbc.sql("select frame_id from advance where id = ?").param(payment.subjectId()).query(Long.class).single());
            }

            @Override
            public String subjectKind() {
                return Advance.KIND;
            }

            @Override
            public Entry issue(Payment payment, LocalDate day) {
                return frame(payment).lend(payment.amount(), day, payment.subjectId(), payment.purpose());
            }

            @Override
            public Entry settle(Payment payment, LocalDate day) {
                return frame(payment).settleAdvance(payment.amount(), day, payment.subjectId());
            }
        };
    }

    /** Money that came to the bank may be what is left of an advance of which as much is owed: by its code in the reference, by the borrower's name, by the amount. */
    @Bean
    ReceiptOwner advanceReturns(JdbcClient jdbc, Advances advances) {
        return new ReceiptOwner() {
            @Override
            public String word() {
                return "advance.return";
            }

            @Override
            public List<Match> matches(BankReceipt receipt) {
                return jdbc.sql("""
                        select v.id, v.code, v.borrower, v.purpose, b.amount from advance v join ledger_account a on a.code = '1200' and a.record_id = v.id and a.fund = :fund join ledger_balance b on b.account_id = a.id
                        where b.amount >= :amount and v.cleared_on is null""").param("fund", receipt.fund()).param("amount", receipt.amount().satang())
                        .query((r, n) -> match(receipt, r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5))).list().stream().filter(m -> m.strength() > 0).sorted(Comparator.comparing(m -> -m.strength())).limit(FEW).toList();
            }

            @Override
            public Optional<Match> named(String code) {
                return jdbc.sql("select id, borrower || ' · ' || purpose from advance where code = ?").param(code).query((r, n) -> new Match(r.getLong(1), code + " " + r.getString(2), "/advances/" + r.getLong(1), 0, List.of("named"))).optional();
            }

            @Override
            public void take(Actor actor, BankReceipt receipt, long record, LocalDate day, String reason) {
                advances.takeBack(actor, "", record, receipt.amount(), day, reason, false);
            }
        };
    }

    private static ReceiptOwner.Match match(BankReceipt receipt, long id, String code, String borrower, String purpose, long owed) {
        var because = new ArrayList<String>();
        int strength = 0;
        if (ProjectReceipts.plain(receipt.reference()).contains(ProjectReceipts.plain(code))) strength += ProjectReceipts.said(because, "advance-reference", 60);
        if (!receipt.payer().isBlank() && ProjectReceipts.plain(borrower).equals(ProjectReceipts.plain(receipt.payer()))) strength += ProjectReceipts.said(because, "borrower", 30);
        if (owed == receipt.amount().satang()) strength += ProjectReceipts.said(because, "all-owed", 10);
        return new ReceiptOwner.Match(id, code + " " + borrower + " · " + purpose, "/advances/" + id, strength, because);
    }
}
