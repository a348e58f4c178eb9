package khabuan.insight.measure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The targets of the year: seen by everybody, set by those who write the reports. */
@Controller
@Needs(Right.READ_OPEN)
class TargetController {

    private final Targets targets;
    private final Measures measures;
    private final Places places;
    private final Clock clock;

    TargetController(Targets targets, Measures measures, Places places, Clock clock) {
        this.targets = targets;
        this.measures = measures;
        this.places = places;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ThaiDate.ZONE));
    }

    @GetMapping("/targets")
    ModelAndView open(@RequestParam(defaultValue = "council.new") String measure, @RequestParam(required = false) Integer year, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        int chosen = year(year);
        var amounts = new TreeMap<String, String>();
        targets.of(measures.get(measure).code(), chosen, null).forEach((region, amount) -> amounts.put(region, amount.stripTrailingZeros().toPlainString()));
        return page(measure, chosen, amounts, "", new Faults(frame.words()), frame, HttpStatus.OK);
    }

    private int year(Integer year) {
        return year == null || year < 2551 || year > 2699 ? FiscalYear.of(today()).year() : year;
    }

    @PostMapping("/targets")
    @Needs(Right.REPORT)
    ModelAndView set(@RequestParam String measure, @RequestParam Integer year, @RequestParam(defaultValue = "") String reason, @RequestParam Map<String, String> form, Actor actor,
            @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var faults = new Faults(frame.words());
        var amounts = new HashMap<String, String>();
        var read = new TreeMap<String, BigDecimal>();
        for (var region : places.at(Level.REGION)) {
            amounts.put(region.code(), form.getOrDefault("amount-" + region.code(), ""));
            var amount = faults.whole("amount-" + region.code(), amounts.get(region.code()), "target.unreadable");
            if (amount != null) read.put(region.code(), BigDecimal.valueOf(amount));
        }
        if (reason.isBlank()) faults.add("reason", "target.reason-missing");
        if (!faults.isEmpty()) return page(measure, year(year), amounts, reason, faults, frame, HttpStatus.UNPROCESSABLE_CONTENT);
        targets.set(actor, measures.get(measure).code(), year(year), read, reason.strip());
        return new ModelAndView("redirect:/targets?measure=" + measure + "&year=" + year(year));
    }

    private ModelAndView page(String measure, int year, Map<String, String> amounts, String reason, Faults faults, Frame frame, HttpStatus status) {
        var choices = measures.all().stream().filter(m -> !m.code().startsWith("units")).map(m -> new Choice(m.code(), frame.t("measure." + m.code() + ".name"))).toList();
        var page = new TargetsPage(measure, year, choices, places.at(Level.REGION), amounts, reached(measures.get(measure), new FiscalYear(year)), reason, frame.actor().may(Right.REPORT), faults);
        return new ModelAndView("measure/targets", Map.of("page", page), status);
    }

    private Map<String, Long> reached(Measure measure, FiscalYear year) {
        var end = year.end().isAfter(today()) ? today() : year.end();
        var reached = new HashMap<String, Long>();
        if (year.start().isAfter(end)) return reached;
        var answer = measures.ask(new Question(measure.code(), Level.REGION, List.of(new Window(year.start(), end, null))));
        places.at(Level.REGION).forEach(region -> reached.put(region.code(), answer.at(region.code(), 0)));
        return reached;
    }
}
