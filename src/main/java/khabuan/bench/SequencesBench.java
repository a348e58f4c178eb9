package khabuan.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.registry.project.MoneyRehearsal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 10,000 random sequences of all that may be done with the money of projects, each act foretold by a model in memory: it fails when a frame or an approval is exceeded, or a satang is lost or doubled. */
@Component
class SequencesBench implements Bench {

    private static final int SEQUENCES = 10_000;
    private static final long SEED = 2562;
    private static final Author AUTHOR = Author.programme("bench");
    private final MoneyRehearsal rehearsal;
    private final Accounts accounts;
    private final PayingAccounts paying;
    private final JdbcClient jdbc;
    private final Changes changes;

    SequencesBench(MoneyRehearsal rehearsal, Accounts accounts, PayingAccounts paying, JdbcClient jdbc, Changes changes) {
        this.rehearsal = rehearsal;
        this.accounts = accounts;
        this.paying = paying;
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public void run(PrintWriter out) {
        paying.set(Actor.commandLine(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        var persons = new MoneyRehearsal.Persons(person("drafter", Role.CENTRE_OFFICER), person("keeper", Role.CENTRE_OFFICER), person("payer", Role.FINANCE_OFFICER), person("sender", Role.FINANCE_OFFICER));
        long began = System.nanoTime();
        var outcome = rehearsal.run(persons, List.of(site("N", "5501"), site("S", "9301")), SEED, SEQUENCES, Duration.ofHours(3), done -> {
            out.printf("  %,d sequences as foretold after %.1f minutes%n", done, (System.nanoTime() - began) / 6e10);
            out.flush();
        });
        double minutes = (System.nanoTime() - began) / 6e10;
        out.printf("  %,d sequences (seed %d) with %,d projects: %,d acts done and %,d refused, each as foretold; frames and approvals never exceeded, no satang lost or doubled, the trial balance nothing; %.1f minutes%n",
                outcome.sequences(), SEED, outcome.projects(), outcome.done(), outcome.refused(), minutes);
        new TreeMap<>(outcome.refusals()).forEach((act, times) -> out.printf("    %,7d × %s%n", times, act));
    }

    private Actor person(String name, Role role) {
        accounts.add(AUTHOR, new Account.Details("rehearsal-" + name, "ทดสอบ " + name, role, "country", "", Set.of()));
        return new Actor(accounts.find("rehearsal-" + name).orElseThrow().id(), "rehearsal-" + name, "", role, "country", "", Set.of(), "bench");
    }

    /** A unit of its own, since none is shipped. */
    private MoneyRehearsal.Site site(String region, String district) {
        changes.make(AUTHOR, "bench.write", "", () -> {
            jdbc.sql("insert into unit (code, district_code) values (?, ?)").params(district + "WALK", district).update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th) values (?, 'อบต.', 'ทดสอบ')").param(district + "WALK").update();
        });
        return new MoneyRehearsal.Site(region, district + "WALK");
    }
}
