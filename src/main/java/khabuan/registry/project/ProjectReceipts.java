package khabuan.registry.project;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.BankReceipt;
import khabuan.base.money.ReceiptOwner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money that came to the bank and may be a return (คืนงบ) of a project that still has as much of what it was paid: by the project's code in the reference, by the name of its account, by the amount. */
@Component
class ProjectReceipts implements ReceiptOwner {

    private static final int FEW = 5;
    private final JdbcClient jdbc;
    private final Projects projects;

    ProjectReceipts(JdbcClient jdbc, Projects projects) {
        this.jdbc = jdbc;
        this.projects = projects;
    }

    @Override
    public String word() {
        return "project.return";
    }

    /** A project that has money. @param payees the names of its accounts @param parts amounts that its instalments have */
    private record Candidate(long id, String code, String title, Baht kept, List<String> payees, List<Long> parts) {}

    @Override
    public List<Match> matches(BankReceipt receipt) {
        return candidates(receipt).stream().map(c -> match(c, receipt)).filter(m -> m.strength() > 0).sorted(Comparator.comparing(m -> -m.strength())).limit(FEW).toList();
    }

    @Override
    public Optional<Match> named(String code) {
        return jdbc.sql("select id, title from project where code = ?").param(code).query((r, n) -> new Match(r.getLong(1), code + " " + r.getString(2), "/projects/" + r.getLong(1), 0, List.of("named"))).optional();
    }

    private List<Candidate> candidates(BankReceipt receipt) {
        return jdbc.sql("""
                with kept as (select a.record_id as id, sum(m.amount)::bigint as kept from ledger_month m join ledger_account a on a.id = m.account_id
                  where a.code in ('9400', '9500') and a.record_id <> 0 and a.fund = :fund group by 1 having sum(m.amount) >= :amount)
                select p.id, p.code, p.title, k.kept, array(select y.name from payee y where y.owner_kind = 'project' and y.owner_id = p.id) as payees, array(select i.amount from instalment i where i.project_id = p.id) as parts
                from kept k join project p on p.id = k.id""").param("fund", receipt.fund()).param("amount", receipt.amount().satang())
                .query((r, n) -> new Candidate(r.getLong("id"), r.getString("code"), r.getString("title"), new Baht(r.getLong("kept")), List.of((String[]) r.getArray("payees").getArray()), List.of((Long[]) r.getArray("parts").getArray()))).list();
    }

    private static Match match(Candidate candidate, BankReceipt receipt) {
        var because = new ArrayList<String>();
        int strength = 0;
        if (plain(receipt.reference()).contains(plain(candidate.code()))) strength += said(because, "reference", 60);
        if (!receipt.payer().isBlank() && candidate.payees().stream().anyMatch(name -> plain(name).equals(plain(receipt.payer())))) strength += said(because, "payer", 30);
        if (candidate.kept().equals(receipt.amount())) strength += said(because, "all-of-it", 10);
        else if (candidate.parts().contains(receipt.amount().satang())) strength += said(because, "instalment", 10);
        return new Match(candidate.id(), candidate.code() + " " + candidate.title(), "/projects/" + candidate.id(), strength, because);
    }

    static int said(List<String> because, String why, int strength) {
        because.add(why);
        return strength;
    }

    /** Without what people write differently. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s./()-]", "");
    }

    @Override
    public void take(Actor actor, BankReceipt receipt, long record, LocalDate day, String reason) {
        projects.takeBack(actor, "", record, receipt.amount(), day, reason);
    }
}
