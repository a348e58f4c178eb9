package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The councils of a region and their terms. When a council was registered follows from table 5: its first term ends four years later. */
final class SimulatedCouncils {

    private static final LocalDate ACT = LocalDate.of(2008, 3, 3);
    /** From when on a term chosen then ends after the report. */
    private static final LocalDate LATER = LocalDate.of(2015, 9, 3);
    private static final LocalDate YEAR = LocalDate.of(2018, 9, 30);
    /** How many of the early councils were registered in each fiscal year from 2551 on, and in the first quarter of 2558. */
    private static final double[] PROFILE = {0.11, 0.24, 0.17, 0.14, 0.12, 0.11, 0.09, 0.02};
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("councils");

    SimulatedCouncils(Numbers numbers, Ledger ledger) {
        this.numbers = numbers;
        this.ledger = ledger;
    }

    List<Council> make(Printed region, List<Unit> units, Unit... withCouncil) {
        var terms = new SimulatedTerms(region, numbers, ledger);
        var councils = new ArrayList<Council>();
        for (int bucket = 0; bucket < 4; bucket++) {
            int again = bucket == 0 ? Printed.sum(region.dueAgain()) : 0;
            int first = region.due()[bucket] - region.dueAgain()[bucket] - again;
            for (int i = 0; i < again; i++) councils.add(terms.chosenTwice(council(region, draw.day(ACT, LocalDate.of(2010, 8, 20)), -1)));
            for (int i = 0; i < first; i++) councils.add(terms.chosenOnce(council(region, early(bucket), -1), bucket));
        }
        for (int quarter = 0; quarter < 4; quarter++)
            for (int i = 0; i < region.councilsOf2561()[quarter]; i++) councils.add(terms.notYetDue(council(region, draw.day(lastYear(Draw.QUARTER_STARTS[quarter]), lastYear(Draw.QUARTER_ENDS[quarter])), -1)));
        while (councils.size() < region.oldCouncils()) councils.add(terms.notYetDue(council(region, draw.day(LATER, lastYear(YEAR)), -1)));
        for (int quarter = 0; quarter < 4; quarter++)
            for (int i = 0; i < region.newCouncils()[quarter]; i++) councils.add(terms.notYetDue(council(region, draw.inQuarter(quarter, ACT), quarter)));
        settle(region, councils, units, List.of(withCouncil));
        terms.enter();
        return councils;
    }

    private static LocalDate lastYear(LocalDate day) {
        return day.minusYears(1);
    }

    private Council council(Printed region, LocalDate registeredOn, int quarter) {
        return new Council(numbers.next(), region, registeredOn, quarter);
    }

    /** A day four years before the bucket of table 5 in which the first term ended. */
    private LocalDate early(int bucket) {
        if (bucket > 0) return draw.day(Draw.QUARTER_STARTS[bucket].minusYears(4), Draw.QUARTER_ENDS[bucket].minusYears(4));
        double lot = draw.share();
        int year = 0;
        while (lot > PROFILE[year] && year < PROFILE.length - 1) lot -= PROFILE[year++];
        var from = year == 0 ? ACT : LocalDate.of(2007 + year, 10, 1);
        return draw.day(from, year == PROFILE.length - 1 ? LocalDate.of(2014, 12, 31) : LocalDate.of(2008 + year, 9, 30));
    }

    /** Gives each council its unit and its code: the old five digits, in the order of registration. */
    private void settle(Printed region, List<Council> councils, List<Unit> units, List<Unit> withCouncil) {
        councils.sort(Comparator.comparing((Council c) -> c.registeredOn).thenComparingLong(c -> c.id));
        var places = new ArrayList<Unit>(withCouncil);
        draw.shuffled(units).stream().filter(u -> !withCouncil.contains(u)).forEach(places::add);
        int number = region.digit() * 10_000;
        int place = 0;
        for (int i = 0; i < councils.size(); i++) {
            var council = councils.get(i);
            council.code = "%05d".formatted(++number);
            council.surplus = i >= 400 && i < 400 + region.surplus();
            council.unit = council.surplus ? places.get(i - 400) : places.get(place++);
            ledger.enter(council.registeredOn, Sheet.COUNCIL, council.id, council.code, council.unit.code(), council.unit.councilName(), council.registeredOn, council.surplus);
        }
    }
}
