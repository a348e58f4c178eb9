package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The papers of registration, จส.02 and จส.03: who has attached them, and when (table 4). A council counts when both are there. */
final class SimulatedPapers {

    private static final LocalDate LAST_PAPER = LocalDate.of(2019, 8, 31);
    private static final LocalDate SCANNING_BEGAN = LocalDate.of(2010, 1, 4);
    private final SimulatedFiles files;
    private final Ledger ledger;
    private final Draw draw = Draw.of("papers");

    SimulatedPapers(SimulatedFiles files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    void make(Printed region, List<Council> councils) {
        var old = new ArrayList<>(draw.shuffled(councils.stream().filter(c -> !c.isNew()).toList()));
        for (int quarter = 0; quarter < 4; quarter++)
            for (int i = 0; i < region.oldDocumented()[quarter]; i++) attach(old.removeLast(), quarter);
        old.stream().filter(c -> draw.chance(0.3)).forEach(this::attachHalf);
        var waiting = new ArrayList<Council>();
        for (int quarter = 0; quarter < 4; quarter++) {
            int now = quarter;
            waiting.addAll(draw.shuffled(councils.stream().filter(c -> c.quarter == now).toList()));
            for (int i = 0; i < region.newDocumented()[quarter]; i++) attach(waiting.removeFirst(), quarter);
        }
        for (int i = 0; i < region.lastPapers(); i++) attach(waiting.removeFirst(), LAST_PAPER);
    }

    private void attach(Council council, int quarter) {
        attach(council, council.isNew() || quarter > 0 ? draw.inQuarter(quarter, council.registeredOn) : earlier(council));
    }

    private void attach(Council council, LocalDate day) {
        council.documented = true;
        for (var kind : SimulatedFiles.REGISTRATION) ledger.enter(day, Sheet.EVIDENCE, "council", council.id, kind, null, files.number(kind), day);
    }

    private void attachHalf(Council council) {
        var day = earlier(council);
        ledger.enter(day, Sheet.EVIDENCE, "council", council.id, "js02", null, files.number("js02"), day);
    }

    private LocalDate earlier(Council council) {
        return draw.day(council.registeredOn.isBefore(SCANNING_BEGAN) ? SCANNING_BEGAN : council.registeredOn, Draw.QUARTER_ENDS[0]);
    }
}
