package khabuan.insight.explore;

import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.insight.explore.ExplorePage.Naming;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Views that people keep: kept, changed and taken back by their owner. */
@Controller
@Needs(Right.READ)
class ExplorationController {

    private final Explorations explorations;
    private final Wishes wishes;
    private final ExplorePages pages;

    ExplorationController(Explorations explorations, Wishes wishes, ExplorePages pages) {
        this.explorations = explorations;
        this.wishes = wishes;
        this.pages = pages;
    }

    @PostMapping("/explorations")
    ModelAndView keep(@RequestParam(defaultValue = "") String name, @RequestParam(required = false) Boolean shared, @RequestParam String query, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var naming = new Naming(name, Boolean.TRUE.equals(shared));
        var wish = Wish.parse(query);
        return answer(wish, null, naming, frame, () -> explorations.demand(actor, explorations.keep(actor, name, wish, naming.shared())).path());
    }

    @PostMapping("/explorations/{id:\\d+}")
    ModelAndView change(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String name, @RequestParam(required = false) Boolean shared, @RequestParam String query, Actor actor,
            @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var naming = new Naming(name, Boolean.TRUE.equals(shared));
        var wish = Wish.parse(query);
        return answer(wish, explorations.demand(actor, id), naming, frame, () -> {
            explorations.change(actor, id, version, name, wish, naming.shared());
            return explorations.demand(actor, id).path();
        });
    }

    /** Wrong choices are not kept; the page tells what is wrong with them. */
    private ModelAndView answer(Wish wish, Exploration opened, Naming naming, Frame frame, Supplier<String> work) {
        var faults = new Faults(frame.words());
        wishes.read(wish, faults);
        return Sent.answer(faults, work, () -> pages.page(wish, opened, naming, faults, frame));
    }

    @PostMapping("/explorations/{id:\\d+}/withdrawal")
    String withdraw(@PathVariable long id, Actor actor) {
        explorations.withdraw(actor, id);
        return "redirect:/explore";
    }
}
