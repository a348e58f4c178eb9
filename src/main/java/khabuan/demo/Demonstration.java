package khabuan.demo;

import java.time.Duration;
import khabuan.base.place.ShippedPlaces;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Installation;
import khabuan.base.store.Home;
import khabuan.base.store.Refused;
import khabuan.base.store.Upkeep;
import khabuan.registry.assessment.Instruments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with simulated records before the web side opens, when khabuan.demonstration=true; all in one transaction,
 *  so that a start that is broken off leaves nothing behind. */
@Component
@ConditionalOnBooleanProperty("khabuan.demonstration")
class Demonstration implements SmartLifecycle {

    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Installation installation;
    private final DemoAccounts accounts;
    private final Home home;
    private final Upkeep upkeep;
    private final Instruments instruments;
    private final SimulatedCloses closes;
    private final SimulatedPayday payday;
    private final SimulatedFundBooks funds;
    private final SimulatedRound round;
    private long began;
    private boolean running;

    Demonstration(JdbcTemplate jdbc, Changes changes, PlatformTransactionManager transactions, Installation installation, DemoAccounts accounts, Home home, Upkeep upkeep, Instruments instruments, SimulatedCloses closes, SimulatedPayday payday, SimulatedFundBooks funds, SimulatedRound round) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.installation = installation;
        this.accounts = accounts;
        this.home = home;
        this.upkeep = upkeep;
        this.instruments = instruments;
        this.closes = closes;
        this.payday = payday;
        this.funds = funds;
        this.round = round;
    }

    @Override
    public void start() {
        running = true;
        began = System.nanoTime();
        if (!installation.isDemonstration()) {
            tell("making the simulated records of fiscal years 2551–2562; this happens once");
            transaction.executeWithoutResult(status -> load());
            upkeep.analyse();
            tell("the records are there");
        }
        if (closes.make()) tell("the past quarters of the agreements are closed");
        if (payday.make()) tell("a batch of payments went to the bank, which answered");
        int kept = funds.make(this::tell);
        if (kept > 0) {
            upkeep.analyse();
            tell("%,d welfare funds keep their books here".formatted(kept));
        }
        if (round.make()) tell("a round of matching subsidies is open");
        signInNames();
    }

    private void load() {
        jdbc.execute("select pg_advisory_xact_lock(7415004)");
        if (jdbc.queryForObject("select exists (select from unit) or exists (select from account)", Boolean.class))
            throw new Refused("The database in " + home.path() + " holds records that are not of the demonstration: set KHABUAN_HOME to another directory.");
        changes.make(Author.programme("demo"), "demo.begin", "ข้อมูลจำลอง", () -> {
            installation.becomeDemonstration();
            accounts.open();
        });
        var ledger = new SimulatedCountry(jdbc, home.files(), instruments, this::tell).make();
        tell("%,d lines to enter, day by day as they were recorded".formatted(ledger.lines()));
        var year = new int[1];
        ledger.write(jdbc, changes, day -> {
            if (day.getYear() != year[0]) tell("entering what was recorded in " + ((year[0] = day.getYear()) + 543));
        });
    }

    private void signInNames() {
        System.out.println("The records are simulated. Sign in, with name and password, as");
        for (var a : DemoAccounts.all()) System.out.printf("  %-12s %-18s %s%n", a.getField("name"), a.getField("password"), a.getField("full_name"));
    }

    private void tell(String what) {
        System.out.printf("%5.1f s  %s%n", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, what);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShippedPlaces.PHASE + 10;
    }
}
