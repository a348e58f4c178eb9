package khabuan.insight.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every figure has a page: its definition, its date, its table by place, its records, its CSV, and what moved it. */
@Controller
@Needs(Right.READ_OPEN)
class FigureController {

    private static final int PAGE = 50;
    private final Measures measures;
    private final RecordQuery records;
    private final Difference difference;
    private final Places places;
    private final Reach reach;
    private final Clock clock;

    FigureController(Measures measures, RecordQuery records, Difference difference, Places places, Reach reach, Clock clock) {
        this.measures = measures;
        this.records = records;
        this.difference = difference;
        this.places = places;
        this.reach = reach;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry figuresEntry() {
        return new NavigationEntry(50, "nav.figures", "/figures", Right.READ_OPEN, "", "/map", "/coverage", "/explore", "/explorations", "/dashboard");
    }

    /** The address's parameters, for every handler of one figure. */
    @ModelAttribute("figure")
    FigureRequest figure(@PathVariable(required = false) String code, @RequestParam(required = false) String within, @RequestParam(required = false) String by,
                         @RequestParam(name = "class", required = false) String clazz, @RequestParam(required = false) String from,
                         @RequestParam(name = "as-of", required = false) String asOf, @RequestParam(name = "known-at", required = false) String knownAt) {
        if (code == null) return null;
        return FigureRequest.read(measures.get(code).code(), within, by, clazz, from, asOf, knownAt, ThaiDate.today(clock), places);
    }

    @GetMapping("/figures")
    ModelAndView all() {
        return new ModelAndView("measure/figures", Map.of("measures", measures.all()));
    }

    @GetMapping("/figures/{code}")
    ModelAndView one(@ModelAttribute("figure") FigureRequest figure, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var measure = measures.get(figure.code());
        var answer = measures.ask(figure.question(true));
        var classes = classes(measure, figure, answer);
        var lines = new ArrayList<FigurePage.Line>();
        long total = 0;
        for (var place : placesOf(figure, answer)) {
            var figures = classes.stream().map(c -> answer.at(place.code(), c, 0)).toList();
            long sum = figures.stream().mapToLong(f -> f).sum();
            total += sum;
            lines.add(new FigurePage.Line(place, figures, sum, figure.in(place).path("")));
        }
        return new ModelAndView("measure/figure", Map.of("page", behind(measure, figure, actor, page, total, classes, lines)));
    }

    private FigurePage behind(Measure measure, FigureRequest figure, Actor actor, int page, long total, List<String> classes, List<FigurePage.Line> lines) {
        var path = places.tree().path(figure.within());
        var reachable = actor.may(Right.READ) ? reachable(figure.within(), actor) : null;
        if (reachable == null) return new FigurePage(measure, figure, total, path, classes, lines, null, null, actor.may(Right.READ));
        var question = new Question(figure.code(), figure.by(), reachable, false, List.of(figure.window()));
        boolean limited = !reachable.equals(figure.within());
        long count = limited || measure.summed() ? records.count(measure, question, figure.clazz()) : total;
        var pager = new Pager(page, PAGE, count, figure.path(""));
        return new FigurePage(measure, figure, total, path, classes, lines, records.list(measure, question, figure.clazz(), PAGE, pager.offset()), pager, limited);
    }

    /** The part of a place that lies in the actor's scope; null for none. */
    private Place reachable(Place within, Actor actor) {
        var scope = reach.of(actor);
        var tree = places.tree();
        if (tree.contains(scope, within)) return within;
        return tree.contains(within, scope) ? scope : null;
    }

    /** The places in lines: those of now, the offices that have a figure of their own, and the units that are no more and have one. */
    private List<Place> placesOf(FigureRequest figure, Answer answer) {
        var tree = places.tree();
        var now = tree.at(figure.by()).stream().filter(p -> tree.contains(figure.within(), p)).toList();
        var offices = answer.cells().keySet().stream().map(Answer.Key::place).distinct().flatMap(code -> tree.find(Level.REGION, code).stream())
                .filter(office -> !now.contains(office) && tree.contains(figure.within(), office)).sorted(Comparator.comparing(Place::code));
        return Stream.of(now.stream(), offices, answer.endedUnits(figure.by(), places).stream()).flatMap(p -> p).toList();
    }

    private static List<String> classes(Measure measure, FigureRequest figure, Answer answer) {
        if (!figure.clazz().isEmpty()) return List.of(figure.clazz());
        if (!measure.classes().isEmpty()) return measure.classes();
        var classes = new ArrayList<String>();
        answer.classes().forEach(classes::add);
        return classes.isEmpty() ? List.of("") : classes;
    }

    @GetMapping(path = "/figures/{code}.csv")
    ResponseEntity<String> csv(@ModelAttribute("figure") FigureRequest figure) {
        var answer = measures.ask(figure.question(true));
        var text = new StringBuilder("\uFEFFmeasure,level,code,place,class,from,as_of,known_at,value\n");
        for (var place : placesOf(figure, answer))
            for (var clazz : classes(measures.get(figure.code()), figure, answer))
                text.append(String.join(",", figure.code(), figure.by().word(), place.code(), place.title(), clazz, figure.from().toString(), figure.to().toString(),
                        figure.knownAt() == null ? "" : FigureRequest.momentText(figure.knownAt()), measures.get(figure.code()).amount(answer.at(place.code(), clazz, 0)).toPlainString())).append('\n');
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + figure.code() + "-" + figure.to() + ".csv\"").body(text.toString());
    }

    /** What moved the figure between another moment and this one, record by record. */
    @GetMapping("/figures/{code}/difference")
    ModelAndView difference(@ModelAttribute("figure") FigureRequest figure, @RequestParam(name = "since", required = false) String since,
                            @RequestParam(name = "since-known-at", required = false) String sinceKnownAt, Actor actor) {
        LocalDate earlier = since == null || since.isBlank() ? figure.from().minusDays(1) : ThaiDate.parse(since).orElseThrow(() -> new IllegalArgumentException(since));
        Instant known = FigureRequest.moment(sinceKnownAt);
        var before = new Window(figure.from().isAfter(earlier) ? earlier : figure.from(), earlier, known);
        var explained = difference.of(figure.code(), figure.within(), figure.clazz(), before, figure.window(), actor.may(Right.READ) ? 200 : 0);
        return new ModelAndView("measure/difference", Map.of("page", new DifferencePage(measures.get(figure.code()), figure, earlier, known, explained)));
    }
}
