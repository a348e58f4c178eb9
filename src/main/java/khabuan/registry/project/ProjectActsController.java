package khabuan.registry.project;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done to a project on its page: submitted, contracted, closed, paid to which account, taken back from. What is refused comes back at the form that was sent. */
@Controller
@Needs(value = Right.RECORD, room = "project")
class ProjectActsController {

    private final Projects projects;
    private final Endings endings;
    private final ProjectAccount accounts;
    private final ProjectDesk desk;

    ProjectActsController(Projects projects, Endings endings, ProjectAccount accounts, ProjectDesk desk) {
        this.projects = projects;
        this.endings = endings;
        this.accounts = accounts;
        this.desk = desk;
    }

    @PostMapping("/projects/{id:\\d+}/submission")
    ModelAndView submit(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.answer(id, new Typed("submit", Map.of()), new Faults(frame.words()), actor, frame, () -> projects.submit(actor, id));
    }

    @PostMapping("/projects/{id:\\d+}/contract")
    ModelAndView contract(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.answer(id, new Typed("contract", Map.of()), new Faults(frame.words()), actor, frame, () -> projects.contract(actor, id));
    }

    @PostMapping("/projects/{id:\\d+}/account")
    ModelAndView account(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("account", sent);
        return desk.answer(id, typed, new Faults(frame.words()), actor, frame, () -> accounts.enter(actor, id, typed.of("name"), typed.of("bank"), typed.of("number")));
    }

    /** Shows the whole number of the account, once. */
    @PostMapping("/projects/{id:\\d+}/account/reading")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView read(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return new ModelAndView("project/record", "page", desk.page(id, actor, frame, Faults.NONE, new Typed("read", Map.of()), accounts.read(actor, id)));
    }

    @PostMapping("/projects/{id:\\d+}/closing")
    @Needs(value = Right.CERTIFY, room = "project")
    ModelAndView close(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.answer(id, new Typed("closing", Map.of()), new Faults(frame.words()), actor, frame, () -> endings.close(actor, id));
    }

    @PostMapping("/projects/{id:\\d+}/cancellation")
    @Needs(value = Right.CERTIFY, room = "project")
    ModelAndView cancel(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("cancel", sent);
        return desk.answer(id, typed, new Faults(frame.words()), actor, frame, () -> endings.cancel(actor, id, typed.of("reason")));
    }

    /** By who certifies or pays, as the rule says. */
    @PostMapping("/projects/{id:\\d+}/returns")
    @Needs(value = Right.READ, room = "project")
    ModelAndView takeBack(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = new Typed("return", sent);
        var day = typed.day(faults, "on");
        return desk.answer(id, typed, faults, actor, frame, () -> projects.takeBack(actor, sent.getOrDefault("key", ""), id, typed.baht("amount"), day, typed.of("reason")));
    }
}
