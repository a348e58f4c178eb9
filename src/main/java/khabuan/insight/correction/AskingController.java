package khabuan.insight.correction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** For everybody: to say that something is wrong, and to see what became of it. */
@Controller
@Needs(Right.READ_OPEN)
class AskingController {

    private final Corrections corrections;
    private final Subjects subjects;
    private final Robots robots;

    AskingController(Corrections corrections, Subjects subjects, Robots robots) {
        this.corrections = corrections;
        this.subjects = subjects;
        this.robots = robots;
    }

    @GetMapping("/corrections/new")
    ModelAndView form(@RequestParam(defaultValue = "") String about, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return form(subjects.find(about, actor, frame.words()), "", "", actor.isSignedIn() ? "" : robots.seal(), actor, Faults.NONE);
    }

    private static ModelAndView form(Subject subject, String words, String contact, String seal, Actor actor, Faults faults) {
        long megabytes = (actor.isSignedIn() ? Vault.LIMIT : Attachments.OF_THE_PUBLIC) >> 20;
        return new ModelAndView("correction/new", Map.of("page", new CorrectionPages.Form(subject, words, contact, seal, megabytes, faults)));
    }

    /** @param website the field that people don't see */
    @PostMapping("/corrections")
    ModelAndView ask(@RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String contact,
                     @RequestParam(defaultValue = "") String seal, @RequestParam(defaultValue = "") String website, @RequestParam(required = false) MultipartFile file,
                     Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var subject = subjects.find(about, actor, frame.words());
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            robots.demandPerson(actor, seal, website);
            String token = corrections.ask(actor, subject, words, contact, Attachments.Sent.of(file));
            return token.isEmpty() ? "/corrections/mine?asked" : "/corrections/track/" + token + "?asked";
        }, () -> form(subject, words, contact, again(actor, seal, faults), actor, faults));
    }

    /** The form keeps the moment at which it was opened, unless that was too long ago. */
    private String again(Actor actor, String seal, Faults faults) {
        try {
            robots.demandPerson(actor, seal, "");
            return seal;
        } catch (Refusal.Thrown refused) {
            return refused.refusal() == CorrectionRefusal.TOO_FAST ? seal : robots.seal();
        }
    }

    /** What became of a request of the public, without a word of who asked and how to reach them. */
    @GetMapping("/corrections/track/{token}")
    ModelAndView follow(@PathVariable String token, @RequestParam(required = false) String asked, HttpServletRequest request, HttpServletResponse response,
                        @ModelAttribute(name = "frame", binding = false) Frame frame) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        return corrections.followed(token)
                .map(found -> new ModelAndView("correction/track", Map.of("page", new CorrectionPages.Tracked(found, request.getRequestURL().toString(), asked != null))))
                .orElseGet(() -> new ModelAndView("web/error", Map.of("message", frame.t("correction.track-unknown")), HttpStatus.NOT_FOUND));
    }

    @GetMapping("/corrections/mine")
    @Needs(Right.READ)
    ModelAndView mine(@RequestParam(required = false) String asked, Actor actor) {
        return new ModelAndView("correction/mine", Map.of("page", new CorrectionPages.Mine(corrections.of(actor), actor.may(Right.RECORD), asked != null)));
    }
}
