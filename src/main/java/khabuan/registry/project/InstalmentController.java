package khabuan.registry.project;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An instalment on its way: inspected and requested by who records, checked by who certifies, approved by who pays. Its forms stand on the project's page. */
@Controller
@Needs(value = Right.RECORD, room = "project")
class InstalmentController {

    private final Instalments instalments;
    private final ProjectDesk desk;

    InstalmentController(Instalments instalments, ProjectDesk desk) {
        this.instalments = instalments;
        this.desk = desk;
    }

    private ModelAndView answer(long id, Typed typed, Faults faults, Actor actor, Frame frame, Runnable work) {
        return desk.answer(instalments.at(actor, id).project(), typed, faults, actor, frame, work);
    }

    /** An instalment stands on the page of its project. */
    @GetMapping("/instalments/{id:\\d+}")
    @Needs(value = Right.READ, room = "project")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return new ModelAndView("redirect:/projects/" + instalments.at(actor, id).project() + "#instalments");
    }

    @PostMapping("/instalments/{id:\\d+}/inspections")
    ModelAndView inspect(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = new Typed("inspect", sent);
        var day = typed.day(faults, "heldOn");
        return answer(id, typed, faults, actor, frame, () -> instalments.inspect(actor, id, sent.getOrDefault("key", ""), day, typed.of("inspectors"), !typed.of("passed").equals("no"), typed.of("note")));
    }

    @PostMapping("/instalments/{id:\\d+}/request")
    ModelAndView request(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, new Typed("request", sent), new Faults(frame.words()), actor, frame, () -> instalments.request(actor, id, sent.getOrDefault("key", "")));
    }

    @PostMapping("/instalments/{id:\\d+}/check")
    @Needs(value = Right.CERTIFY, room = "project")
    ModelAndView check(@PathVariable long id, @RequestParam(defaultValue = "0") int version, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, new Typed("check", Map.of()), new Faults(frame.words()), actor, frame, () -> instalments.check(actor, id, version));
    }

    @PostMapping("/instalments/{id:\\d+}/approval")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView approve(@PathVariable long id, @RequestParam(defaultValue = "0") int version, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, new Typed("approve", Map.of()), new Faults(frame.words()), actor, frame, () -> instalments.approve(actor, id, version));
    }

    /** By who checks or approves, as the rule says. */
    @PostMapping("/instalments/{id:\\d+}/refusal")
    @Needs(value = Right.READ, room = "project")
    ModelAndView refuse(@PathVariable long id, @RequestParam(defaultValue = "0") int version, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("refuse", sent);
        return answer(id, typed, new Faults(frame.words()), actor, frame, () -> instalments.refuse(actor, id, version, typed.of("reason")));
    }

    /** A payment that has not left is given up. */
    @PostMapping("/instalments/{id:\\d+}/withdrawal")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView withdraw(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("withdraw", sent);
        return answer(id, typed, new Faults(frame.words()), actor, frame, () -> instalments.withdraw(actor, id, typed.of("reason")));
    }

    /** Another payment in the place of one that the bank refused. */
    @PostMapping("/instalments/{id:\\d+}/payment")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView payAgain(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, new Typed("again", Map.of()), new Faults(frame.words()), actor, frame, () -> instalments.payAgain(actor, id));
    }
}
