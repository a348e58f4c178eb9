package khabuan.registry.welfare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.person.Persons;
import khabuan.registry.welfare.BooksPages.AskForm;
import khabuan.registry.welfare.BooksPages.AskPage;
import khabuan.registry.welfare.BooksPages.ClaimPage;
import khabuan.registry.welfare.BooksPages.ClaimsPage;
import khabuan.registry.welfare.BooksPages.Waiting;
import khabuan.registry.welfare.RulePages.DueForm;
import khabuan.registry.welfare.RulePages.RuleForm;
import khabuan.registry.welfare.RulePages.RulesPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What members ask of their fund, step by step, and what its regulations promise. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class ClaimController {

    private final FundBooks books;
    private final Funds funds;
    private final Claims claims;
    private final Regulations regulations;
    private final Roster roster;
    private final Persons persons;

    ClaimController(FundBooks books, Funds funds, Claims claims, Regulations regulations, Roster roster, Persons persons) {
        this.books = books;
        this.funds = funds;
        this.claims = claims;
        this.regulations = regulations;
        this.roster = roster;
        this.persons = persons;
    }

    /** All that was asked of the fund for what happened in a fiscal year. */
    @GetMapping("/funds/{id:\\d+}/books/claims")
    ModelAndView all(@PathVariable long id, @RequestParam(required = false) Integer year, Actor actor) {
        var fund = books.enter(actor, id);
        var shown = year == null || year < 2540 || year > 2700 ? FiscalYear.of(funds.today()) : new FiscalYear(year);
        return new ModelAndView("welfare/claims", Map.of("page", new ClaimsPage(fund, shown, claims.years(id, shown), named(actor, fund, claims.of(id, shown)))));
    }

    private List<Waiting> named(Actor actor, Fund fund, List<Claims.Claim> some) {
        var people = roster.persons(fund.id(), some.stream().map(Claims.Claim::number).toList());
        var names = persons.maskedNames(actor, people.values());
        return some.stream().map(c -> new Waiting(c, names.getOrDefault(people.get(c.number()), "…"))).toList();
    }

    @GetMapping("/funds/{id:\\d+}/books/claims/new")
    ModelAndView askForm(@PathVariable long id, @RequestParam(defaultValue = "") String number, Actor actor) {
        return ask(books.enter(actor, id), new AskForm(UUID.randomUUID().toString(), number, "", ThaiDate.brief(funds.today()), "", ""), Faults.NONE);
    }

    private ModelAndView ask(Fund fund, AskForm form, Faults faults) {
        return new ModelAndView("welfare/ask", Map.of("page", new AskPage(fund, claims.rules(fund.id()).stream().filter(r -> r.holdsOn(funds.today())).toList(), form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/claims")
    ModelAndView ask(@PathVariable long id, AskForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("happenedOn", form.happenedOn(), WelfareRefusal.DAY_MISSING.key());
        var number = faults.whole("number", form.number(), WelfareRefusal.NUMBER_UNKNOWN.key());
        if (number == null && !faults.has("number") || number != null && !roster.has(id, number)) faults.add(WelfareRefusal.NUMBER_UNKNOWN.at("number"));
        var nights = faults.whole("nights", form.nights(), WelfareRefusal.NIGHTS_MISSING.key());
        if (!form.rule().matches("\\d{1,18}")) faults.add(WelfareRefusal.NOT_PROMISED.at("rule"));
        return Sent.answer(faults, () -> fund.path() + "/books/claims/" + claims.ask(actor, id, form.key(), number, Long.parseLong(form.rule()), day, nights, form.note()), () -> ask(fund, form, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/claims/{claim:\\d+}")
    ModelAndView claim(@PathVariable long id, @PathVariable long claim, Actor actor) {
        return claim(books.enter(actor, id), claim, actor, Faults.NONE);
    }

    private ModelAndView claim(Fund fund, long id, Actor actor, Faults faults) {
        var claim = claims.at(fund.id(), id);
        long person = roster.at(fund.id(), claim.number()).personId();
        var page = new ClaimPage(fund, claim, persons.maskedNames(actor, List.of(person)).getOrDefault(person, "…"), regulations.on(fund.id(), claim.happenedOn()).orElse(null), Objects.equals(claim.askedBy(), actor.accountId()), books.standing(fund.id(), FundAccounts.CASH),
                books.standing(fund.id(), FundAccounts.BANK), ThaiDate.brief(funds.today()), faults);
        return new ModelAndView("welfare/claim", Map.of("page", page));
    }

    @PostMapping("/funds/{id:\\d+}/books/claims/{claim:\\d+}/check")
    ModelAndView check(@PathVariable long id, @PathVariable long claim, @RequestParam(defaultValue = "") List<Integer> seen, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, claim, actor, new Faults(frame.words()), () -> claims.check(actor, id, claim, seen(claims.at(id, claim).rule().papers(), seen)));
    }

    private static List<String> seen(List<String> papers, List<Integer> places) {
        return places.stream().filter(p -> p >= 0 && p < papers.size()).map(papers::get).toList();
    }

    @PostMapping("/funds/{id:\\d+}/books/claims/{claim:\\d+}/approval")
    ModelAndView approve(@PathVariable long id, @PathVariable long claim, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, claim, actor, new Faults(frame.words()), () -> claims.approve(actor, id, claim));
    }

    @PostMapping("/funds/{id:\\d+}/books/claims/{claim:\\d+}/refusal")
    ModelAndView refuse(@PathVariable long id, @PathVariable long claim, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, claim, actor, new Faults(frame.words()), () -> claims.refuse(actor, id, claim, because));
    }

    /** Pays it. A phone that sends it twice pays once. */
    @PostMapping("/funds/{id:\\d+}/books/claims/{claim:\\d+}/payment")
    ModelAndView pay(@PathVariable long id, @PathVariable long claim, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String paidOn, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var day = faults.day("paidOn", paidOn, WelfareRefusal.DAY_MISSING.key());
        return step(id, claim, actor, faults, () -> {
            var standing = claims.at(id, claim);
            if (!day.equals(standing.paidOn()) || !from.equals(standing.from())) claims.pay(actor, id, claim, from, day);
        });
    }

    private ModelAndView step(long id, long claim, Actor actor, Faults faults, Runnable work) {
        var fund = books.enter(actor, id);
        return Sent.answer(faults, () -> {
            work.run();
            return fund.path() + "/books/claims/" + claim;
        }, () -> claim(fund, claim, actor, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/rules")
    ModelAndView rules(@PathVariable long id, Actor actor) {
        return rules(books.enter(actor, id), empty(), due(id), Faults.NONE);
    }

    private DueForm due(long id) {
        return new DueForm("", books.due(id, funds.today()).map(FundBooks.Due::rhythm).orElse("monthly"), "");
    }

    private RuleForm empty() {
        return RuleForm.empty(ThaiDate.brief(funds.today()));
    }

    private ModelAndView rules(Fund fund, RuleForm form, DueForm due, Faults faults) {
        return new ModelAndView("welfare/rules", Map.of("page", new RulesPage(fund, regulations.on(fund.id(), funds.today()).orElse(null), claims.rules(fund.id()), books.dues(fund.id()), form, due, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/dues")
    ModelAndView changeDue(@PathVariable long id, DueForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var due = form.read(faults);
        return Sent.answer(faults, () -> {
            books.changeDue(actor, id, due);
            return fund.path() + "/books/rules";
        }, () -> rules(fund, empty(), form, faults));
    }

    @PostMapping("/funds/{id:\\d+}/books/rules")
    ModelAndView promise(@PathVariable long id, RuleForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var rule = form.read(faults);
        return Sent.answer(faults, () -> {
            claims.promise(actor, id, rule);
            return fund.path() + "/books/rules";
        }, () -> rules(fund, form, due(id), faults));
    }
}
