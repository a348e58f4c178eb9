package khabuan.registry.welfare;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.registry.welfare.SubsidyPages.Doing;
import khabuan.registry.welfare.SubsidyPages.RequestPage;
import khabuan.registry.welfare.SubsidyPages.SubsidyForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A fund in a round of matching subsidies: what must be in order, what it asks for, who is not counted, what became of it. */
@Controller
@Needs(value = Right.CERTIFY, room = "welfare")
class SubsidyController {

    private static final int MOST = 2_000;
    private final SubsidyRequests requests;
    private final SubsidyRounds rounds;
    private final SubsidyConditions conditions;
    private final SubsidyList list;
    private final Funds funds;
    private final FundBooks books;
    private final Keepers keepers;
    private final Places places;

    SubsidyController(SubsidyRequests requests, SubsidyRounds rounds, SubsidyConditions conditions, SubsidyList list, Funds funds, FundBooks books, Keepers keepers, Places places) {
        this.requests = requests;
        this.rounds = rounds;
        this.conditions = conditions;
        this.list = list;
        this.funds = funds;
        this.books = books;
        this.keepers = keepers;
        this.places = places;
    }

    @GetMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView request(@PathVariable long id, @PathVariable long round, Actor actor) {
        return page(id, round, actor, new SubsidyForm(UUID.randomUUID().toString(), "", "", "", "", ""), Faults.NONE);
    }

    private ModelAndView page(long id, long roundId, Actor actor, SubsidyForm form, Faults faults) {
        var fund = funds.at(actor, id);
        if (keepers.has(actor, id)) books.enter(actor, id);
        var round = rounds.at(roundId);
        var path = places.tree().path(places.find(Level.UNIT, fund.unitCode()).orElseThrow());
        var request = requests.find(roundId, id).orElse(null);
        var grant = request == null ? null : requests.standing(request);
        boolean standing = request != null && request.endedOn() == null;
        var doubled = standing && request.doubled() > 0 ? requests.doubled(request, MOST) : List.<SubsidyRequests.Doubled>of();
        var model = new HashMap<String, Object>();
        model.put("page", new RequestPage(fund, path, round, round.isOpenOn(funds.today()), conditions.of(fund, round), requests.members(fund), fund.booksSince() == null ? requests.listed(roundId, id) : 0, request, grant, doubled, list.frame(round, path, actor),
                doing(fund, round, request, grant, actor), form, faults));
        return new ModelAndView("welfare/subsidy", model);
    }

    private Doing doing(Fund fund, SubsidyRound round, SubsidyRequest request, Grants.Standing grant, Actor actor) {
        boolean asker = requests.mayAsk(actor, fund), certifies = actor.may(Right.CERTIFY), stands = request != null && request.endedOn() == null, own = stands && request.isAskedBy(actor);
        boolean withdraws = asker && (own || !certifies);
        return new Doing(fund.isInForce() && asker && !stands && round.isOpenOn(funds.today()), stands && withdraws && request.isWaiting(), stands && certifies && !own && request.isWaiting(),
                stands && certifies && !withdraws && request.isWaiting(), own, fund.path() + (fund.booksSince() == null ? "" : "/books") + "/subsidies/" + round.id());
    }

    /** For a fund without books here, who records asks. */
    @PostMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}")
    @Needs(value = Right.RECORD, room = "welfare")
    ModelAndView ask(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var asked = faults.whole("asked", form.asked(), WelfareRefusal.COUNT_UNREADABLE.key());
        return answer(id, round, actor, form, faults, () -> requests.ask(actor, id, round, form.key(), asked));
    }

    /** The committee that keeps its books here asks for its members. */
    @PostMapping("/funds/{id:\\d+}/books/subsidies/{round:\\d+}")
    @Needs(value = Right.KEEP_FUND, room = "welfare")
    ModelAndView askByBooks(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        books.enter(actor, id);
        return answer(id, round, actor, form, new Faults(frame.words()), () -> requests.ask(actor, id, round, form.key(), null));
    }

    @PostMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}/withdrawal")
    @Needs(value = Right.RECORD, room = "welfare")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, round, actor, form, new Faults(frame.words()), () -> requests.withdraw(actor, id, round, form.opened(), form.because()));
    }

    @PostMapping("/funds/{id:\\d+}/books/subsidies/{round:\\d+}/withdrawal")
    @Needs(value = Right.KEEP_FUND, room = "welfare")
    ModelAndView withdrawByBooks(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        books.enter(actor, id);
        return withdraw(id, round, form, actor, frame);
    }

    @PostMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}/list/withdrawal")
    @Needs(value = Right.RECORD, room = "welfare")
    ModelAndView discardList(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, round, actor, form, new Faults(frame.words()), () -> requests.discardList(actor, id, round, form.listBecause()));
    }

    @PostMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}/proposal")
    ModelAndView propose(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var amount = Baht.parse(form.proposed());
        if (amount.isEmpty()) faults.add(WelfareRefusal.MONEY_UNREADABLE.at("proposed"));
        return answer(id, round, actor, form, faults, () -> requests.propose(actor, id, round, form.opened(), amount.orElseThrow()));
    }

    @PostMapping("/funds/{id:\\d+}/subsidies/{round:\\d+}/refusal")
    ModelAndView refuse(@PathVariable long id, @PathVariable long round, SubsidyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, round, actor, form, new Faults(frame.words()), () -> requests.refuse(actor, id, round, form.opened(), form.because()));
    }

    private ModelAndView answer(long id, long round, Actor actor, SubsidyForm form, Faults faults, Runnable work) {
        funds.at(actor, id);
        return Sent.answer(faults, () -> {
            work.run();
            return "/funds/%d/subsidies/%d".formatted(id, round);
        }, () -> page(id, round, actor, form, faults));
    }
}
