package khabuan.insight.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Gap;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceHit;
import khabuan.base.place.PlaceSearch;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.FirstAsked;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Compares up to five places: all their figures side by side, each also for each hundred local units, so that large and small can be set against one another. */
@Controller
@Needs(Right.READ_OPEN)
class ComparisonController {

    private static final int MOST = 5, HITS = 8;
    private final Measures measures;
    private final Map<String, Gap> gaps;
    private final Places places;
    private final PlaceSearch search;
    private final Clock clock;

    ComparisonController(Measures measures, List<Gap> gaps, Places places, PlaceSearch search, Clock clock) {
        this.measures = measures;
        this.gaps = gaps.stream().collect(Collectors.toMap(Gap::measure, g -> g));
        this.places = places;
        this.search = search;
        this.clock = clock;
    }

    @Bean
    static FirstAsked allFigures(Measures measures, Clock clock) {
        return () -> {
            var today = ThaiDate.today(clock);
            measures.ask(measures.all().stream().map(m -> new Question(m.code(), Level.COUNTRY, List.of(new Window(FiscalYear.of(today).start(), today, null)))).toList());
        };
    }

    @GetMapping("/compare")
    ModelAndView compare(@RequestParam(name = "place", defaultValue = "") List<String> chosen, @RequestParam(defaultValue = "") String add, @ModelAttribute("frame") Frame frame) {
        var tree = places.tree();
        var columns = chosen.stream().filter(key -> !key.isBlank()).map(key -> places.ofKey(key, null)).distinct().limit(MOST).toList();
        var hits = add.isBlank() || columns.size() == MOST ? List.<PlaceHit>of() : search.find(add, HITS).stream().filter(hit -> levelled(hit, tree)).toList();
        if (hits.size() == 1) return new ModelAndView("redirect:" + path(columns, hits.getFirst()));
        return new ModelAndView("profile/comparison", Map.of("page", page(columns, add.strip(), hits, tree, frame)));
    }

    /** Whether a hit is a place of the tree; a tambon is none. */
    private static boolean levelled(PlaceHit hit, PlaceTree tree) {
        return !hit.kind().equals("tambon") && tree.find(Level.of(hit.kind()), hit.code()).isPresent();
    }

    private static String path(List<Place> columns, PlaceHit added) {
        return path(columns) + (columns.isEmpty() ? "?" : "&") + "place=" + added.kind() + ":" + added.code();
    }

    static String path(List<Place> columns) {
        return "/compare" + (columns.isEmpty() ? "" : columns.stream().map(p -> "place=" + p.key()).collect(Collectors.joining("&", "?", "")));
    }

    private ComparisonPage page(List<Place> columns, String typed, List<PlaceHit> hits, PlaceTree tree, Frame frame) {
        var day = ThaiDate.today(clock);
        var shown = columns.stream().map(p -> new ComparisonPage.Column(p, where(p, tree), tree.units(p).size(), path(columns.stream().filter(other -> !other.equals(p)).toList()))).toList();
        var figures = measures.all().stream().filter(m -> !gaps.containsKey(m.code())).sorted(Measures.MAIN_FIRST).toList();
        var missing = measures.all().stream().filter(m -> gaps.containsKey(m.code())).toList();
        return new ComparisonPage(day, shown, columns.isEmpty() ? List.of() : groups(figures, rows(figures, shown, day), rows(missing, shown, day), frame), typed, hits.stream().map(hit -> new ComparisonPage.Hit(hit, path(columns, hit))).toList(), columns.size() == MOST);
    }

    /** The figures by what they count, then what is missing. */
    private static List<ComparisonPage.Group> groups(List<Measure> figures, List<ComparisonPage.Row> rows, List<ComparisonPage.Row> missing, Frame frame) {
        var byKind = new LinkedHashMap<String, List<ComparisonPage.Row>>();
        for (int m = 0; m < rows.size(); m++) byKind.computeIfAbsent(figures.get(m).recordKind(), k -> new ArrayList<>()).add(rows.get(m));
        var groups = new ArrayList<ComparisonPage.Group>();
        byKind.forEach((kind, of) -> groups.add(new ComparisonPage.Group(frame.t(frame.words().has("kind." + kind) ? "kind." + kind : "comparison.figures"), of)));
        groups.add(new ComparisonPage.Group(frame.t("profile.missing"), missing));
        return groups;
    }

    private static String where(Place place, PlaceTree tree) {
        return tree.path(place).reversed().stream().skip(1).filter(p -> p.level() != Level.COUNTRY).map(Place::title).collect(Collectors.joining(" · "));
    }

    private List<ComparisonPage.Row> rows(List<Measure> of, List<ComparisonPage.Column> columns, LocalDate day) {
        var window = new Window(FiscalYear.of(day).start(), day, null);
        var questions = of.stream().flatMap(m -> columns.stream().map(c -> new Question(m.code(), c.place().level(), c.place(), false, List.of(window)))).toList();
        var answers = measures.ask(questions);
        var rows = new ArrayList<ComparisonPage.Row>();
        for (int m = 0; m < of.size(); m++) {
            int first = m * columns.size();
            var measure = of.get(m);
            var cells = IntStream.range(0, columns.size()).mapToObj(c -> cell(measure, questions.get(first + c), answers.get(first + c), columns.get(c), window)).toList();
            rows.add(new ComparisonPage.Row(measure.code(), measure.unit(), cells));
        }
        return rows;
    }

    private static ComparisonPage.Cell cell(Measure measure, Question question, Answer answer, ComparisonPage.Column column, Window window) {
        var figure = measure.amount(answer.total(0));
        boolean many = column.place().level() != Level.UNIT && column.units() > 0 && !question.code().equals("units");
        var perHundred = many ? figure.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(column.units()), 1, RoundingMode.HALF_UP) : null;
        return new ComparisonPage.Cell(figure, perHundred, new FigureRequest(question.code(), column.place(), column.place().level().below(), "", window.from(), window.to(), null).path(""));
    }
}
