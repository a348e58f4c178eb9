package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Periods;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.person.Persons;
import khabuan.registry.welfare.BooksPages.HomePage;
import khabuan.registry.welfare.BooksPages.Month;
import khabuan.registry.welfare.BooksPages.Stating;
import khabuan.registry.welfare.BooksPages.Waiting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The home of a fund's books: what is there, what is collected and what waits; the close of a month, and the statement that the books make. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class BooksController {

    private final FundBooks books;
    private final Funds funds;
    private final FundStatements statements;
    private final Rounds rounds;
    private final Claims claims;
    private final FundCosts costs;
    private final Roster roster;
    private final Persons persons;
    private final Periods periods;
    private final FundYears years;

    BooksController(FundBooks books, Funds funds, FundStatements statements, Rounds rounds, Claims claims, FundCosts costs, Roster roster, Persons persons, Periods periods, FundYears years) {
        this.books = books;
        this.funds = funds;
        this.statements = statements;
        this.rounds = rounds;
        this.claims = claims;
        this.costs = costs;
        this.roster = roster;
        this.persons = persons;
        this.periods = periods;
        this.years = years;
    }

    /** The committee sees all of it; who certifies or reads the books of the institute, the sums alone. */
    @GetMapping("/funds/{id:\\d+}/books")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView home(@PathVariable long id, @RequestParam(defaultValue = "") String month, Actor actor) {
        boolean keeper = actor.may(Right.KEEP_FUND);
        var fund = keeper ? books.enter(actor, id) : funds.at(actor, id);
        if (!books.areOpenTo(actor, fund)) throw new OutOfReach("books of fund " + id);
        return home(fund, keeper, month.isEmpty() ? now(id) : Month.read(id, month), actor, Faults.NONE, "");
    }

    private Month now(long id) {
        return new Month(id, YearMonth.from(funds.today()));
    }

    private ModelAndView home(Fund fund, boolean keeper, Month month, Actor actor, Faults faults, String reason) {
        long id = fund.id();
        var closed = periods.closedUntil(FundAccounts.book(id)).orElse(null);
        var end = YearMonth.from(funds.today()).minusMonths(1).atEndOfMonth();
        var asOf = closed != null && !closed.isBefore(FiscalQuarter.of(funds.today()).start()) ? closed : funds.today();
        var stating = new Stating(ThaiDate.brief(asOf), reason, statements.find(id, FiscalQuarter.of(asOf)).filter(Statement::isCertified).isPresent());
        var page = new HomePage(fund, keeper, books.standing(id, FundAccounts.CASH), books.standing(id, FundAccounts.BANK), month, rounds.villages(id, month.of()), keeper ? rounds.of(id, month.of()) : List.of(),
                keeper ? waiting(actor, id) : List.of(), keeper ? costs.waiting(id) : 0, closed, closed != null && !closed.isBefore(end) || end.isBefore(fund.booksSince()) ? null : end, stating, years.of(id), years.ends(fund), faults);
        return new ModelAndView("welfare/books", Map.of("page", page));
    }

    private List<Waiting> waiting(Actor actor, long id) {
        var open = claims.open(id);
        var people = roster.persons(id, open.stream().map(Claims.Claim::number).toList());
        var names = persons.maskedNames(actor, people.values());
        return open.stream().map(c -> new Waiting(c, names.getOrDefault(people.get(c.number()), "…"))).toList();
    }

    /** Closes the books until a day. A phone that sends it twice closes once. */
    @PostMapping("/funds/{id:\\d+}/books/close")
    ModelAndView close(@PathVariable long id, @RequestParam(defaultValue = "") String until, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("until", until, WelfareRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> {
            var closed = periods.closedUntil(FundAccounts.book(id));
            if (closed.isEmpty() || closed.get().isBefore(day)) periods.close(actor, FundAccounts.book(id), day, frame.t("welfare.closed-until", frame.words().longDay(day)));
            return fund.path() + "/books";
        }, () -> home(fund, true, now(id), actor, faults, ""));
    }

    /** Another of the committee opens what was closed last. */
    @PostMapping("/funds/{id:\\d+}/books/reopening")
    ModelAndView reopen(@PathVariable long id, @RequestParam(defaultValue = "") String openingReason, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            periods.open(actor, FundAccounts.book(id), openingReason);
            return fund.path() + "/books";
        }, () -> home(fund, true, now(id), actor, faults, ""));
    }

    /** Another than closed its last month closes a year. */
    @PostMapping("/funds/{id:\\d+}/books/years")
    ModelAndView closeYear(@PathVariable long id, @RequestParam(defaultValue = "") String yearEnd, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("yearEnd", yearEnd, WelfareRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> {
            years.close(actor, id, day);
            return fund.path() + "/books";
        }, () -> home(fund, true, now(id), actor, faults, ""));
    }

    @PostMapping("/funds/{id:\\d+}/books/statement")
    ModelAndView state(@PathVariable long id, @RequestParam(defaultValue = "") String asOf, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        LocalDate day = faults.day("asOf", asOf, WelfareRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> books.state(actor, id, day, reason.strip()).path(), () -> home(fund, true, now(id), actor, faults, reason));
    }
}
