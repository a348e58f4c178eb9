package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Findings.Finding;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import khabuan.insight.indicator.Course.Given;
import khabuan.insight.indicator.Results.Result;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** Puts targets and results together: the scoreboard of a year at a moment. */
@Component
public class Scores {

    /** The centre (ส่วนกลาง), which reports beside the regions. */
    public static final String CENTRE = "CENTRE";
    /** The code of the centre among the regions. */
    private static final String OFFICE_OF_CENTRE = "C";

    private final Agreements agreements;
    private final Targets targets;
    private final Results results;
    private final Stories stories;
    private final Quarters quarters;
    private final Measures measures;
    private final Surveys surveys;
    private final Places places;
    private final Moments moments;

    Scores(Agreements agreements, Targets targets, Results results, Stories stories, Quarters quarters, Measures measures, Surveys surveys, Places places, Moments moments) {
        this.agreements = agreements;
        this.targets = targets;
        this.results = results;
        this.stories = stories;
        this.quarters = quarters;
        this.measures = measures;
        this.surveys = surveys;
        this.places = places;
        this.moments = moments;
    }

    /** The scoreboard of a year up to a quarter.
     *  @param asOf the data date: the last day that counts
     *  @param knownAt as known then; null for now
     *  @throws khabuan.base.access.OutOfReach when the year has no agreement */
    public Scoreboard at(FiscalQuarter quarter, LocalDate asOf, Instant knownAt) {
        int year = quarter.year().year();
        return moments.read(knownAt, () -> {
            var kept = new Kept(agreements.demand(year), agreements.indicators(year), targets.book(year), results.of(year), stories.of(year), quarters.of(year), surveys.of(year), sites(), asOf);
            var measured = measured(kept.indicators, quarter, asOf, knownAt);
            var scores = new HashMap<Long, Score>();
            for (var indicator : kept.indicators) if (indicator.source() != Source.SUM) scores.put(indicator.id(), score(kept, indicator, quarter, given(kept, indicator, quarter, measured), List.of()));
            for (var indicator : kept.indicators) if (indicator.source() == Source.SUM) scores.put(indicator.id(), sum(kept, indicator, quarter, scores));
            var inOrder = kept.indicators.stream().filter(i -> i.partOf() == null).map(i -> scores.get(i.id())).toList();
            return new Scoreboard(kept.agreement, quarter, asOf, knownAt, agreements.headings(year), inOrder, kept.book.adjustments());
        });
    }

    private record Kept(Agreement agreement, List<Indicator> indicators, Targets.Book book, Map<Long, List<Result>> results, Map<Long, List<Story>> stories, List<Quarters.Deadline> deadlines,
            Map<String, Finding> findings, List<String> sites, LocalDate asOf) {}

    /** The figures of measures, by the indicator that takes them. @param begun how many quarters have begun, and have a figure */
    private record Measured(Map<Long, Answer> answers, int begun) {}

    private Measured measured(List<Indicator> indicators, FiscalQuarter last, LocalDate asOf, Instant knownAt) {
        var taking = indicators.stream().filter(i -> i.source() == Source.MEASURE).toList();
        var windows = new HashMap<Boolean, List<Window>>();
        for (boolean fromYear : new boolean[] {false, true})
            windows.put(fromYear, IntStream.rangeClosed(1, last.number()).mapToObj(q -> last.year().quarter(q)).filter(q -> !q.start().isAfter(asOf))
                    .map(q -> new Window(fromYear ? last.year().start() : q.start(), q.end().isBefore(asOf) ? q.end() : asOf, knownAt)).toList());
        if (windows.get(false).isEmpty()) return new Measured(Map.of(), 0);
        var answers = measures.ask(taking.stream().map(i -> new Question(i.measureCode(), Level.REGION, windows.get(!i.measuring().addsUp()))).toList());
        var byIndicator = new HashMap<Long, Answer>();
        for (int i = 0; i < taking.size(); i++) byIndicator.put(taking.get(i).id(), answers.get(i));
        return new Measured(byIndicator, windows.get(false).size());
    }

