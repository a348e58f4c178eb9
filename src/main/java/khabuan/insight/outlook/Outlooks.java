package khabuan.insight.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.forecast.Forecast;
import khabuan.base.forecast.Forecast.Past;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Course;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Light;
import khabuan.insight.indicator.Measuring;
import khabuan.insight.indicator.Said;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Scores;
import khabuan.insight.indicator.Source;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.insight.outlook.Outlook.Bar;
import khabuan.insight.outlook.Outlook.Line;
import khabuan.insight.outlook.Outlook.Region;
import org.springframework.stereotype.Component;

/** Puts forecasts together: what a year's indicators will come to, from the years before. What is counted from records is foretold from the same day of past years; what is reported by quarters, from the
 *  same quarter. */
@Component
public class Outlooks {

    /** How many past years a forecast looks at. */
    private static final int YEARS = 4;
    private static final int BARS = 12;
    private static final double FROM_ELAPSED = 0.25;
    private final Agreements agreements;
    private final Scores scores;
    private final Measures measures;
    private final Places places;

    Outlooks(Agreements agreements, Scores scores, Measures measures, Places places) {
        this.agreements = agreements;
        this.scores = scores;
        this.measures = measures;
        this.places = places;
    }

    /** The outlook of a year at a quarter.
     *  @param asOf the data date, within the quarter
     *  @throws khabuan.base.access.OutOfReach when the year has no agreement */
    public Outlook at(FiscalQuarter quarter, LocalDate asOf) {
        var board = scores.at(quarter, asOf, null);
        var past = new ArrayList<Scoreboard>();
        int year = quarter.year().year();
        for (int y : agreements.years()) if (y < year && y >= year - YEARS) past.add(scores.at(new FiscalYear(y).quarter(4), new FiscalYear(y).end(), null));
        var counted = counted(board, asOf);
        var hands = hands(board, asOf);
        var regions = places.at(Level.REGION);
        var lines = board.all().filter(s -> s.indicator().measuring().isCounted()).map(s -> line(s, board, past, counted, hands, regions)).toList();
        return new Outlook(board, lines);
    }

    /** The measures behind indicators, on the same day of each year: two windows for each, up to the day and to the year's end. */
    private Map<String, Answer> counted(Scoreboard board, LocalDate asOf) {
        var windows = new ArrayList<Window>();
        for (int back = 1; back <= YEARS; back++) {
            var year = new FiscalYear(board.agreement().fiscalYear() - back);
            windows.add(new Window(year.start(), asOf.minusYears(back), null));
            windows.add(new Window(year.start(), year.end(), null));
        }
        var codes = board.scores().stream().map(Score::indicator).filter(i -> i.source() == Source.MEASURE && i.measuring() == Measuring.COUNT).map(Indicator::measureCode).distinct().toList();
        return byRegion(codes, windows);
    }

    /** The answers of some measures by region. */
    private Map<String, Answer> byRegion(List<String> codes, List<Window> windows) {
        var answers = measures.ask(codes.stream().map(code -> new Question(code, Level.REGION, windows)).toList());
        var byCode = new HashMap<String, Answer>();
        for (int i = 0; i < codes.size(); i++) byCode.put(codes.get(i), answers.get(i));
        return byCode;
    }

    private Map<String, Answer> hands(Scoreboard board, LocalDate asOf) {
        var codes = board.scores().stream().map(s -> s.indicator().inHandCode()).filter(c -> c != null).distinct().toList();
        return byRegion(codes, List.of(new Window(board.quarter().year().start(), asOf, null)));
    }

    private Line line(Score score, Scoreboard board, List<Scoreboard> past, Map<String, Answer> counted, Map<String, Answer> hands, List<Place> all) {
        var indicator = score.indicator();
        Double aim = aim(indicator, score.country().target());
        var forecast = forecast(score, Place.COUNTRY.code(), score.country(), board, past, counted);
        var pace = aim == null || aim <= 0 || forecast == null || forecast.hasError() ? null : Pace.of(reached(score.country()), aim, elapsed(score, board));
        Double chance = chance(aim, forecast, score.country());
        Long inHand = indicator.inHandCode() == null ? null : hands.get(indicator.inHandCode()).total(0);
        String handPath = inHand == null ? "" : new FigureRequest(indicator.inHandCode(), Place.COUNTRY, Level.REGION, "", board.quarter().year().start(), board.asOf(), null).path("");
        var regions = all.stream().filter(r -> score.places().containsKey(r.code())).map(r -> region(r, score, board, past, counted)).toList();
        return new Line(score, indicator.partOf() != null, aim, forecast, pace, chance, inHand, handPath, regions, bars(score, board, past));
    }

    private Region region(Place region, Score score, Scoreboard board, List<Scoreboard> past, Map<String, Answer> counted) {
        var course = score.places().get(region.code());
        Double aim = aim(score.indicator(), course.target());
        var forecast = forecast(score, region.code(), course, board, past, counted);
        return new Region(region.code(), region.title().replaceFirst("^ภาค", ""), course.result() == null ? null : course.result().doubleValue(), aim, course.percent(), course.light(), forecast, chance(aim, forecast, course));
    }

    private static Double chance(Double aim, Forecast forecast, Course course) {
        return aim == null || aim <= 0 || forecast == null ? null : forecast.chance(aim, reached(course));
    }

    /** The target in the measure of the results: of a share, heads. */
    private static Double aim(Indicator indicator, BigDecimal target) {
        if (target == null) return null;
        return indicator.measuring() == Measuring.SHARE ? target.multiply(indicator.base()).doubleValue() / 100 : target.doubleValue();
    }

