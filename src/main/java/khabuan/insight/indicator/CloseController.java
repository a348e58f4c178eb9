package khabuan.insight.indicator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.insight.indicator.AgreementPages.ClosesPage;
import khabuan.insight.indicator.AgreementPages.QuarterState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The quarters of an agreement: their days, their closes, and what two closes differ in. */
@Controller
@Needs(Right.READ)
class CloseController {

    private final Agreements agreements;
    private final Quarters quarters;
    private final Closings closings;
    private final CloseComparison comparison;
    private final Results results;
    private final Clock clock;

    CloseController(Agreements agreements, Quarters quarters, Closings closings, CloseComparison comparison, Results results, Clock clock) {
        this.agreements = agreements;
        this.quarters = quarters;
        this.closings = closings;
        this.comparison = comparison;
        this.results = results;
        this.clock = clock;
    }

    @GetMapping("/agreements/{year:\\d+}/closes")
    ModelAndView list(@PathVariable int year, Actor actor) {
        return page(year, actor, Faults.NONE, Map.of());
    }

    private ModelAndView page(int year, Actor actor, Faults faults, Map<String, String> form) {
        var agreement = agreements.demand(year);
        var closes = closings.of(year);
        var indicators = agreements.indicators(year);
        var entered = results.of(year);
        var states = IntStream.rangeClosed(1, 4).mapToObj(q -> state(agreement, new FiscalYear(year).quarter(q), closes, indicators, entered)).toList();
        return new ModelAndView("indicator/closes", Map.of("page", new ClosesPage(agreement, states, actor.may(Right.REPORT), faults, form)));
    }

    private QuarterState state(Agreement agreement, FiscalQuarter quarter, List<Close> closes, List<Indicator> indicators, Map<Long, List<Results.Result>> entered) {
        var deadline = quarters.of(agreement.fiscalYear(), quarter.number());
        int missing = 0, waiting = 0;
        for (var indicator : indicators) {
            var ofQuarter = entered.getOrDefault(indicator.id(), List.of()).stream().filter(r -> r.quarter() == quarter.number()).toList();
            if (indicator.isEntered() && ofQuarter.isEmpty()) missing++;
            waiting += (int) ofQuarter.stream().filter(r -> !r.isCertified()).count();
        }
        return new QuarterState(quarter, deadline.dueOn(), deadline.extendedTo(), deadline.extendedBecause(), deadline.closed(), ThaiDate.today(clock).isAfter(quarter.end()), missing, waiting,
                closes.stream().filter(c -> c.quarter() == quarter.number()).toList());
    }

    private static FiscalQuarter quarter(int year, int number) {
        if (number < 1 || number > 4) throw new OutOfReach("quarter " + number);
        return new FiscalYear(year).quarter(number);
    }

    /** Closes a quarter. */
    @PostMapping("/agreements/{year:\\d+}/closes")
    @Needs(Right.REPORT)
    ModelAndView close(@PathVariable int year, @RequestParam(defaultValue = "0") int quarter, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var agreement = agreements.demand(year);
        var closed = quarter(year, quarter);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            closings.close(agreement, closed, actor);
            return "/agreements/" + year + "/closes";
        }, () -> page(year, actor, faults, form));
    }

    /** Opens a closed quarter again. */
    @PostMapping("/agreements/{year:\\d+}/reopenings")
    @Needs(Right.REPORT)
    ModelAndView reopen(@PathVariable int year, @RequestParam(defaultValue = "0") int quarter, @RequestParam(defaultValue = "") String because, @RequestParam Map<String, String> form, Actor actor,
            @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        int opened = quarter(year, quarter).number();
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            closings.reopen(year, opened, because, actor);
            return "/agreements/" + year + "/closes";
        }, () -> page(year, actor, faults, form));
    }

    /** Extends the day until which the results of a quarter are entered. */
    @PostMapping("/agreements/{year:\\d+}/extensions")
    @Needs(Right.REPORT)
    ModelAndView extend(@PathVariable int year, @RequestParam(defaultValue = "0") int quarter, @RequestParam(defaultValue = "") String extendedTo, @RequestParam(defaultValue = "") String because,
            @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        int extended = quarter(year, quarter).number();
        var faults = new Faults(frame.words());
        var day = faults.day("extendedTo", extendedTo, "indicator.refusal.day-missing");
        return Sent.answer(faults, () -> {
            quarters.extend(year, extended, day, because, actor);
            return "/agreements/" + year + "/closes";
        }, () -> page(year, actor, faults, form));
    }

    /** What two closes of a quarter differ in. */
    @GetMapping("/agreements/{year:\\d+}/closes/{quarter:\\d+}/comparison")
    ModelAndView compare(@PathVariable int year, @PathVariable int quarter, @RequestParam(defaultValue = "1") int before, @RequestParam(defaultValue = "2") int after, Actor actor, @ModelAttribute("frame") Frame frame) {
        var agreement = agreements.demand(year);
        return new ModelAndView("indicator/comparison", Map.of("page", comparison.of(agreement, quarter(year, quarter), closings.find(year, quarter, before), closings.find(year, quarter, after), actor, frame.words())));
    }
}
