package khabuan.registry.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.record.Author;
import khabuan.registry.project.Foretold.OfFrame;
import khabuan.registry.project.Foretold.OfYear;

/** One walk of a {@link MoneyRehearsal}: sequence after sequence, and the acts on the house.budget. */
final class MoneyWalk {

    static final Author AUTHOR = Author.programme("rehearsal");
    private static final int ACTS = 12, SEQUENCES_OF_A_YEAR = 60;
    /** A frame is granted, a project drafted, decided, where the year has ended carried over, asked for and paid: then whatever the lot says. */
    private static final int[] OPENING = {1, 4, 7, 18, 10, 13, 14};
    private static final List<String> PROGRAMMES = List.of("community", "temporary-housing");
    private final MoneyRehearsal house;
    private final MoneyRehearsal.Persons persons;
    private final List<MoneyRehearsal.Site> sites;
    private final Random lots;
    private final RehearsalVerdicts verdicts;
    private final ProjectWalk projects;
    private final Map<Integer, OfYear> years = new HashMap<>();
    private final LocalDate today;
    private OfYear year;
    private OfFrame frame;

    MoneyWalk(MoneyRehearsal house, MoneyRehearsal.Persons persons, List<MoneyRehearsal.Site> sites, Random lots) {
        this.house = house;
        this.persons = persons;
        this.sites = sites;
        this.lots = lots;
        verdicts = new RehearsalVerdicts(house);
        today = ThaiDate.today(house.clock);
        projects = new ProjectWalk(house, persons, lots, verdicts);
    }

    MoneyRehearsal.Outcome run(int sequences, long until, IntConsumer progress) {
        int walked = 0;
        for (; walked < sequences && System.nanoTime() < until; walked++) {
            sequence(walked);
            if ((walked + 1) % 1000 == 0) progress.accept(walked + 1);
        }
        years.values().forEach(verdicts::compare);
        verdicts.compareAll();
        return new MoneyRehearsal.Outcome(walked, verdicts.done, verdicts.refused, projects.drafted(), verdicts.refusals);
    }

    /** Two years in turn, one that runs and one that has ended, no two with the same last digits, which begin the codes of projects; each is left for another when it has many projects. */
    private void sequence(int number) {
        int turn = number / SEQUENCES_OF_A_YEAR / 2;
        boolean past = number % 2 == 1;
        int ended = FiscalYear.of(today).year() - 2551;
        var before = year;
        year = years.computeIfAbsent(past ? 2551 + turn % ended : 2700 - turn % 30, y -> open(y, past));
        if (before != null && number % SEQUENCES_OF_A_YEAR == 0) verdicts.compare(before);
        projects.begin();
        frame = one(year.frames);
        for (int act = 0; act < ACTS; act++) {
            if (act >= OPENING.length) frame = one(year.frames);
            act(act < OPENING.length ? OPENING[act] : lots.nextInt(22));
            frame.projects.reversed().stream().limit(3).forEach(verdicts::compare);
            verdicts.compare(frame);
        }
    }

    private OfYear open(int of, boolean past) {
        var opened = new OfYear(of, past);
        for (var site : sites)
            for (var programme : PROGRAMMES)
                opened.frames.add(new OfFrame(opened, house.changes.make(AUTHOR, "bench.write", "", () -> house.budget.of(of, programme, site.office())), site));
        year = opened;
        give();
        return opened;
    }

    private void act(int lot) {
        switch (lot) {
            case 0 -> give();
            case 1, 2 -> allot();
            case 3 -> transfer();
            case 4, 5, 6 -> projects.draft(frame);
            case 7, 8, 9 -> projects.sit(frame);
            case 10, 11, 12 -> projects.request(frame);
            case 13 -> projects.release();
            case 14 -> projects.answer();
            case 15 -> projects.payAgain(frame);
            case 16 -> projects.takeBack(frame);
            case 17 -> projects.proposeChange(frame);
            case 18 -> carry();
            case 19 -> allowOver();
            case 20 -> projects.withdraw();
            default -> projects.end(frame);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(lots.nextInt(of.size()));
    }

    private long amount(long mostBaht) {
        return 1 + (long) (lots.nextDouble() * mostBaht * 100);
    }

    private Budget.Decision decision(long amount) {
        return new Budget.Decision(new Baht(amount), today, "คณะกรรมการสถาบัน", "ซ้อม");
    }

    private void give() {
        long amount = amount(2_000_000);
        if (verdicts.attempt("give", null, () -> house.budget.give(persons.keeper(), "", year.year, "state", "development", decision(amount)))) year.unallotted += amount;
    }

    private void allot() {
        long amount = amount(120_000);
        if (!verdicts.attempt("allot", amount > year.unallotted ? ProjectRefusal.BUDGET_EXCEEDED : null, () -> house.budget.allot(persons.keeper(), "", year.year, frame.frame.programme(), frame.frame.office(), decision(amount)))) return;
        year.unallotted -= amount;
        frame.grant(amount);
    }

    private void transfer() {
        var to = one(year.frames);
        long amount = amount(60_000);
        if (!verdicts.attempt("transfer", to == frame ? ProjectRefusal.SAME_FRAME : frame.draws(amount), () -> house.budget.transfer(persons.keeper(), "", frame.frame, to.frame, decision(amount)))) return;
        frame.grant(-amount);
        to.grant(amount);
        verdicts.compare(to);
    }

    private void allowOver() {
        long amount = amount(20_000);
        if (verdicts.attempt("allow", null, () -> house.budget.allowOver(persons.keeper(), "", frame.frame, decision(amount)))) frame.grant(amount);
    }

    private void carry() {
        var expected = frame.toCarry() == 0 ? ProjectRefusal.NOTHING_TO_CARRY : year.past ? null : ProjectRefusal.YEAR_NOT_ENDED;
        if (verdicts.attempt("carry", expected, () -> house.budget.carry(persons.keeper(), "", frame.frame, decision(1)))) frame.carry();
    }
}
