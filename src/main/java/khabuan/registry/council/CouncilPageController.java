package khabuan.registry.council;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.record.Timeline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one council, now and as it was known; and the addresses of what belongs to it. */
@Controller
@Needs(value = Right.READ, room = "council")
class CouncilPageController {

    private final CouncilDesk desk;
    private final Councils councils;
    private final Members members;
    private final Terms terms;
    private final Panels panels;
    private final Timeline timeline;

    CouncilPageController(CouncilDesk desk, Councils councils, Members members, Terms terms, Panels panels, Timeline timeline) {
        this.desk = desk;
        this.councils = councils;
        this.members = members;
        this.terms = terms;
        this.panels = panels;
        this.timeline = timeline;
    }

    @GetMapping("/councils/{id:\\d+}")
    ModelAndView one(@PathVariable long id, @RequestParam(required = false) Integer year, @RequestParam(name = "known-at", defaultValue = "") String knownAt,
                     @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var knownOn = knownAt.isBlank() ? null : ThaiDate.parse(knownAt).orElseThrow(() -> new IllegalArgumentException("Not a day: " + knownAt));
        var page = desk.lay(actor, id, year == null ? null : new FiscalYear(year), knownOn, frame);
        return new ModelAndView("council/page", Map.of("page", page));
    }

    /** The members with their names: asked for with a purpose, which the log keeps. */
    @PostMapping("/councils/{id:\\d+}/members/names")
    @Needs(value = Right.READ_PERSONS, room = "council")
    ModelAndView names(@PathVariable long id, @RequestParam(defaultValue = "") String reason, @ModelAttribute(name = "frame", binding = false) Frame frame,
                       Actor actor) {
        return new ModelAndView(frame.partial() ? "council/members" : "council/names", Map.of("council", councils.at(actor, id), "members", members.named(actor, id, reason), "named", true));
    }

    @GetMapping("/councils/terms/{id:\\d+}")
    ModelAndView term(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, terms.councilOf(id));
        var all = terms.of(council.id());
        var term = all.stream().filter(t -> t.id() == id).findFirst().orElseThrow(() -> new OutOfReach("council term " + id));
        var next = all.stream().filter(t -> t.number() == term.number() + 1).findFirst().orElse(null);
        var page = new TermPage(council, term, next, councils.today(), actor.may(Right.RECORD) && council.isInForce(), panels.of("council-term", id, frame), timeline.ofRecord("council-term", id, "council_id", "number"));
        return new ModelAndView("council/term", Map.of("page", page));
    }

    @GetMapping("/councils/members/{id:\\d+}")
    String member(@PathVariable long id) {
        return "redirect:/councils/" + members.councilOf(id) + "#members";
    }
}
