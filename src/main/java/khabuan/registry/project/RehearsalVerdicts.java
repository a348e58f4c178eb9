package khabuan.registry.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Refusal;
import khabuan.base.money.Ledger;
import khabuan.registry.project.Foretold.OfFrame;
import khabuan.registry.project.Foretold.OfProject;
import khabuan.registry.project.Foretold.OfYear;

/** Holds what was foretold against what is, and counts. */
final class RehearsalVerdicts {

    final Map<String, Integer> refusals = new HashMap<>();
    long done;
    long refused;
    private final MoneyRehearsal house;
    private long last;

    RehearsalVerdicts(MoneyRehearsal house) {
        this.house = house;
        last = house.jdbc.sql("select coalesce(max(entry_id), 0) from posting").query(Long.class).single();
    }

    /** @param expected why it must be refused; null when it must not */
    boolean attempt(String act, Refusal expected, Runnable work) {
        try {
            work.run();
        } catch (Refusal.Thrown e) {
            if (e.refusal() != expected) throw new IllegalStateException(act + " was refused with " + e.refusal() + " and not with " + expected, e);
            refused++;
            refusals.merge(act + " " + expected, 1, Integer::sum);
            return false;
        }
        if (expected != null) throw new IllegalStateException(act + " was not refused with " + expected);
        done++;
        return true;
    }

    /** All books together: the trial balance is nothing in each fund, and the sums that are kept are those of the lines. */
    void compareAll() {
        demand("funds that do not balance", 0, count("select a.book_id, a.fund from posting p join ledger_account a on a.id = p.account_id group by 1, 2 having sum(p.amount) <> 0"));
        demand("sums of months that differ from their lines", 0, count("select account_id, month, amount from ledger_month except select account_id, date_trunc('month', day)::date, sum(amount) from posting group by 1, 2"));
        demand("guarded balances that differ from their lines", 0, count("select account_id, amount from ledger_balance except select account_id, sum(amount) from posting group by 1"));
    }

    private long count(String rows) {
        return house.jdbc.sql("select count(*) from (" + rows + ") off").query(Long.class).single();
    }

    /** The accounts of a frame, and that what was posted since adds to nothing. */
    void compare(OfFrame of) {
        demand("free in " + of.frame, of.free, house.ledger.balance(of.frame.free(), Ledger.EVER).satang());
        demand("unallotted of " + of.year.year, of.year.unallotted, house.ledger.balance(Programme.unallotted("state", of.year.year, "development"), Ledger.EVER).satang());
        var posted = house.jdbc.sql("select coalesce(sum(amount), 0)::bigint, coalesce(max(entry_id), :last) from posting where entry_id > :last").param("last", last).query((r, n) -> new long[] {r.getLong(1), r.getLong(2)}).single();
        demand("what was posted", 0, posted[0]);
        last = posted[1];
    }

    void compare(OfProject of) {
        var money = house.projects.monies(List.of(of.id), Ledger.EVER).get(of.id);
        demand("unpaid of project " + of.id, of.unpaid(), money.unpaid().satang());
        demand("paid of project " + of.id, of.paid, money.paid().satang());
        demand("returned of project " + of.id, of.returned, money.returned().satang());
        demand("approved of project " + of.id, of.standing(), money.approved().satang());
    }

    /** What the frames of a year tell: granted as it was, and approved for all projects together no more than that. */
    void compare(OfYear of) {
        var standing = house.budget.standing(of.year, Ledger.EVER).stream().collect(Collectors.toMap(s -> s.frame().id(), s -> s));
        for (var each : of.frames) {
            var s = standing.get(each.frame.id());
            demand("granted to " + each.frame, each.granted, s.granted().satang());
            demand("approved in " + each.frame, each.projects.stream().mapToLong(OfProject::standing).sum(), s.approved().satang());
            if (s.approved().isAbove(s.granted())) throw new IllegalStateException(each.frame + " is exceeded");
        }
    }

    private void demand(String what, long expected, long found) {
        if (expected != found) throw new IllegalStateException("%s: %,d was foretold, %,d found, after %,d acts".formatted(what, expected, found, done));
    }
}
