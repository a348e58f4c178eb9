package khabuan.insight.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Place;
import khabuan.insight.indicator.AgreementPages.AdjustmentsPage;
import khabuan.insight.indicator.AgreementPages.Moved;
import khabuan.insight.indicator.AgreementPages.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The adjustments of a year's targets: what was moved, by which body, when and why. */
@Controller
@Needs(Right.READ)
class AdjustmentController {

    /** How many targets one form moves. */
    static final int LINES = 4;
    private final Agreements agreements;
    private final Adjusting adjusting;
    private final Targets targets;
    private final Sites sites;

    AdjustmentController(Agreements agreements, Adjusting adjusting, Targets targets, Sites sites) {
        this.agreements = agreements;
        this.adjusting = adjusting;
        this.targets = targets;
        this.sites = sites;
    }

    @GetMapping("/agreements/{year:\\d+}/adjustments")
    ModelAndView list(@PathVariable int year, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(year, actor, frame, Faults.NONE, Map.of());
    }

    private ModelAndView page(int year, Actor actor, Frame frame, Faults faults, Map<String, String> form) {
        var agreement = agreements.demand(year);
        var book = targets.book(year);
        var byId = new HashMap<Long, Indicator>();
        var choices = new ArrayList<Choice>();
        for (var i : agreements.indicators(year)) {
            byId.put(i.id(), i);
            if (i.measuring().isCounted()) choices.add(new Choice(i.code(), i.heading()));
        }
        var told = book.adjustments().stream().map(a -> new Told(a, a.movements().stream()
                .map(m -> new Moved(byId.get(m.indicator()), sites.of(m.place(), frame.words()), m.quarter(), m.amount(), book.amount(m.indicator(), m.quarter(), m.place()))).toList())).toList();
        return new ModelAndView("indicator/adjustments", Map.of("page", new AdjustmentsPage(agreement, told, choices, sites.all(frame.words()), actor.may(Right.REPORT) && agreement.isSigned(), faults, form)));
    }

    @PostMapping("/agreements/{year:\\d+}/adjustments")
    @Needs(Right.REPORT)
    ModelAndView adjust(@PathVariable int year, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        var faults = new Faults(frame.words());
        var day = faults.day("decidedOn", form.getOrDefault("decidedOn", ""), "indicator.refusal.day-missing");
        var lines = new ArrayList<Adjusting.Line>();
        for (int n = 1; n <= LINES; n++) {
            var amount = Amounts.readSigned(faults, "amount-" + n, form.getOrDefault("amount-" + n, ""));
            if (amount != null && amount.signum() != 0) lines.add(new Adjusting.Line(form.getOrDefault("code-" + n, ""), quarter(form.getOrDefault("quarter-" + n, "0")), form.getOrDefault("place-" + n, Place.COUNTRY.code()), amount));
        }
        return Sent.answer(faults, () -> {
            adjusting.adjust(year, day, form.getOrDefault("body", ""), form.getOrDefault("reason", ""), List.copyOf(lines), actor);
            return "/agreements/" + year + "/adjustments";
        }, () -> page(year, actor, frame, faults, form));
    }

    private static int quarter(String text) {
        return text.matches("[1-4]") ? Integer.parseInt(text) : Targets.YEAR;
    }
}