    private static double reached(Course course) {
        return course.result() == null ? 0 : course.result().doubleValue();
    }

    private static Forecast forecast(Score score, String place, Course course, Scoreboard board, List<Scoreboard> past, Map<String, Answer> counted) {
        var indicator = score.indicator();
        if (indicator.measuring() != Measuring.COUNT && indicator.measuring() != Measuring.SHARE) return null;
        if (indicator.source() == Source.MEASURE) {
            if (!counted.containsKey(indicator.measureCode())) return null;
            boolean over = !board.asOf().isBefore(board.quarter().year().end());
            return orByPace(Forecast.of(reached(course), over, byDay(counted.get(indicator.measureCode()), place)), course, elapsed(score, board));
        }
        int told = told(course);
        if (told == 0) return null;
        var years = new ArrayList<Past>();
        for (var year : past) byQuarter(year, indicator, place, told).ifPresent(years::add);
        return orByPace(Forecast.of(reached(course), told == 4, years), course, elapsed(score, board));
    }

    /** Without past years, by the pace of the year itself, once a quarter of its work was foreseen. */
    private static Forecast orByPace(Forecast forecast, Course course, double elapsed) {
        if (forecast != null || course.result() == null || elapsed < FROM_ELAPSED || elapsed >= 1) return forecast;
        return Forecast.byPace(reached(course), elapsed);
    }

    /** The share of the year's work that was foreseen up to now: as its quarters plan it, within a quarter by days; by days alone where they plan nothing. What is reported by quarters is as old as its last report. */
    private static double elapsed(Score score, Scoreboard board) {
        var plans = score.country().quarters().stream().map(q -> q.plan() == null ? 0 : q.plan().doubleValue()).toList();
        double year = plans.stream().mapToDouble(Double::doubleValue).sum();
        boolean planned = score.indicator().measuring() == Measuring.COUNT && year > 0;
        double elapsed = 0;
        for (int q = 1; q <= 4; q++) elapsed += (planned ? plans.get(q - 1) / year : 0.25) * gone(score, board, q);
        return elapsed;
    }

    /** How much of a quarter is over, from 0 to 1. */
    private static double gone(Score score, Scoreboard board, int number) {
        if (score.indicator().source() != Source.MEASURE) return number <= told(score.country()) ? 1 : 0;
        var quarter = board.quarter().year().quarter(number);
        if (board.asOf().isBefore(quarter.start())) return 0;
        double days = ChronoUnit.DAYS.between(quarter.start(), quarter.end()) + 1;
        return Math.min(1, (ChronoUnit.DAYS.between(quarter.start(), board.asOf()) + 1) / days);
    }

    /** The past years of a measure, up to the same day. */
    private static List<Past> byDay(Answer answer, String place) {
        return IntStream.range(0, YEARS).mapToObj(y -> place.equals(Place.COUNTRY.code()) ? new Past(answer.total(2 * y), answer.total(2 * y + 1)) : new Past(answer.at(place, 2 * y), answer.at(place, 2 * y + 1)))
                .filter(p -> p.total() > 0).toList();
    }

    /** How many quarters are told of, from the first on. */
    private static int told(Course course) {
        int told = 0;
        while (told < 4 && course.quarters().get(told).said() != Said.NO_REPORT) told++;
        return told;
    }

    private static Optional<Past> byQuarter(Scoreboard year, Indicator indicator, String place, int quarters) {
        return year.find(indicator.code())
                .map(s -> place.equals(Place.COUNTRY.code()) ? s.country() : s.places().get(place)).filter(c -> c.result() != null && c.result().signum() > 0)
                .map(c -> new Past(upTo(indicator, c, quarters), c.result().doubleValue()));
    }

    private static double upTo(Indicator indicator, Course course, int quarters) {
        var results = course.quarters().subList(0, quarters).stream().map(Course.Quarter::result).filter(r -> r != null).mapToDouble(BigDecimal::doubleValue);
        return indicator.measuring() == Measuring.COUNT ? results.sum() : results.reduce(0, (a, b) -> b);
    }

    /** The results of the last twelve quarters, up to the one shown. */
    private static List<Bar> bars(Score score, Scoreboard board, List<Scoreboard> past) {
        var byQuarter = new ArrayList<Map.Entry<FiscalQuarter, Optional<Course.Quarter>>>();
        var quarter = board.quarter();
        for (int back = 0; back < BARS; back++, quarter = quarter.previous()) byQuarter.addFirst(Map.entry(quarter, find(score.indicator(), quarter, board, past)));
        double highest = byQuarter.stream().flatMap(e -> e.getValue().stream()).mapToDouble(q -> q.result() == null ? 0 : q.result().doubleValue()).max().orElse(0);
        return byQuarter.stream().map(e -> bar(score.indicator(), e.getKey(), e.getValue().orElse(null), highest)).toList();
    }

    private static Bar bar(Indicator indicator, FiscalQuarter quarter, Course.Quarter told, double highest) {
        if (told == null || told.result() == null) return new Bar(quarter, 0, "", Light.NONE);
        return new Bar(quarter, highest == 0 ? 0 : told.result().doubleValue() / highest, indicator.write(told.result()), told.light());
    }

    private static Optional<Course.Quarter> find(Indicator indicator, FiscalQuarter quarter, Scoreboard board, List<Scoreboard> past) {
        return Stream.concat(Stream.of(board), past.stream()).filter(b -> b.quarter().year().equals(quarter.year())).findFirst().flatMap(b -> b.find(indicator.code()))
                .map(s -> s.country().quarters().get(quarter.number() - 1));
    }
}
