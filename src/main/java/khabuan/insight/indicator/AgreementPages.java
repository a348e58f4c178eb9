package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.evidence.Evidence;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.record.Findings.Finding;
import khabuan.insight.measure.Difference;

/** What the pages of agreements show. */
public final class AgreementPages {

    private AgreementPages() {}

    /** A place that reports. @param code TH, CENTRE or a region */
    public record Site(String code, String title) {}

    /** The board of a year. @param board null when there is no agreement yet
     *  @param rows headings and scores in print order; one of the two is null */
    public record BoardPage(List<Integer> years, int year, FiscalQuarter quarter, LocalDate asOf, Scoreboard board, List<Line> rows, boolean mayWrite, Faults faults, Map<String, String> form) {

        public long count(Course.Verdict verdict) {
            return board.scores().stream().filter(s -> s.country().verdict() == verdict).count();
        }
    }

    public record Line(Heading heading, Score score, boolean part) {}

    /** An indicator. @param entries what is entered, place by place
     *  @param history the adjustments of its targets
     *  @param survey the name of the survey that it takes; "" for none; @param finding what it found; null for nothing yet
     *  @param place whose work was asked for: its forms stand open; "" for none */
    public record IndicatorPage(Agreement agreement, Indicator indicator, Scoreboard board, Score score, List<Site> sites, List<Row> rows, Targets.Book book, List<Targets.Adjustment> history, String figurePath,
            String inHandPath, String survey, Finding finding, int quarter, List<Telling> tellings, String place, boolean mayWrite, Faults faults, Map<String, String> form) {

        public BigDecimal original(int quarter, String place) {
            return book.original(indicator.id(), quarter, place);
        }

        public BigDecimal target(int quarter, String place) {
            return book.amount(indicator.id(), quarter, place);
        }
    }

    /** A place's results. */
    public record Row(Site site, Course course, List<Slot> slots) {}

    /** What is entered for a quarter. @param amount as written; "" for none
     *  @param mayRecord whether this person may record it now; @param mayCertify may certify it now, or return it; @param own whether this person recorded it, and another must certify */
    public record Slot(int quarter, boolean recorded, boolean nothingNew, String amount, String whole, boolean certified, boolean late, String recordedBy, LocalDate recordedOn, String certifiedBy, LocalDate certifiedOn,
            String returnedBecause, int version, List<Evidence.Attached> papers, boolean mayRecord, boolean mayCertify, boolean own) {

        /** Whether it waits for who looks to certify it. */
        public boolean waitsForMe() {
            return mayCertify && !own && returnedBecause.isEmpty();
        }

        /** Whether it can be certified: zero and nothing new need no paper. */
        public boolean hasEvidence() {
            return !papers.isEmpty() || amount.isEmpty() || amount.matches("[0.,]*");
        }
    }

    /** The entered results of a place in a quarter, all at once.
     *  @param rest whether the indicators that the place does not report are shown too
     *  @param hidden how many of those are not shown
     *  @param mayRecord whether there is something to record for who looks */
    public record EntriesPage(Agreement agreement, FiscalQuarter quarter, Site site, List<Site> sites, LocalDate lastDay, boolean closed, List<Entered> rows, boolean rest, int hidden, boolean mayRecord, Faults faults,
            Map<String, String> form) {

        public String path(int quarter, String place) {
            return agreement.path() + "/results?quarter=" + quarter + "&place=" + place;
        }

        /** Those that wait for who looks to certify them. */
        public List<Entered> waiting() {
            return rows.stream().filter(r -> r.slot() != null && r.slot().waitsForMe()).toList();
        }
    }

    /** An indicator in that table. @param target of the quarter, @param yearTarget of the year, as written
     *  @param before what the quarter before has brought
     *  @param note what was done, as told */
    public record Entered(Indicator indicator, String target, String yearTarget, String before, Slot slot, String note) {

        public String id(String field) {
            return field + "-" + indicator.code();
        }
    }

    /** The story of a place in the quarter shown. @param mayTell whether this person may write it now */
    public record Telling(Site site, Story story, boolean mayTell) {}

    /** The form of an indicator. @param earlier those of the year before that a new one may begin as
     *  @param flows measures of what happens, which fit a COUNT; @param stocks of what stands; @param surveys what surveys find
     *  @param units, owners those of the year's other indicators */
    public record FormPage(Agreement agreement, Long id, Map<String, String> form, List<Choice> earlier, List<Choice> headings, List<Choice> totals, List<Choice> flows, List<Choice> stocks, List<Choice> surveys,
            List<String> units, List<String> owners, Faults faults) {

        /** What is typed, or stands; "" for nothing. */
        public String of(String field) {
            return form.getOrDefault(field, "");
        }

        /** Whether one of these fields says something, or is refused. */
        public boolean says(String... fields) {
            return Stream.of(fields).anyMatch(f -> !of(f).isBlank() || faults.has(f));
        }
    }

    public record AdjustmentsPage(Agreement agreement, List<Told> adjustments, List<Choice> indicators, List<Site> sites, boolean mayWrite, Faults faults, Map<String, String> form) {}

    /** An adjustment as it is told. */
    public record Told(Targets.Adjustment adjustment, List<Moved> moved) {}

    public record Moved(Indicator indicator, Site site, int quarter, BigDecimal amount, BigDecimal now) {}

    /** The quarters of a year. @param frozen the closes of each */
    public record ClosesPage(Agreement agreement, List<QuarterState> quarters, boolean mayWrite, Faults faults, Map<String, String> form) {}

    /** @param ended whether its last day has passed
     *  @param missing how many results that are entered nobody has reported; @param waiting how many are not certified */
    public record QuarterState(FiscalQuarter quarter, LocalDate dueOn, LocalDate extendedTo, String extendedBecause, boolean closed, boolean ended, int missing, int waiting, List<Close> closes) {}

    /** Two closes of a quarter beside one another. */
    public record ComparisonPage(Agreement agreement, FiscalQuarter quarter, Close before, Close after, List<Differing> lines) {}

    /** What differs of an indicator in a quarter, or in the year (0), place by place.
     *  @param because what was recorded, certified or adjusted in between, in words; none of a measure
     *  @param explained of a measure, its records; else null */
    public record Differing(Indicator indicator, int quarter, List<Beside> places, List<String> because, Difference.Explained explained) {}

    /** A figure in both closes, as written. @param targetBefore "" unless the target differs */
    public record Beside(Site site, String before, String after, String targetBefore, String targetAfter) {}
}
