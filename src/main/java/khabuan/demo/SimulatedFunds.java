package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The welfare funds: as many in each region as the report prints, three of the North twice until they were merged in August 2562. */
final class SimulatedFunds {

    /** When the register of funds began. */
    private static final LocalDate REGISTER = LocalDate.of(2010, 1, 15);
    private static final LocalDate FIRST = LocalDate.of(2005, 3, 1), BEFORE = LocalDate.of(2018, 6, 29);
    /** When the frames of matching subsidies of 2562 were allotted. */
    static final LocalDate ALLOTTED = LocalDate.of(2018, 12, 1);
    private static final LocalDate MERGED_ON = LocalDate.of(2019, 8, 19);
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("welfare funds");
    private int code = 10_000;

    SimulatedFunds(Numbers numbers, Ledger ledger) {
        this.numbers = numbers;
        this.ledger = ledger;
    }

    /** @param units by region */
    List<SimulatedFund> make(Map<String, List<Unit>> units) {
        var made = new ArrayList<SimulatedFund>();
        for (var region : PrintedFunds.REGIONS) make(region, units.get(region.code()), made);
        return made;
    }

    private void make(PrintedFunds region, List<Unit> units, List<SimulatedFund> made) {
        var twice = region.code().equals("N") ? namesakes(units) : List.<Unit>of();
        var chosen = new ArrayList<>(twice);
        for (var unit : draw.shuffled(units)) if (chosen.size() < region.funds() && !twice.contains(unit)) chosen.add(unit);
        int last = region.code().equals("CW") ? PrintedFunds.FOUNDED_LAST : 0;
        int old = region.funds() - region.founded();
        var stale = new HashSet<>(draw.shuffled(chosen.subList(twice.size(), old)).subList(0, region.stale()));
        for (int i = 0; i < region.funds(); i++) {
            var unit = chosen.get(i);
            var founded = i < old ? draw.day(FIRST, BEFORE) : i < old + region.early() ? draw.day(Draw.QUARTER_STARTS[0], ALLOTTED) : i < region.funds() - last ? draw.day(ALLOTTED.plusDays(1), LocalDate.of(2019, 4, 20))
                    : draw.day(LocalDate.of(2019, 7, 3), LocalDate.of(2019, 7, 20));
            var fund = register(unit, region, founded, stale.contains(unit), null);
            made.add(fund);
            if (i < twice.size()) made.add(mergedTwin(fund));
        }
    }

    private static List<Unit> namesakes(List<Unit> units) {
        return java.util.Arrays.stream(PrintedFunds.TWICE).map(name -> units.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow()).toList();
    }

    private SimulatedFund register(Unit unit, PrintedFunds region, LocalDate founded, boolean stale, SimulatedFund survivor) {
        var fund = new SimulatedFund(numbers.next(), unit, region, founded, stale, survivor);
        String name = survivor == null ? unit.councilName().replace("สภาองค์กรชุมชน", "กองทุนสวัสดิการชุมชน") : (unit.name().equals("ห้วยทราย") ? "กองทุนสัจจะวันละบาทเพื่อสวัสดิการชุมชนตำบล" : "กองทุนสวัสดิการชุมชนตำบล") + unit.name();
        ledger.enter(founded.isBefore(REGISTER) ? REGISTER : founded, Sheet.WELFARE_FUND, fund.id, ++code, unit.code(), name, founded);
        return fund;
    }

    private SimulatedFund mergedTwin(SimulatedFund survivor) {
        var twin = register(survivor.unit, survivor.region, survivor.foundedOn.plusDays(draw.below(200)), true, survivor);
        ledger.enter(MERGED_ON, Sheet.WELFARE_MERGER, twin.id, survivor.id);
        return twin;
    }
}
