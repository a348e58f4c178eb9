package khabuan.demo;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.registry.welfare.SubsidyRequests;
import khabuan.registry.welfare.SubsidyRound;
import khabuan.registry.welfare.SubsidyRounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second round of matching subsidies of 2562, which is open on the day on which the demonstration opens, by the product's own hands: the fund whose treasurer signs in has asked and waits, and of two others of the
 *  province one was proposed, which is with the committee, and one was refused. */
@Component
class SimulatedRound {

    private static final Baht OFFERED = Baht.of(350);
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final SubsidyRounds rounds;
    private final SubsidyRequests requests;

    SimulatedRound(JdbcClient jdbc, PlatformTransactionManager transactions, Accounts accounts, SubsidyRounds rounds, SubsidyRequests requests) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.rounds = rounds;
        this.requests = requests;
    }

    /** Makes it, unless it is there. @return whether it did */
    boolean make() {
        if (jdbc.sql("select exists (select from subsidy_round where number = 2)").query(Boolean.class).single()) return false;
        transaction.executeWithoutResult(status -> {
            long round = rounds.open(person("centre"), "", new SubsidyRound.Wish(2562, LocalDate.of(2019, 8, 15), LocalDate.of(2019, 9, 30), OFFERED, 365, "", ""));
            for (long fund : jdbc.sql("select fund_id from welfare_keeper k join account a on a.id = k.account_id where a.name = 'chair'").query(Long.class).list()) requests.ask(person("chair"), fund, round, "", null);
            var others = others();
            for (long fund : others) requests.ask(person("recorder"), fund, round, "", 60);
            if (others.size() == 2) {
                requests.propose(person("officer-ne"), others.getFirst(), round, 1, OFFERED.times(55));
                requests.refuse(person("officer-ne"), others.getLast(), round, 1, "รายชื่อสมาชิกที่ขอไม่ตรงกับทะเบียนของกองทุน ให้ตรวจแล้วยื่นใหม่");
            }
        });
        return true;
    }

    private Actor person(String name) {
        return accounts.find(name).orElseThrow().actor("demo");
    }

    /** Funds of the province without books here that had no subsidy in the year, and told of themselves and their committee in the last quarter. */
    private List<Long> others() {
        return jdbc.sql("""
                select f.id from welfare_fund f join unit_now u on u.code = f.unit_code join welfare_statement s on s.fund_id = f.id and s.fiscal_year = 2562 and s.quarter = 4 and s.certified_on is not null
                where u.province_code = '40' and f.books_since is null and f.ended_on is null and f.merged_into is null and s.committee is not null and s.members >= 60 and not exists (select from subsidy_request q where q.fund_id = f.id)
                order by f.id limit 2""").query(Long.class).list();
    }
}