    /** What each place is given, quarter by quarter; the country's is not among them. */
    private Map<String, List<Given>> given(Kept kept, Indicator indicator, FiscalQuarter last, Measured measured) {
        var given = new LinkedHashMap<String, List<Given>>();
        for (var place : kept.sites) {
            var quarters = IntStream.rangeClosed(1, 4).mapToObj(q -> q > last.number() ? plan(kept, indicator, q, place) : taken(kept, indicator, last.year().quarter(q), place, measured)).toList();
            boolean concerned = kept.book.amount(indicator.id(), Targets.YEAR, place) != null || quarters.stream().anyMatch(g -> g.plan() != null || g.said() != Said.NO_REPORT);
            if (concerned) given.put(place, quarters);
        }
        return given;
    }

    private Given taken(Kept kept, Indicator indicator, FiscalQuarter quarter, String place, Measured measured) {
        return switch (indicator.source()) {
            case MEASURE -> counted(plan(kept, indicator, quarter.number(), place), measured, indicator, quarter.number(), place);
            case SURVEY -> found(kept, indicator, quarter, place);
            case ENTERED, SUM -> entered(kept, indicator, quarter.number(), place);
        };
    }

    /** The regions, then the centre: asked once for all indicators. */
    private List<String> sites() {
        var all = new ArrayList<>(places.at(Level.REGION).stream().map(Place::code).toList());
        all.add(CENTRE);
        return all;
    }

    private static Given plan(Kept kept, Indicator indicator, int quarter, String place) {
        return new Given(kept.book.amount(indicator.id(), quarter, place), Said.NO_REPORT, null, null);
    }

    /** What a measure counts in a region, or the centre does itself; money in millions of baht. */
    private Given counted(Given plan, Measured measured, Indicator indicator, int quarter, String place) {
        if (quarter > measured.begun()) return plan;
        long figure = measured.answers().get(indicator.id()).at(place.equals(CENTRE) ? OFFICE_OF_CENTRE : place, quarter - 1);
        if (place.equals(CENTRE) && figure == 0) return plan;
        var measure = measures.get(indicator.measureCode());
        return new Given(plan.plan(), Said.FIGURE, measure.isMoney() ? measure.amount(figure).movePointLeft(6) : measure.amount(figure), null);
    }

    /** A survey lies in no region: its finding is the centre's. */
    private static Given found(Kept kept, Indicator indicator, FiscalQuarter quarter, String place) {
        var plan = plan(kept, indicator, quarter.number(), place);
        var finding = kept.findings.get(indicator.measureCode());
        return !place.equals(CENTRE) || finding == null || !Surveys.isOf(finding, quarter, kept.asOf) ? plan : new Given(plan.plan(), Said.FIGURE, finding.score(), null);
    }

    private static Given entered(Kept kept, Indicator indicator, int quarter, String place) {
        var plan = plan(kept, indicator, quarter, place);
        return kept.results.getOrDefault(indicator.id(), List.of()).stream().filter(r -> r.isCertified() && r.quarter() == quarter && r.place().equals(place)).findFirst()
                .map(r -> new Given(plan.plan(), r.said(), r.amount(), r.whole())).orElse(plan);
    }

