package khabuan.insight.explore;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dashboard (หน้าปัด): the views that a person has pinned, in that person's order. */
@Controller
@Needs(Right.READ)
class DashboardController {

    private final Explorations explorations;
    private final ExplorePages pages;

    DashboardController(Explorations explorations, ExplorePages pages) {
        this.explorations = explorations;
        this.pages = pages;
    }

    @GetMapping("/dashboard")
    ModelAndView dashboard(Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return page(new Faults(frame.words()), actor, frame);
    }

    private ModelAndView page(Faults faults, Actor actor, Frame frame) {
        var cards = explorations.pinned(actor).stream().map(view -> new DashboardPage.Card(view, pages.card(view, frame.words()))).toList();
        return new ModelAndView("explore/dashboard", Map.of("page", new DashboardPage(cards, explorations.of(actor).stream().filter(v -> !v.pinned()).toList(), faults)));
    }

    @PostMapping("/dashboard/pins")
    ModelAndView pin(@RequestParam long exploration, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            explorations.pin(actor, exploration);
            return "/dashboard";
        }, () -> page(faults, actor, frame));
    }

    @PostMapping("/dashboard/pins/{id:\\d+}/removal")
    String unpin(@PathVariable long id, Actor actor) {
        explorations.unpin(actor, id);
        return "redirect:/dashboard";
    }

    /** @param to "up" or "down" */
    @PostMapping("/dashboard/pins/{id:\\d+}/position")
    String move(@PathVariable long id, @RequestParam String to, Actor actor) {
        explorations.move(actor, id, to.equals("up"));
        return "redirect:/dashboard";
    }
}
