package khabuan.registry.welfare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import khabuan.base.record.Timeline;
import khabuan.registry.welfare.SubsidyPages.RoundForm;
import khabuan.registry.welfare.SubsidyPages.RoundFormPage;
import khabuan.registry.welfare.SubsidyPages.RoundPage;
import khabuan.registry.welfare.SubsidyPages.RoundsPage;
import khabuan.registry.welfare.SubsidyPages.TermsForm;
import khabuan.registry.welfare.SubsidyPages.TermsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rounds of matching subsidies: looked at by all within their reach, opened, changed and ended by the centre. */
@Controller
@Needs(value = Right.READ, room = "welfare")
class SubsidyRoundController {

    private static final int PAGE = 50;
    private final SubsidyRounds rounds;
    private final SubsidyList list;
    private final Funds funds;
    private final Timeline timeline;

    SubsidyRoundController(SubsidyRounds rounds, SubsidyList list, Funds funds, Timeline timeline) {
        this.rounds = rounds;
        this.list = list;
        this.funds = funds;
        this.timeline = timeline;
    }

    @GetMapping("/subsidies")
    ModelAndView rounds(Actor actor) {
        return new ModelAndView("welfare/rounds", Map.of("page", new RoundsPage(list.rounds(actor, rounds.all()), actor.may(Right.CENTRE))));
    }

    @GetMapping("/subsidies/{id:\\d+}")
    ModelAndView round(@PathVariable long id, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute("frame") Frame frame) {
        var round = rounds.at(id);
        String known = SubsidyList.STATES.contains(state) ? state : "";
        var pager = new Pager(page, PAGE, list.count(round, known, actor), round.path() + (known.isEmpty() ? "" : "?state=" + known));
        return new ModelAndView("welfare/round", Map.of("page", new RoundPage(round, round.isOpenOn(funds.today()), round.endedOn() == null && actor.may(Right.CENTRE), list.regions(round, actor, frame.t("figures.total")), known,
                list.page(round, known, actor, PAGE, pager.offset()), pager, steps(round))));
    }

    private List<Timeline.Step> steps(SubsidyRound round) {
        return timeline.of("subsidy_round", round.id()).stream().map(step -> step.told(f -> f.name().equals("per_member") ? FundController.baht(f) : f)).toList();
    }

    @GetMapping("/subsidies/new")
    @Needs(value = Right.CENTRE, room = "welfare")
    ModelAndView newForm() {
        return form(new RoundForm(UUID.randomUUID().toString(), String.valueOf(FiscalYear.of(funds.today()).year()), ThaiDate.brief(funds.today()), "", "", "", "", ""), Faults.NONE);
    }

    private ModelAndView form(RoundForm form, Faults faults) {
        var model = new HashMap<String, Object>();
        model.put("page", new RoundFormPage(form, rounds.ceiling(FiscalYear.of(funds.today()).year()).orElse(null), faults));
        return new ModelAndView("welfare/round-form", model);
    }

    @PostMapping("/subsidies")
    @Needs(value = Right.CENTRE, room = "welfare")
    ModelAndView open(RoundForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        return Sent.answer(faults, () -> "/subsidies/" + rounds.open(actor, form.key(), wish), () -> form(form, faults));
    }

    @GetMapping("/subsidies/{id:\\d+}/terms")
    @Needs(value = Right.CENTRE, room = "welfare")
    ModelAndView terms(@PathVariable long id) {
        var round = rounds.at(id);
        if (round.endedOn() != null) throw new OutOfReach("terms of subsidy round " + id);
        return terms(round, TermsForm.of(round), Faults.NONE);
    }

    private ModelAndView terms(SubsidyRound round, TermsForm form, Faults faults) {
        return new ModelAndView("welfare/round-terms", "page", new TermsPage(round, form, rounds.asked(round.id()), rounds.ceiling(round.fiscalYear()).orElse(null), faults));
    }

    @PostMapping("/subsidies/{id:\\d+}/terms")
    @Needs(value = Right.CENTRE, room = "welfare")
    ModelAndView change(@PathVariable long id, TermsForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var said = form.read(faults);
        return Sent.answer(faults, () -> {
            rounds.change(actor, id, form.opened(), said, form.because());
            return "/subsidies/" + id;
        }, () -> terms(rounds.at(id), form, faults));
    }

    @PostMapping("/subsidies/{id:\\d+}/ending")
    @Needs(value = Right.CENTRE, room = "welfare")
    ModelAndView end(@PathVariable long id, TermsForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            rounds.end(actor, id, form.opened(), form.as(), form.endBecause());
            return "/subsidies/" + id;
        }, () -> terms(rounds.at(id), form.besides(rounds.at(id)), faults));
    }
}
