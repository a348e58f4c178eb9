package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What councils did: the missions of s.21, the meetings of s.19, the files of the capacity test, and the certification of a year's result. */
final class SimulatedWorks {

    private static final int PROPOSED_A = 4;
    private static final int PROPOSED_B = 5;
    private static final int REPORTED = 9;
    private final SimulatedFiles files;
    private final Ledger ledger;
    private final Draw draw = Draw.of("works");
    private final Set<Council> active = new LinkedHashSet<>();
    private final Set<Council> capable = new HashSet<>();
    private final Set<Council> proposing = new HashSet<>();

    SimulatedWorks(SimulatedFiles files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    /** Chooses the region's active councils, certifies its new ones as the report says and others as is plausible, and files the papers of the capable. */
    void make(Printed region, List<Council> councils) {
        var old = draw.shuffled(councils.stream().filter(c -> !c.isNew()).toList());
        var chosen = old.subList(0, Math.min(old.size(), region.capable() * 2));
        active.addAll(chosen);
        chosen.subList(0, region.capable()).forEach(this::makeCapable);
        for (int i = region.capable(); i < chosen.size(); i++) if (i % 2 == 0) proposing.add(chosen.get(i));
        for (int year = 2560; year <= 2562; year++) certifyOld(old, year);
        draw.shuffled(councils.stream().filter(Council::isNew).toList()).subList(0, region.newCertified())
                .forEach(c -> certify(c, 2562, draw.day(c.registeredOn, Draw.QUARTER_ENDS[3])));
    }

    boolean isActive(Council council) {
        return active.contains(council);
    }

    private void makeCapable(Council council) {
        capable.add(council);
        var day = draw.day(LocalDate.of(2019, 5, 1), Draw.QUARTER_ENDS[3]);
        for (var kind : SimulatedFiles.CAPACITY) ledger.enter(day, Sheet.EVIDENCE, "council", council.id, kind, 2562, files.number(kind), day);
    }

    private void certifyOld(List<Council> old, int year) {
        var from = LocalDate.of(year - 543, 5, 1);
        var to = year == 2562 ? Draw.QUARTER_ENDS[3] : LocalDate.of(year - 543, 9, 30);
        for (var council : old)
            if (council.registeredOn.isBefore(from) && draw.chance(active.contains(council) ? 0.9 : 0.15 * (year - 2559))) certify(council, year, draw.day(from, to));
    }

    private void certify(Council council, int year, LocalDate day) {
        ledger.enter(day, Sheet.CERTIFICATION, council.id, year, day);
    }

    /** Lets so many councils do each mission as the report prints; the year before fewer. */
    void makeMissionsAndMeetings() {
        missions(2562, Printed.MISSIONS, true);
        missions(2561, Arrays.stream(Printed.MISSIONS).map(n -> n * 6 / 10).toArray(), false);
        for (var council : active) {
            meetings(council, 2562, Draw.QUARTER_ENDS[3]);
            if (draw.chance(0.5)) meetings(council, 2561, LocalDate.of(2018, 9, 28));
        }
    }

    private void missions(int year, int[] counts, boolean ofTheReport) {
        var proposedB = new HashSet<Council>();
        for (var council : active) if (capable.contains(council) && draw.chance(0.12)) proposedB.add(council);
        for (int mission = 1; mission <= counts.length; mission++) {
            var willing = new ArrayList<Willing>();
            for (var council : active) willing.add(new Willing(council, will(council, mission, proposedB, ofTheReport)));
            willing.sort(Comparator.comparingDouble(Willing::will));
            for (var w : willing.subList(0, counts[mission - 1])) done(w.council, year, mission);
        }
    }

    private record Willing(Council council, double will) {}

    /** The lower, the sooner a council does a mission; those who pass the capacity test did what it asks. */
    private double will(Council council, int mission, Set<Council> proposedB, boolean ofTheReport) {
        if (!capable.contains(council)) return 0.3 + draw.share() + (ofTheReport && isAvoided(council, mission) ? 2 : 0);
        boolean proposed = mission == PROPOSED_A && !proposedB.contains(council) || mission == PROPOSED_B && proposedB.contains(council);
        return ofTheReport && (proposed || mission == REPORTED) ? -1 : draw.share();
    }

    /** As the table of the capacity test prints it, everybody who proposes and reports has the files too: of the others, half propose, and half report. */
    private boolean isAvoided(Council council, int mission) {
        return proposing.contains(council) ? mission == REPORTED : mission == PROPOSED_A || mission == PROPOSED_B;
    }

    private void done(Council council, int year, int mission) {
        var from = LocalDate.of(year - 544, 10, 1);
        if (from.isBefore(council.registeredOn)) from = council.registeredOn;
        var day = draw.day(from, year == 2562 ? Draw.QUARTER_ENDS[3] : LocalDate.of(year - 543, 9, 30));
        ledger.enter(day, Sheet.MISSION, council.id, year, mission, day);
    }

    private void meetings(Council council, int year, LocalDate last) {
        int count = draw.chance(0.72) ? 4 + draw.below(3) : 1 + draw.below(3);
        var start = LocalDate.of(year - 544, 10, 1);
        if (council.registeredOn.isAfter(start)) return;
        long step = (last.toEpochDay() - start.toEpochDay()) / count;
        for (int i = 0; i < count; i++) {
            var day = draw.day(start.plusDays(i * step), start.plusDays((i + 1) * step - 1));
            ledger.enter(day, Sheet.MEETING, council.id, day, "การประชุมสภาองค์กรชุมชน ครั้งที่ %d/%d".formatted(i + 1, year), 12 + draw.below(40));
        }
    }
}
