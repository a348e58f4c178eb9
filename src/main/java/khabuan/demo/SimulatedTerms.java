package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The terms of a region's councils: chosen, ended, reviewed; and the two faults that the quarters of table 5 show, with their corrections. */
final class SimulatedTerms {

    private static final LocalDate LATER = LocalDate.of(2015, 9, 3);
    private static final LocalDate FIRST_QUARTER_END = Draw.QUARTER_ENDS[0];
    private static final LocalDate MISTAKEN = LocalDate.of(2018, 12, 10);
    private static final LocalDate MISTAKES_FOUND = LocalDate.of(2019, 3, 10);
    private static final LocalDate ENTERED_TWICE = LocalDate.of(2018, 11, 20);
    private static final LocalDate DOUBLES_FOUND = LocalDate.of(2019, 2, 20);

    private static final class Term {
        final long id;
        final Council council;
        final int number;
        final LocalDate chosenOn;
        LocalDate reviewedOn;

        Term(long id, Council council, int number, LocalDate chosenOn) {
            this.id = id;
            this.council = council;
            this.number = number;
            this.chosenOn = chosenOn;
        }

        LocalDate dueOn() {
            return chosenOn.plusYears(4);
        }
    }

    private final Printed region;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw;
    private final List<Term> terms = new ArrayList<>();
    /** The first terms that ended by the first quarter's end: any of them may be reviewed. */
    private final List<Term> ended = new ArrayList<>();
    private final int[] secondTerms;

    SimulatedTerms(Printed region, Numbers numbers, Ledger ledger) {
        this.region = region;
        this.numbers = numbers;
        this.ledger = ledger;
        this.draw = Draw.of("terms " + region.code());
        this.secondTerms = region.dueAgain().clone();
    }

    /** A council whose first term was reviewed so early that the second has ended too. */
    Council chosenTwice(Council council) {
        int bucket = 0;
        while (secondTerms[bucket] == 0) bucket++;
        secondTerms[bucket]--;
        var first = term(council, 1, council.registeredOn);
        var from = bucket == 0 ? first.dueOn().plusDays(1) : Draw.QUARTER_STARTS[bucket].minusYears(4);
        review(first, draw.day(from, Draw.QUARTER_ENDS[bucket].minusYears(4)));
        return council;
    }

    /** A council whose first term alone has ended. */
    Council chosenOnce(Council council, int bucket) {
        var first = term(council, 1, council.registeredOn);
        if (bucket == 0) ended.add(first);
        return council;
    }

    Council notYetDue(Council council) {
        term(council, 1, council.registeredOn);
        return council;
    }

    private Term term(Council council, int number, LocalDate chosenOn) {
        var term = new Term(numbers.next(), council, number, chosenOn);
        terms.add(term);
        return term;
    }

    private void review(Term term, LocalDate day) {
        term.reviewedOn = day;
        term.council.lastSelection = day;
        term(term.council, term.number + 1, day);
    }

    /** Reviews as many terms as table 5 says, makes its faults, and enters all. */
    void enter() {
        var open = new ArrayList<>(draw.shuffled(ended));
        int early = region.reviewed()[0] - Printed.sum(region.dueAgain());
        for (int i = 0; i < early; i++) {
            var term = open.removeLast();
            review(term, draw.day(term.dueOn().isBefore(LATER) ? LATER : term.dueOn(), FIRST_QUARTER_END));
        }
        for (int quarter = 1; quarter < 4; quarter++)
            for (int i = 0; i < region.reviewed()[quarter]; i++) review(open.removeLast(), draw.inQuarter(quarter, FIRST_QUARTER_END));
        terms.forEach(this::enter);
        for (int i = 0; i < region.mistakenReviews(); i++) mistake(open.removeLast());
        for (int i = 0; i < region.doubleTerms(); i++) enterTwice(open.removeLast());
    }

    private void enter(Term term) {
        ledger.enter(term.chosenOn, Sheet.TERM, term.id, term.council.id, term.number, term.chosenOn, null);
        if (term.reviewedOn != null) ledger.enter(term.reviewedOn, Sheet.TERM_REVIEW, term.id, term.reviewedOn);
    }

    /** A review that was recorded for the wrong council, with the term that would have followed; both are corrected when it is found. */
    private void mistake(Term term) {
        var day = draw.day(LocalDate.of(2018, 11, 1), LocalDate.of(2018, 12, 7));
        long following = numbers.next();
        ledger.enterOn(MISTAKEN, Sheet.TERM_REVIEW, term.id, day);
        ledger.enterOn(MISTAKEN, Sheet.TERM, following, term.council.id, term.number + 1, day, null);
        ledger.enterOn(MISTAKES_FOUND, Sheet.TERM_REVIEW_MISTAKEN, term.id);
        ledger.enterOn(MISTAKES_FOUND, Sheet.TERM_WITHDRAWAL, following, "บันทึกการทบทวนผิดสภา");
    }

    /** A term that was entered a second time from an old list, as if it were another one, and withdrawn when it is found. */
    private void enterTwice(Term term) {
        long twin = numbers.next();
        var day = term.chosenOn.plusDays(7);
        if (day.isAfter(FIRST_QUARTER_END.minusYears(4))) day = term.chosenOn;
        ledger.enterOn(ENTERED_TWICE, Sheet.TERM, twin, term.council.id, term.number + 1, day, null);
        ledger.enterOn(DOUBLES_FOUND, Sheet.TERM_WITHDRAWAL, twin, "บันทึกซ้ำกับวาระที่ " + term.number);
    }
}