    private Score score(Kept kept, Indicator indicator, FiscalQuarter last, Map<String, List<Given>> given, List<Score> parts) {
        var byPlace = new LinkedHashMap<String, Course>();
        given.forEach((place, quarters) -> byPlace.put(place, Course.of(indicator, kept.agreement, kept.book.amount(indicator.id(), Targets.YEAR, place), quarters)));
        var country = IntStream.rangeClosed(1, 4).mapToObj(q -> together(kept.book.amount(indicator.id(), q, Place.COUNTRY.code()), given.values().stream().map(g -> standing(indicator, g, q)).toList())).toList();
        var words = IntStream.rangeClosed(0, 4).mapToObj(q -> kept.book.words(indicator.id(), q, Place.COUNTRY.code())).toList();
        var entered = kept.results.getOrDefault(indicator.id(), List.of()).stream().filter(r -> r.quarter() <= last.number()).toList();
        return new Score(indicator, Course.of(indicator, kept.agreement, target(kept, indicator, given.keySet(), parts), country), byPlace, words, kept.stories.getOrDefault(indicator.id(), List.of()),
                (int) entered.stream().filter(r -> !r.isCertified()).count(), (int) entered.stream().filter(r -> kept.deadlines.get(r.quarter() - 1).isLate(r.recordedOn())).count(), parts);
    }

    /** The year's target of the country: as agreed for it; otherwise the sum of the places', or of its parts'. */
    private static BigDecimal target(Kept kept, Indicator indicator, Iterable<String> places, List<Score> parts) {
        BigDecimal target = kept.book.amount(indicator.id(), Targets.YEAR, Place.COUNTRY.code());
        if (target == null && indicator.measuring().addsUp()) for (var place : places) target = plus(target, kept.book.amount(indicator.id(), Targets.YEAR, place));
        if (target == null) for (var part : parts) target = plus(target, part.country().target());
        return target;
    }

    /** What a place gives to the country in a quarter: what stood before and has nothing new still stands. */
    private static Given standing(Indicator indicator, List<Given> quarters, int quarter) {
        var given = quarters.get(quarter - 1);
        if (given.said() != Said.NOTHING_NEW || indicator.measuring().addsUp()) return given;
        return quarters.subList(0, quarter).reversed().stream().filter(g -> g.said() == Said.FIGURE).findFirst().orElse(given);
    }

    /** What places give together: a figure when one of them gives one, nothing new when one says so, otherwise no report. */
    private static Given together(BigDecimal plan, List<Given> given) {
        BigDecimal result = null, whole = null;
        for (var g : given) {
            result = plus(result, g.result());
            whole = plus(whole, g.whole());
        }
        if (result != null) return new Given(plan, Said.FIGURE, result, whole);
        return new Given(plan, given.stream().anyMatch(g -> g.said() == Said.NOTHING_NEW) ? Said.NOTHING_NEW : Said.NO_REPORT, null, null);
    }

    private static BigDecimal plus(BigDecimal a, BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /** A total: its results are its parts'; its targets its own, or its parts' where it has none. */
    private Score sum(Kept kept, Indicator indicator, FiscalQuarter last, Map<Long, Score> scores) {
        var parts = kept.indicators.stream().filter(i -> Objects.equals(i.partOf(), indicator.id())).map(i -> scores.get(i.id())).toList();
        var given = new LinkedHashMap<String, List<Given>>();
        for (var place : kept.sites) {
            var theirs = parts.stream().map(p -> p.places().get(place)).filter(Objects::nonNull).toList();
            if (theirs.isEmpty()) continue;
            given.put(place, IntStream.rangeClosed(1, 4).mapToObj(q -> together(kept.book.amount(indicator.id(), q, place), theirs.stream().map(c -> given(c.quarters().get(q - 1))).toList())).toList());
        }
        return score(kept, indicator, last, given, parts);
    }

    private static Given given(Course.Quarter quarter) {
        return new Given(quarter.plan(), quarter.said(), quarter.said() == Said.FIGURE ? quarter.result() : null, null);
    }

    /** Whether a measure can be what an indicator takes. */
    static boolean fits(Measuring measuring, Measure measure) {
        return switch (measuring) {
            case COUNT -> measure.period() == Measure.Period.FLOW;
            case STOCK -> measure.period() == Measure.Period.STOCK;
            case SHARE -> true;
            default -> false;
        };
    }
}
