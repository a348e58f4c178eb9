package khabuan.registry.assessment;

import java.util.Map;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.assessment.InstrumentPages.EditionPage;
import khabuan.registry.assessment.InstrumentPages.ListPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Instruments on the screen: read by everybody of the room; published, closed and copied by the centre. */
@Controller
@Needs(value = Right.READ, room = "assessment")
class InstrumentController {

    private final Instruments instruments;
    private final Drafting drafting;

    InstrumentController(Instruments instruments, Drafting drafting) {
        this.instruments = instruments;
        this.drafting = drafting;
    }

    @GetMapping("/instruments")
    ModelAndView list(Actor actor) {
        return new ModelAndView("assessment/instruments", Map.of("page", new ListPage(instruments.all(), actor.may(Right.CENTRE))));
    }

    @GetMapping("/instruments/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        var edition = instruments.edition(id);
        return page(edition, actor, String.valueOf(edition.from() + 1), Faults.NONE);
    }

    /** The edition as who assesses sees it. */
    @GetMapping("/instruments/{id:\\d+}/preview")
    ModelAndView preview(@PathVariable long id, Actor actor) {
        return new ModelAndView("assessment/preview", page(instruments.edition(id), actor, "", Faults.NONE).getModel());
    }

    private static ModelAndView page(Edition edition, Actor actor, String year, Faults faults) {
        return new ModelAndView("assessment/edition", Map.of("page", new EditionPage(edition, edition.lacks(), actor.may(Right.CENTRE), year, faults)));
    }

    @PostMapping("/instruments/{id:\\d+}/publication")
    @Needs(value = Right.CENTRE, room = "assessment")
    ModelAndView publish(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, "", actor, frame, () -> {
            drafting.publish(actor, id);
            return id;
        });
    }

    @PostMapping("/instruments/{id:\\d+}/closing")
    @Needs(value = Right.CENTRE, room = "assessment")
    ModelAndView close(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, "", actor, frame, () -> {
            drafting.close(actor, id);
            return id;
        });
    }

    @PostMapping("/instruments/{id:\\d+}/copies")
    @Needs(value = Right.CENTRE, room = "assessment")
    ModelAndView copy(@PathVariable long id, @RequestParam(defaultValue = "") String year, Actor actor, @ModelAttribute("frame") Frame frame) {
        String plain = ThaiDate.arabic(year.strip());
        return judged(id, year, actor, frame, () -> drafting.copy(actor, id, plain.matches("2[56]\\d\\d") ? Integer.valueOf(plain) : null));
    }

    /** To the edition that the work answers with, or back with what was refused. */
    private ModelAndView judged(long id, String year, Actor actor, Frame frame, Supplier<Long> work) {
        var edition = instruments.edition(id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> "/instruments/" + work.get(), () -> page(edition, actor, year, faults));
    }
}
