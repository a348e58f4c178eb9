package khabuan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.access.Role;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.NavigationEntry;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Percentage;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.indicator.Targets;
import khabuan.insight.measure.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page, and the choice of language. */
@Controller
@Needs(Right.READ_OPEN)
class HomeController {

    private static final List<String> MEASURES = List.of("council.registered", "council.new", "council.members", "organisation.registered", "welfare.registered", "welfare.members", "council.undocumented",
            "council.term-unreviewed");
    private final Measures measures;
    private final Targets targets;
    private final Places places;
    private final Clock clock;

    HomeController(Measures measures, Targets targets, Places places, Clock clock) {
        this.measures = measures;
        this.targets = targets;
        this.places = places;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry homeEntry() {
        return new NavigationEntry(0, "nav.home", "/overview", Right.READ_OPEN, "", "/");
    }

    /** Who mends the records of a place begins with the work there, executives with the outlook of the year, who keeps the books of a fund with those; everybody else with the figures. */
    @GetMapping("/")
    ModelAndView home(Actor actor) {
        if (actor.role() == Role.EXECUTIVE) return new ModelAndView("redirect:/outlook");
        if (actor.may(Right.KEEP_FUND)) return new ModelAndView("redirect:/funds/books");
        return actor.may(Right.RECORD) && !actor.scopeLevel().equals("country") ? new ModelAndView("redirect:/tasks") : overview();
    }

    @GetMapping("/overview")
    ModelAndView overview() {
        var today = ThaiDate.today(clock);
        var year = FiscalYear.of(today);
        var window = List.of(new Window(year.start(), today, null));
        var questions = new ArrayList<>(MEASURES.stream().map(code -> new Question(code, Level.REGION, window)).toList());
        questions.add(new Question("units", Level.REGION, window));
        var answers = measures.ask(questions);
        var aims = targets.ofMeasure("council.new", year.year(), null);
        var lines = new ArrayList<HomePage.Line>();
        for (var region : places.at(Level.REGION))
            if (answers.getLast().at(region.code(), 0) > 0) lines.add(line(region, answers, aims, today, year));
        lines.add(line(Place.COUNTRY, answers, aims, today, year));
        return new ModelAndView("web/home", Map.of("page", new HomePage(today, year.year(), MEASURES.stream().map(measures::get).toList(), lines)));
    }

    private static HomePage.Line line(Place place, List<Answer> answers, Map<String, BigDecimal> aims, LocalDate today, FiscalYear year) {
        var by = place.level() == Level.COUNTRY ? Level.REGION : Level.PROVINCE;
        var figures = new ArrayList<HomePage.Figure>();
        for (int m = 0; m < MEASURES.size(); m++) {
            long value = value(answers.get(m), place);
            Percentage share = switch (MEASURES.get(m)) {
                case "council.registered" -> Percentage.of(value, value(answers.getLast(), place));
                case "council.new" -> aim(aims, place) == null ? null : new Percentage(BigDecimal.valueOf(value), aim(aims, place));
                default -> null;
            };
            figures.add(new HomePage.Figure(value, share, new FigureRequest(MEASURES.get(m), place, by, "", year.start(), today, null).path("")));
        }
        return new HomePage.Line(place, figures);
    }

    private static long value(Answer answer, Place place) {
        return place.level() == Level.COUNTRY ? answer.total(0) : answer.at(place.code(), 0);
    }

    private static BigDecimal aim(Map<String, BigDecimal> aims, Place place) {
        if (place.level() != Level.COUNTRY) return aims.get(place.code());
        return aims.isEmpty() ? null : aims.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Remembers the language for a year, and goes back to a page of ours. */
    @GetMapping("/language")
    String language(@RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        var cookie = new Cookie("language", to.equals("en") ? "en" : "th");
        cookie.setPath("/");
        cookie.setMaxAge(365 * 24 * 3600);
        response.addCookie(cookie);
        return "redirect:" + (back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/");
    }
}
