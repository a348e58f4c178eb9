package khabuan.registry.welfare;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.PublicAddress;
import khabuan.base.page.Sent;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.print.QrCode;
import khabuan.registry.welfare.BooksPages.Arrear;
import khabuan.registry.welfare.BooksPages.ArrearsPage;
import khabuan.registry.welfare.BooksPages.JoinForm;
import khabuan.registry.welfare.BooksPages.JoinPage;
import khabuan.registry.welfare.BooksPages.MemberLine;
import khabuan.registry.welfare.BooksPages.MembersPage;
import khabuan.registry.welfare.PassbookPages.CommitteePage;
import khabuan.registry.welfare.PassbookPages.SlipPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members of a fund, to its committee: the register with masked names, joining and leaving, and the passbook of one, whose reading is logged. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class MemberController {

    private final FundBooks books;
    private final Funds funds;
    private final Roster roster;
    private final Rounds rounds;
    private final Passbooks passbooks;
    private final PassbookLinks links;
    private final Persons persons;
    private final PublicAddress address;

    MemberController(FundBooks books, Funds funds, Roster roster, Rounds rounds, Passbooks passbooks, PassbookLinks links, Persons persons, PublicAddress address) {
        this.books = books;
        this.funds = funds;
        this.roster = roster;
        this.rounds = rounds;
        this.passbooks = passbooks;
        this.links = links;
        this.persons = persons;
        this.address = address;
    }

    @GetMapping("/funds/{id:\\d+}/books/members")
    ModelAndView list(@PathVariable long id, @RequestParam(required = false) Integer village, @RequestParam(defaultValue = "") String q, Actor actor) {
        var fund = books.enter(actor, id);
        var villages = rounds.villages(id, YearMonth.from(funds.today()));
        var shown = village != null ? village : villages.isEmpty() ? Integer.valueOf(0) : Integer.valueOf(villages.getFirst().village());
        var members = q.isBlank() ? roster.of(id, shown, funds.today()) : roster.matching(id, q.strip());
        var names = persons.maskedNames(actor, members.stream().map(Roster.Member::personId).toList());
        return new ModelAndView("welfare/members", Map.of("page", new MembersPage(fund, villages, q.isBlank() ? shown : null, q.strip(), members.stream().map(m -> new MemberLine(m, names.getOrDefault(m.personId(), "…"))).toList())));
    }

    /** Who is behind with what they pay, and by how much. */
    @GetMapping("/funds/{id:\\d+}/books/arrears")
    ModelAndView arrears(@PathVariable long id, Actor actor) {
        var fund = books.enter(actor, id);
        var due = books.due(id, funds.today()).orElse(null);
        var lines = rounds.behind(actor, fund, YearMonth.from(funds.today()).minusMonths(1)).stream().map(b -> new Arrear(b, due == null ? Baht.ZERO : Passbook.owed(b.months(), due))).toList();
        return new ModelAndView("welfare/arrears", Map.of("page", new ArrearsPage(fund, lines)));
    }

    @GetMapping("/funds/{id:\\d+}/books/members/new")
    ModelAndView joinForm(@PathVariable long id, @RequestParam(defaultValue = "") String village, Actor actor) {
        return join(books.enter(actor, id), new JoinForm(UUID.randomUUID().toString(), "", "", "", "", village, ThaiDate.brief(funds.today())), Faults.NONE);
    }

    private static ModelAndView join(Fund fund, JoinForm form, Faults faults) {
        return new ModelAndView("welfare/join", Map.of("page", new JoinPage(fund, form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/members")
    ModelAndView join(@PathVariable long id, JoinForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("joinedOn", form.joinedOn(), WelfareRefusal.DAY_MISSING.key());
        int village = Objects.requireNonNullElse(faults.whole("village", form.village(), WelfareRefusal.VILLAGE_WRONG.key()), 0);
        var details = new Person.Details(fund.unitCode(), form.fullName(), form.nationalId(), form.phone());
        return Sent.answer(faults, () -> fund.path() + "/books/members/" + roster.join(actor, id, form.key(), details, form.clazz(), village, day), () -> join(fund, form, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/members/{number:\\d+}")
    ModelAndView passbook(@PathVariable long id, @PathVariable int number, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return passbook(books.enter(actor, id), number, actor, frame, Faults.NONE);
    }

    private ModelAndView passbook(Fund fund, int number, Actor actor, Frame frame, Faults faults) {
        var member = roster.at(fund.id(), number);
        var person = persons.read(actor, member.personId(), frame.t("welfare.passbook-read", fund.name()));
        var model = new HashMap<String, Object>();
        model.put("page", new CommitteePage(fund, person.fullName(), passbooks.of(fund, member), links.of(member).orElse(null), faults));
        return new ModelAndView("welfare/passbook", model);
    }

    @PostMapping("/funds/{id:\\d+}/books/members/{number:\\d+}/leaving")
    ModelAndView leave(@PathVariable long id, @PathVariable int number, @RequestParam(defaultValue = "") String leftOn, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("leftOn", leftOn, WelfareRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> {
            roster.leave(actor, id, number, day, because);
            return fund.path() + "/books/members/" + number;
        }, () -> passbook(fund, number, actor, frame, faults));
    }

    /** Makes the slip with a link and its code. It is shown in this answer alone: neither can be told again. */
    @PostMapping("/funds/{id:\\d+}/books/members/{number:\\d+}/link")
    ModelAndView give(@PathVariable long id, @PathVariable int number, Actor actor, HttpServletResponse response, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        try {
            var slip = links.give(actor, id, number);
            response.setHeader("Cache-Control", "no-store");
            var name = persons.maskedNames(actor, List.of(slip.member().personId())).getOrDefault(slip.member().personId(), "…");
            return new ModelAndView("welfare/slip", Map.of("page", new SlipPage(fund, slip.member(), name, address.at(slip.path()), QrCode.of(address.at(slip.path())), slip.code(), slip.goodUntil())));
        } catch (Refusal.Thrown refused) {
            var page = passbook(fund, number, actor, frame, new Faults(frame.words()).add(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/funds/{id:\\d+}/books/members/{number:\\d+}/link/end")
    String revoke(@PathVariable long id, @PathVariable int number, Actor actor) {
        var fund = books.enter(actor, id);
        links.revoke(actor, id, number);
        return "redirect:" + fund.path() + "/books/members/" + number;
    }
}
