package khabuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import khabuan.registry.assessment.Edition;
import khabuan.registry.assessment.Scoring;

/** The quality reviews of councils, as many of each grade as the report prints for each region and year, and the satisfaction survey of fiscal year 2561.
 *  Answers are drawn until their score, which the product's own rule counts, lies in the grade. */
final class SimulatedReviews {

    /** Reviews of grade A, B, C of 2561, and of 2562. */
    private static final Map<String, int[][]> PRINTED = Map.of("BE", row(0, 2, 2, 16, 33, 30), "CW", row(2, 11, 46, 44, 39, 56), "NE", row(0, 7, 3, 95, 148, 203), "S", row(0, 0, 1, 6, 11, 38),
            "N", row(0, 0, 2, 66, 351, 485));
    private static final String[] GRADES = {"A", "B", "C"};
    /** On this day the programme was explained to the regional offices, and recording began. */
    private static final LocalDate OPENED = LocalDate.of(2019, 4, 2);
    private static final LocalDate CLOSED = Draw.QUARTER_ENDS[3];
    /** Whom their communities assessed too, and who wait for verification. */
    private static final int COMPARED = 12, WAITING = 5;
    /** The satisfaction that is printed, of 1,276 people. */
    static final String SATISFACTION = "84.95";
    /** What its three dimensions may have been. */
    private static final List<String> SATISFIED = List.of("85.40", "83.65", "85.80");
    private final Edition edition;
    private final SimulatedFiles files;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("reviews");

    SimulatedReviews(Edition edition, SimulatedFiles files, Numbers numbers, Ledger ledger) {
        this.edition = edition;
        this.files = files;
        this.numbers = numbers;
        this.ledger = ledger;
        ledger.enterOn(OPENED, Sheet.EDITION_PUBLICATION, edition.id(), OPENED);
    }

    private static int[][] row(int... n) {
        return new int[][] {{n[0], n[1], n[2]}, {n[3], n[4], n[5]}};
    }

    /** @param active the councils that did much, which more often have the better grade */
    void make(Printed region, List<Council> councils, Predicate<Council> active) {
        var order = new HashMap<Council, Double>();
        councils.forEach(c -> order.put(c, draw.share() + (active.test(c) ? 0 : 0.7)));
        var left = councils.stream().filter(c -> c.registeredOn.isBefore(LocalDate.of(2018, 8, 1))).sorted(Comparator.comparingDouble(order::get)).iterator();
        for (int grade = 0; grade < 3; grade++)
            for (int year = 0; year < 2; year++)
                for (int i = 0; i < PRINTED.get(region.code())[year][grade]; i++) review(left.next(), 2561 + year, GRADES[grade], i < COMPARED && year == 1);
        for (int i = 0; i < WAITING && left.hasNext(); i++) enter(left.next().id, 2562, "self", draw.one(GRADES), draw.day(LocalDate.of(2019, 8, 1), CLOSED), false);
    }

    private void review(Council council, int year, String grade, boolean bySelfToo) {
        var verified = draw.day(OPENED, year == 2561 ? LocalDate.of(2019, 6, 28) : CLOSED);
        enter(council.id, year, "region", grade, verified, true);
        if (bySelfToo) enter(council.id, year, "self", draw.chance(0.6) ? grade : draw.one(GRADES), verified, true);
    }

    private void enter(long council, int year, String assessor, String grade, LocalDate on, boolean verified) {
        long id = numbers.next();
        var answers = answers(grade);
        var proved = new HashSet<Long>();
        edition.items().filter(i -> i.proof() == Edition.Proof.REQUIRED && answers.get(i.id()).signum() > 0).forEach(i -> proved.add(i.id()));
        var result = Scoring.of(edition, answers, proved);
        var assessed = year == 2561 ? draw.day(LocalDate.of(2018, 8, 1), LocalDate.of(2018, 9, 28)) : draw.day(OPENED.minusDays(60), on);
        ledger.enter(on, Sheet.ASSESSMENT, id, edition.instrument(), edition.id(), council, "", year, assessor, assessed, null, on, verified ? on : null, result.score(), result.level().code());
        edition.items().forEach(i -> {
            long answer = numbers.next();
            ledger.enter(on, Sheet.ASSESSMENT_ANSWER, answer, id, i.id(), answers.get(i.id()));
            if (proved.contains(i.id())) ledger.enter(on, Sheet.EVIDENCE, "assessment-answer", answer, "proof", null, files.number("annual-report"), on);
        });
        result.parts().forEach(p -> ledger.enter(on, Sheet.ASSESSMENT_PART, id, p.dimension(), p.score()));
    }

    /** Answers whose score lies in a grade: drawn, then raised or lowered item by item. */
    private Map<Long, BigDecimal> answers(String grade) {
        var answers = new HashMap<Long, BigDecimal>();
        double will = switch (grade) { case "A" -> 0.88; case "B" -> 0.7; default -> 0.42; };
        var items = edition.items().toList();
        var all = Set.copyOf(items.stream().map(Edition.Item::id).toList());
        items.forEach(i -> answers.put(i.id(), drawn(i, will)));
        for (int tries = 0; tries < 500; tries++) {
            var level = Scoring.of(edition, answers, all).level().code();
            if (level.equals(grade)) return answers;
            var item = draw.one(items);
            answers.put(item.id(), drawn(item, level.compareTo(grade) > 0 ? 0.97 : 0.15));
        }
        throw new IllegalStateException("No answers give grade " + grade + ".");
    }

    private BigDecimal drawn(Edition.Item item, double will) {
        double share = Math.clamp(will + (draw.share() - 0.5) * 0.5, 0, 1);
        return switch (item.kind()) {
            case YES_NO -> draw.chance(will) ? BigDecimal.ONE : BigDecimal.ZERO;
            case POINTS -> BigDecimal.valueOf(item.most() * share).setScale(0, RoundingMode.HALF_UP);
            case PERCENTAGE -> BigDecimal.valueOf(100 * share).setScale(0, RoundingMode.HALF_UP);
            case CHOICE -> BigDecimal.valueOf(1 + Math.round((item.choices().size() - 1) * share));
        };
    }

    /** The satisfaction survey of 2561: 1,276 people, told to the board in September. @param survey its edition */
    void makeSurvey(Edition survey) {
        var on = LocalDate.of(2018, 9, 17);
        ledger.enterOn(LocalDate.of(2018, 6, 1), Sheet.EDITION_PUBLICATION, survey.id(), LocalDate.of(2018, 6, 1));
        long id = numbers.next();
        var answers = new HashMap<Long, BigDecimal>();
        var items = survey.items().toList();
        for (int i = 0; i < items.size(); i++) answers.put(items.get(i).id(), new BigDecimal(SATISFIED.get(i)));
        var result = Scoring.of(survey, answers, Set.of());
        ledger.enter(on, Sheet.ASSESSMENT, id, survey.instrument(), survey.id(), null, "", 2561, "centre", LocalDate.of(2018, 8, 31), 1276, on, on, result.score(), result.level().code());
        items.forEach(i -> ledger.enter(on, Sheet.ASSESSMENT_ANSWER, numbers.next(), id, i.id(), answers.get(i.id())));
        result.parts().forEach(p -> ledger.enter(on, Sheet.ASSESSMENT_PART, id, p.dimension(), p.score()));
    }
}
