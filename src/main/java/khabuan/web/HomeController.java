package khabuan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.NavigationEntry;
import khabuan.base.place.Level;
import khabuan.base.record.Measure;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
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

    private static final List<String> HEADLINES = List.of("council.registered", "council.members", "organisation.registered", "council.new",
            "council.undocumented", "council.term-unreviewed");
    private final Measures measures;
    private final Clock clock;

    HomeController(Measures measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry homeEntry() {
        return new NavigationEntry(0, "nav.home", "/", Right.READ_OPEN, "");
    }

    @GetMapping("/")
    ModelAndView home() {
        var today = LocalDate.now(clock.withZone(ThaiDate.ZONE));
        var window = new Window(FiscalYear.of(today).start(), today, null);
        var answers = measures.ask(HEADLINES.stream().map(code -> new Question(code, Level.COUNTRY, List.of(window))).toList());
        var headlines = new java.util.ArrayList<HomePage.Headline>();
        for (int i = 0; i < HEADLINES.size(); i++) {
            Measure measure = measures.get(HEADLINES.get(i));
            headlines.add(new HomePage.Headline(measure.code(), answers.get(i).at("TH", 0), measure.unit(), "/figures/" + measure.code()));
        }
        return new ModelAndView("web/home", Map.of("page", new HomePage(today, headlines)));
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
