package khabuan.insight.doubt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.FirstAsked;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** Finds the figures that look wrong, by region and province: now, and against what was known at the ends of the last two quarters. */
@Component
class Doubts implements FirstAsked {

    /** Stocks that only corrections make smaller. */
    private static final List<String> GROWING = List.of("council.registered", "council.documented", "council.term-due", "council.term-reviewed", "organisation.registered");
    /** What should move while something is left to do. */
    private static final Map<String, String> LEFT = Map.of("council.documented", "council.undocumented", "council.term-reviewed", "council.term-unreviewed");
    /** Ratios that are alike from province to province. */
    private static final Map<String, String> RATIOS = Map.of("council.members", "council.registered", "organisation.registered", "council.registered", "council.documented", "council.registered",
            "council.term-reviewed", "council.term-due");
    private static final List<String> CLASSED = List.of("council.members");

    private final Measures measures;
    private final Places places;
    private final Clock clock;

    Doubts(Measures measures, Places places, Clock clock) {
        this.measures = measures;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public void ask() {
        figures(Level.REGION);
        CLASSED.forEach(measure -> classes(measure, Place.COUNTRY));
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** Windows: now, at the end of the last quarter as it was known then, at the end of the one before as it was known then. */
    private List<Window> windows() {
        var last = FiscalQuarter.of(today()).previous();
        return List.of(new Window(FiscalYear.of(today()).start(), today(), null), then(last), then(last.previous()));
    }

    private static Window then(FiscalQuarter quarter) {
        return new Window(quarter.year().start(), quarter.end(), ThaiDate.endOf(quarter.end()));
    }

    /** The doubtful figures of the regions and provinces within a place. */
    List<Doubt> within(Place scope) {
        var tree = places.tree();
        var doubts = new ArrayList<Doubt>();
        for (var level : List.of(Level.REGION, Level.PROVINCE)) {
            var here = tree.at(level).stream().filter(p -> tree.contains(scope, p)).toList();
            var figures = figures(level);
            for (var place : here) {
                GROWING.forEach(measure -> fell(measure, place, figures, doubts));
                LEFT.forEach((measure, left) -> still(measure, left, place, figures, doubts));
                exceeds(place, figures, doubts);
            }
            if (level == Level.PROVINCE) RATIOS.forEach((measure, whole) -> far(measure, whole, here, figures, doubts));
        }
        CLASSED.forEach(measure -> unclassified(measure, scope, doubts));
        return doubts;
    }

    private Map<String, Answer> figures(Level level) {
        var codes = new ArrayList<>(GROWING);
        codes.addAll(LEFT.values());
        codes.add("council.members");
        var answers = measures.ask(codes.stream().map(c -> new Question(c, level, windows())).toList());
        var figures = new HashMap<String, Answer>();
        for (int i = 0; i < codes.size(); i++) figures.put(codes.get(i), answers.get(i));
        return figures;
    }

    private String path(String measure, Place place) {
        return new FigureRequest(measure, place, place.level().below(), "", FiscalYear.of(today()).start(), today(), null).path("");
    }

    private void fell(String measure, Place place, Map<String, Answer> figures, List<Doubt> doubts) {
        long now = figures.get(measure).at(place.code(), 0);
        long then = figures.get(measure).at(place.code(), 1);
        if (now < then) doubts.add(new Doubt(Doubt.Kind.FELL, measure, place, List.of(then, windows().get(1).to(), now), path(measure, place), null));
    }

    private void still(String measure, String left, Place place, Map<String, Answer> figures, List<Doubt> doubts) {
        var answer = figures.get(measure);
        long now = answer.at(place.code(), 0);
        long remaining = figures.get(left).at(place.code(), 0);
        if (now > 0 && remaining > 0 && answer.at(place.code(), 1) == now && answer.at(place.code(), 2) == now)
            doubts.add(new Doubt(Doubt.Kind.STILL, measure, place, List.of(now, remaining), path(left, place), null));
    }

    private void exceeds(Place place, Map<String, Answer> figures, List<Doubt> doubts) {
        long due = figures.get("council.term-due").at(place.code(), 0);
        long councils = figures.get("council.registered").at(place.code(), 0);
        if (due > councils) doubts.add(new Doubt(Doubt.Kind.EXCEEDS, "council.term-due", place, List.of(due, councils), path("council.term-due", place), null));
    }

    private void far(String measure, String whole, List<Place> here, Map<String, Answer> figures, List<Doubt> doubts) {
        var ratios = new HashMap<String, Double>();
        for (var province : places.at(Level.PROVINCE)) {
            long under = figures.get(whole).at(province.code(), 0);
            if (under > 0) ratios.put(province.code(), (double) figures.get(measure).at(province.code(), 0) / under);
        }
        var peers = Peers.of(ratios.values());
        for (var place : here) {
            var ratio = ratios.get(place.code());
            if (ratio != null && peers.away(ratio) > Peers.FAR)
                doubts.add(new Doubt(Doubt.Kind.FAR, measure, place, List.of(round(ratio), round(peers.median()), round(peers.away(ratio))), path(measure, place), null));
        }
    }

    private void unclassified(String measure, Place scope, List<Doubt> doubts) {
        var answer = classes(measure, scope);
        for (var region : places.at(Level.REGION)) {
            long without = answer.at(region.code(), "", 0);
            long all = 0;
            for (var clazz : answer.classes()) all += answer.at(region.code(), clazz, 0);
            if (without > 0) doubts.add(new Doubt(Doubt.Kind.UNCLASSIFIED, measure, region, List.of(without, all), path(measure, region), null));
        }
    }

    private Answer classes(String measure, Place scope) {
        return measures.ask(new Question(measure, Level.REGION, scope, true, windows().subList(0, 1)));
    }

    private static BigDecimal round(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
