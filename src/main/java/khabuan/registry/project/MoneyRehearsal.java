package khabuan.registry.project;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Ledger;
import khabuan.base.money.PaymentBatches;
import khabuan.base.money.Payments;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A rehearsal of the rules of money in a house that holds nothing dear: random sequences of allotting, moving, approving, requesting, paying, returning, failing, carrying over and allowing beyond, by the doors that people use.
 *  A model in memory foretells what each act does or why it is refused; after each act the accounts that it touched are compared, and what was posted adds to nothing. */
@Component
public class MoneyRehearsal {

    final Budget budget;
    final Projects projects;
    final Committees committees;
    final Instalments instalments;
    final Endings endings;
    final Programmes programmes;
    final PaymentBatches batches;
    final Payments payments;
    final Ledger ledger;
    final Changes changes;
    final Evidence evidence;
    final Vault vault;
    final JdbcClient jdbc;
    final Clock clock;

    MoneyRehearsal(Budget budget, Projects projects, Committees committees, Instalments instalments, Endings endings, Programmes programmes, PaymentBatches batches, Payments payments, Ledger ledger, Changes changes, Evidence evidence,
              Vault vault, JdbcClient jdbc, Clock clock) {
        this.budget = budget;
        this.projects = projects;
        this.committees = committees;
        this.instalments = instalments;
        this.endings = endings;
        this.programmes = programmes;
        this.batches = batches;
        this.payments = payments;
        this.ledger = ledger;
        this.changes = changes;
        this.evidence = evidence;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who acts: four people of the whole country. */
    public record Persons(Actor drafter, Actor keeper, Actor finance, Actor releaser) {}

    /** A unit in which projects are carried out, and the office in which it lies. */
    public record Site(String office, String unit) {}

    /** What happened, all as it was foretold. @param refused acts that were refused */
    public record Outcome(int sequences, long done, long refused, long projects, Map<String, Integer> refusals) {}

    /** Walks until so many sequences are done or the time is over.
     *  @param sites two at least, in offices of their own
     *  @param progress told now and then how many sequences are done
     *  @throws IllegalStateException when anything is otherwise than foretold */
    public Outcome run(Persons persons, List<Site> sites, long seed, int sequences, Duration most, IntConsumer progress) {
        return new MoneyWalk(this, persons, sites, new Random(seed)).run(sequences, System.nanoTime() + most.toNanos(), progress);
    }
}
