package khabuan.registry.project;

import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.text.Words;
import khabuan.registry.project.PacePages.PacePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Plan against actual of a budget year, by programme and office. */
@Controller
@Needs(value = Right.READ, room = "project")
class PaceController {

    private final Pace pace;
    private final Budget budget;
    private final BudgetBook book;
    private final Programmes programmes;
    private final Places places;

    PaceController(Pace pace, Budget budget, BudgetBook book, Programmes programmes, Places places) {
        this.pace = pace;
        this.budget = budget;
        this.book = book;
        this.programmes = programmes;
        this.places = places;
    }

    @GetMapping("/budget/pace")
    ModelAndView see(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String office, Actor actor, @ModelAttribute("frame") Frame frame) {
        int of = budget.year(year);
        var words = frame.words();
        var flows = pace.flows(of, actor);
        var months = pace.months(flows, programme, office);
        return new ModelAndView("project/pace", "page", new PacePage(of, book.years(), programme, office, choices(words, programmes.all().stream().map(p -> new Choice(p.code(), p.title(words)))),
                BudgetBook.seesAll(actor) ? choices(words, places.tree().at(Level.REGION).stream().map(p -> new Choice(p.code(), p.title()))) : List.of(), months, SCurve.of(months), pace.lines(flows, words), pace.outlook(flows, actor, words)));
    }

    private static List<Choice> choices(Words words, Stream<Choice> all) {
        return Stream.concat(Stream.of(new Choice("", words.t("project.all"))), all).toList();
    }
}
