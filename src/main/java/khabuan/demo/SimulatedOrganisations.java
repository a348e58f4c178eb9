package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The organisations of a region: so many as table 1 prints, so many of them of fiscal year 2562 as table 3 prints, and their certifications. */
final class SimulatedOrganisations {

    private static final LocalDate YEAR_BEFORE = LocalDate.of(2018, 9, 30);
    private static final int NETWORKS = 3;

    private record Organisation(long id, LocalDate registeredOn) {}

    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("organisations");

    SimulatedOrganisations(Numbers numbers, Ledger ledger) {
        this.numbers = numbers;
        this.ledger = ledger;
    }

    /** @return all of them, each with the day from which it may have a letter */
    List<SimulatedLetters.Bearer> make(Printed region, List<Council> councils) {
        var old = councils.stream().filter(c -> !c.isNew()).toList();
        var fresh = councils.stream().filter(Council::isNew).toList();
        int[] early = draw.parts(region.organisations() - region.newOrganisations(), old.size(), 2);
        int ofNewCouncils = region.newOrganisations() * 7 / 10;
        int[] first = draw.parts(ofNewCouncils, fresh.size(), 2);
        int[] later = new int[old.size()];
        for (int i = ofNewCouncils; i < region.newOrganisations(); i++) later[draw.below(later.length)]++;
        var made = new ArrayList<Organisation>();
        for (int i = 0; i < early.length; i++) organisations(old.get(i), early[i], later[i], made);
        for (int i = 0; i < first.length; i++) organisations(fresh.get(i), 0, first[i], made);
        certify(region, made);
        return made.stream().map(o -> new SimulatedLetters.Bearer(o.id, o.registeredOn)).toList();
    }

    private void organisations(Council council, int early, int ofThisYear, List<Organisation> made) {
        var names = names(council.unit, early + ofThisYear);
        for (int i = 0; i < early + ofThisYear; i++) {
            var kind = names.get(i).kind;
            var day = i < early ? earlyDay(council) : draw.inQuarter(draw.below(4), LocalDate.EPOCH);
            if (day.isBefore(council.registeredOn)) day = council.registeredOn;
            var organisation = new Organisation(numbers.next(), day);
            ledger.enter(day, Sheet.ORGANISATION, organisation.id, council.code + "-%03d".formatted(i + 1), council.unit.code(), council.id, names.get(i).name,
                    kind.network() ? "network" : "group", day, 8 + draw.below(draw.chance(0.15) ? 220 : 55), kind.activities());
            made.add(organisation);
        }
    }

    private LocalDate earlyDay(Council council) {
        return draw.chance(0.45) ? council.registeredOn : draw.day(council.registeredOn, YEAR_BEFORE);
    }

    private record Name(SimulatedNames.Kind kind, String name) {}

    /** Names, none twice within a council: each kind in each village at most once. */
    private List<Name> names(Unit unit, int count) {
        var kinds = SimulatedNames.KINDS;
        var places = new ArrayList<Integer>();
        for (int i = 0; i < (kinds.length - NETWORKS) * unit.villages().size() + NETWORKS; i++) places.add(i);
        var names = new ArrayList<Name>();
        for (int place : draw.shuffled(places).subList(0, Math.min(count, places.size()))) {
            boolean network = place < NETWORKS;
            var kind = network ? kinds[kinds.length - 1 - place] : kinds[(place - NETWORKS) % (kinds.length - NETWORKS)];
            names.add(new Name(kind, kind.of(network ? "" : unit.inVillage((place - NETWORKS) / (kinds.length - NETWORKS)), unit.title())));
        }
        while (names.size() < count) {
            var again = names.get(names.size() - places.size());
            names.add(new Name(again.kind, again.name + " ที่ 2"));
        }
        return names;
    }

    /** Certifies as many as table 3 says, each after somebody saw that it still exists; and some in the years before. */
    private void certify(Printed region, List<Organisation> made) {
        var open = draw.shuffled(made);
        for (int quarter = 0; quarter < 4; quarter++) {
            int wanted = region.certifiedOrganisations()[quarter];
            for (int i = 0; wanted > 0; i++) {
                var organisation = open.get(i);
                if (organisation.registeredOn.isAfter(Draw.QUARTER_ENDS[quarter].minusDays(20)) || isPassedOver(quarter, organisation)) continue;
                var day = draw.inQuarter(quarter, organisation.registeredOn.plusDays(3));
                certify(organisation, 2562, day);
                open.set(i, new Organisation(organisation.id, LocalDate.MAX));
                wanted--;
            }
        }
        for (var organisation : made) if (organisation.registeredOn.isBefore(LocalDate.of(2015, 10, 1)) && draw.chance(0.06)) earlierYear(organisation);
    }

    /** In the last quarter most of those certified are of this year. */
    private boolean isPassedOver(int quarter, Organisation organisation) {
        return quarter == 3 && organisation.registeredOn.isBefore(Draw.QUARTER_STARTS[0]) && draw.chance(0.985);
    }

    private void earlierYear(Organisation organisation) {
        int year = 2559 + draw.below(3);
        certify(organisation, year, draw.day(LocalDate.of(year - 543, 3, 1), LocalDate.of(year - 543, 9, 30)));
    }

    private void certify(Organisation organisation, int year, LocalDate day) {
        ledger.enter(day, Sheet.SIGHTING, organisation.id, day, "เจ้าหน้าที่ภาค (จำลอง)", true);
        ledger.enter(day, Sheet.ORGANISATION_CERTIFICATION, organisation.id, year, day);
    }
}
