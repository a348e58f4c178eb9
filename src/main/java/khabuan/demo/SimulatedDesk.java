package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.demo.SimulatedProjects.Hands;
import khabuan.demo.SimulatedProjects.Wish;

/** Projects of Baan Mankong in fiscal year 2562 that are somebody's work: before their bodies, late, or with a first instalment that waits at each of its steps. None of it had left for the bank by the day on which
 *  the report's data end. */
final class SimulatedDesk {

    private static final String PROGRAMME = "baan-mankong", TITLE = "บ้านมั่นคง ";
    private static final LocalDate REQUESTED = LocalDate.of(2019, 8, 13), CHECKED = LocalDate.of(2019, 8, 20), APPROVED = LocalDate.of(2019, 8, 23);
    /** What the province of the demonstration's recorder begins with. */
    private static final String KHON_KAEN = "40";
    private final SimulatedBooks books;
    private final SimulatedProjects projects;
    private final Units units;
    private final Map<String, Council> councils;
    private final Map<String, Long> accounts;
    private final Draw draw = Draw.of("desk");

    /** The units that have no project of a programme yet, one after the other. */
    interface Units {
        Unit next(String programme, String region);
    }

    SimulatedDesk(SimulatedBooks books, SimulatedProjects projects, Units units, Map<String, Council> councils, Map<String, Long> accounts) {
        this.books = books;
        this.projects = projects;
        this.units = units;
        this.councils = councils;
        this.accounts = accounts;
    }

    void make() {
        Arrays.stream(Printed.REGIONS).forEach(r -> books.allot(books.frame(2562, PROGRAMME, r.code()), Baht.of(40_000_000)));
        for (int i = 0; i < 140; i++) beforeBodies(i);
        for (int i = 0; i < 60; i++) underway(i);
    }

    private void beforeBodies(int i) {
        var states = List.of("draft", "submitted", "submitted", "considered", "considered", "returned", "rejected");
        String state = states.get(i / 5 % states.size());
        int houses = 4 + draw.below(20);
        projects.waiting(2562, wish(units.next(PROGRAMME, Printed.REGIONS[i % 5].code()), houses, Baht.of(30_000L * houses)), state, draw.day(LocalDate.of(2019, 6, 1), LocalDate.of(2019, state.equals("considered") ? 6 : 7, 24)));
    }

    private Wish wish(Unit unit, int houses, Baht amount) {
        return new Wish(PROGRAMME, unit, councils.get(unit.code()), TITLE + unit.title(), houses, null, amount);
    }

    /** Approved from April to June: with its first instalment paid, or asked for; the second is late. */
    private void underway(int i) {
        var amount = Baht.of(480_000);
        boolean paid = i % 2 == 1;
        var region = Printed.REGIONS[i % 5].code();
        var unit = units.next(PROGRAMME, region);
        while (!paid && region.equals("NE") && !unit.code().startsWith(KHON_KAEN)) unit = units.next(PROGRAMME, region);
        var project = projects.approve(2562, wish(unit, 8, amount), YearMonth.of(2019, 4 + i % 3));
        var parts = amount.divide(List.of(40, 40, 20));
        var first = draw.day(LocalDate.of(2019, 7, 8), LocalDate.of(2019, 7, 28));
        long instalment = project.instalment(parts.get(0), first, paid ? first : null);
        project.instalment(parts.get(1), LocalDate.of(2019, 8, 10), null);
        project.instalment(parts.get(2), LocalDate.of(2019, 11, 10), null);
        int step = i / 10;
        if (!paid) project.request(instalment, parts.get(0), hands(region), REQUESTED, step > 0 ? CHECKED : null, step > 1 ? APPROVED : null);
    }

    /** In the Northeast the recorder of Khon Kaen asks, elsewhere the centre; the officer of the region checks, the finance office approves. */
    private Hands hands(String region) {
        return new Hands(accounts.get(region.equals("NE") ? "recorder" : "centre"), accounts.get("officer-" + region.toLowerCase(Locale.ROOT)), accounts.get("finance"));
    }
}
