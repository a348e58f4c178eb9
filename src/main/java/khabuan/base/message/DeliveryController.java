package khabuan.base.message;

import java.util.Map;
import java.util.function.BiConsumer;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What could not be delivered, for administrators: send it again, say that it arrived, give it up. */
@Controller
@Needs(Right.ADMINISTER)
class DeliveryController {

    private static final int ON_A_PAGE = 50;
    private final Undelivered undelivered;

    DeliveryController(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    @GetMapping("/messages/undelivered")
    ModelAndView all(@RequestParam(defaultValue = "1") int page) {
        return page(page, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView page(int page, Faults faults, HttpStatus status) {
        var pager = new Pager(page, ON_A_PAGE, undelivered.count(), "/messages/undelivered");
        return new ModelAndView("message/undelivered", Map.of("page", new MessagePages.UndeliveredPage(undelivered.all(ON_A_PAGE, pager.offset()), pager, faults)), status);
    }

    @PostMapping("/messages/undelivered/{id}/sending")
    ModelAndView again(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return settled(undelivered::again, id, actor, frame);
    }

    @PostMapping("/messages/undelivered/{id}/arrival")
    ModelAndView arrived(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return settled(undelivered::arrived, id, actor, frame);
    }

    @PostMapping("/messages/undelivered/{id}/abandonment")
    ModelAndView giveUp(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return settled(undelivered::giveUp, id, actor, frame);
    }

    private ModelAndView settled(BiConsumer<Actor, Long> choice, long id, Actor actor, Frame frame) {
        try {
            choice.accept(actor, id);
            return new ModelAndView("redirect:/messages/undelivered");
        } catch (Refusal.Thrown refused) {
            return page(1, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
