package khabuan.registry.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.text.Words;
import khabuan.registry.project.BudgetPages.BudgetPage;
import khabuan.registry.project.BudgetPages.Line;
import khabuan.registry.project.BudgetPages.MovementPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The budget and its frames: looked at by all within their reach, decided on by the centre. */
@Controller
@Needs(value = Right.READ, room = "project")
class BudgetController {

    private static final List<String> CATEGORIES = List.of("development", "personnel", "administration", "investment");
    private final Budget budget;
    private final BudgetBook book;
    private final Programmes programmes;
    private final Overruns overruns;
    private final Places places;
    private final Panels panels;

    BudgetController(Budget budget, BudgetBook book, Programmes programmes, Overruns overruns, Places places, Panels panels) {
        this.budget = budget;
        this.book = book;
        this.programmes = programmes;
        this.overruns = overruns;
        this.places = places;
        this.panels = panels;
    }

    @GetMapping("/budget")
    ModelAndView see(@RequestParam(defaultValue = "") String year, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(budget.year(year), Typed.NOTHING, Faults.NONE, actor, frame.words());
    }

    private ModelAndView page(int year, Typed typed, Faults faults, Actor actor, Words words) {
        var groups = book.groups(year, actor, words);
        boolean all = BudgetBook.seesAll(actor), decides = actor.may(Right.CENTRE);
        var sum = groups.stream().map(BudgetPages.Group::sum).reduce(Line::plus).orElse(null);
        var page = new BudgetPage(year, book.years(), all ? book.pots(year) : List.of(), groups, sum, all ? book.movements(year) : List.of(), all, decides, programmes.all().stream().map(p -> new Choice(p.code(), p.title(words))).toList(), offices(),
                groups.stream().flatMap(g -> g.lines().stream()).map(l -> new Choice(String.valueOf(l.frame()), l.programme() + " · " + l.office() + " (" + l.free() + ")")).toList(), CATEGORIES, typed, UUID.randomUUID().toString(), faults);
        return new ModelAndView("project/budget", "page", page);
    }

    private List<Choice> offices() {
        return Stream.concat(places.tree().at(Level.REGION).stream(), places.find(Level.REGION, Committees.CENTRE).stream()).distinct().map(p -> new Choice(p.code(), p.title())).toList();
    }

    /** A decision as a form says it; a day that can't be read is a fault. */
    private static Budget.Decision decision(Typed typed, Faults faults) {
        return new Budget.Decision(typed.baht("amount"), typed.day(faults, "on"), typed.of("body"), typed.of("reason"));
    }

    private ModelAndView answer(String form, Map<String, String> sent, Actor actor, Frame frame, Deciding work) {
        int year = budget.year(sent.getOrDefault("year", ""));
        var faults = new Faults(frame.words());
        var typed = new Typed(form, sent);
        var decision = decision(typed, faults);
        return Sent.answer(faults, () -> typed.told(frame.words(), () -> {
            work.decide(typed, year, sent.getOrDefault("key", ""), decision);
            return "/budget?year=" + year;
        }), () -> page(year, typed, faults, actor, frame.words()));
    }

    private interface Deciding {
        void decide(Typed typed, int year, String key, Budget.Decision decision);
    }

    @PostMapping("/budget/gifts")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView give(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer("give", sent, actor, frame, (typed, year, key, decision) -> {
            if (!CATEGORIES.contains(typed.of("category")) || !List.of("state", "codi").contains(typed.of("fund"))) throw ProjectRefusal.PROGRAMME_MISSING.at("category");
            budget.give(actor, key, year, typed.of("fund"), typed.of("category"), decision);
        });
    }

    @PostMapping("/budget/allotments")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView allot(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer("allot", sent, actor, frame, (typed, year, key, decision) -> {
            if (offices().stream().noneMatch(o -> o.value().equals(typed.of("office")))) throw ProjectRefusal.OFFICE_MISSING.at("office");
            budget.allot(actor, key, year, typed.of("programme"), typed.of("office"), decision);
        });
    }

    @PostMapping("/budget/transfers")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView transfer(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer("transfer", sent, actor, frame, (typed, year, key, decision) -> budget.transfer(actor, key, frameOf(typed, "from"), frameOf(typed, "to"), decision));
    }

    @PostMapping("/budget/overruns")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView allowOver(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer("over", sent, actor, frame, (typed, year, key, decision) -> budget.allowOver(actor, key, frameOf(typed, "frame"), decision));
    }

    @PostMapping("/budget/carryovers")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView carry(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer("carry", sent, actor, frame, (typed, year, key, decision) -> budget.carry(actor, key, frameOf(typed, "frame"), decision));
    }

    private khabuan.registry.project.Frame frameOf(Typed typed, String field) {
        String id = typed.of(field);
        return (id.matches("\\d{1,18}") ? budget.find(Long.parseLong(id)) : Optional.<khabuan.registry.project.Frame>empty()).orElseThrow(() -> ProjectRefusal.FRAME_MISSING.at(field));
    }

    /** A decision, with the paper that bears it. */
    @GetMapping("/budget/movements/{id:\\d+}")
    ModelAndView movement(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return movement(id, Typed.NOTHING, Faults.NONE, actor, frame);
    }

    private ModelAndView movement(long id, Typed typed, Faults faults, Actor actor, Frame frame) {
        if (!BudgetBook.seesAll(actor)) throw new OutOfReach("budget movement " + id);
        var movement = book.movement(id).orElseThrow(() -> new OutOfReach("budget movement " + id));
        var seen = overruns.sighting(id).orElse(null);
        boolean maySee = movement.act().equals("over") && seen == null && Overruns.maySee(actor);
        return new ModelAndView("project/movement", "page", new MovementPage(movement, book.yearOf(id), seen, maySee, typed, faults, panels.of("budget_movement", id, frame)));
    }

    /** An auditor has seen that a frame may be exceeded. */
    @PostMapping("/budget/movements/{id:\\d+}/sighting")
    @Needs(value = Right.AUDIT, room = "project")
    ModelAndView see(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = new Typed("see", sent);
        return Sent.answer(faults, () -> {
            overruns.see(actor, id, typed.of("note"));
            return "/budget/movements/" + id;
        }, () -> movement(id, typed, faults, actor, frame));
    }
}
