package khabuan.base.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import khabuan.base.access.Actor;
import khabuan.base.access.Ceremony;
import khabuan.base.access.Needs;
import khabuan.base.access.Passkeys;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.access.Sessions;
import khabuan.base.page.Frame;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Passkeys: made on one's own page, and used at the door. The script passkey.js speaks to these. */
@Controller
@Needs(Right.READ)
class PasskeyController {

    private final Ceremony ceremony;
    private final Passkeys passkeys;
    private final Sessions sessions;

    PasskeyController(Ceremony ceremony, Passkeys passkeys, Sessions sessions) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    @PostMapping("/me/passkeys/question")
    ResponseEntity<String> making(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremony.making(request));
    }

    @PostMapping("/me/passkeys")
    ResponseEntity<String> make(@RequestParam(defaultValue = "") String label, @RequestBody(required = false) String answer, @ModelAttribute("frame") Frame frame,
                                HttpServletRequest request, Actor actor) {
        try {
            ceremony.make(request, actor, label, answer == null ? "" : answer);
            return ResponseEntity.ok("/me");
        } catch (Refusal.Thrown refused) {
            return words(frame, refused);
        }
    }

    @PostMapping("/me/passkeys/{id}/withdrawal")
    String withdraw(@PathVariable long id, Actor actor) {
        passkeys.withdraw(actor, id);
        return "redirect:/me";
    }

    @PostMapping("/sign-in/passkey/question")
    @Needs(Right.READ_OPEN)
    ResponseEntity<String> entering(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremony.entering(request));
    }

    @PostMapping("/sign-in/passkey")
    @Needs(Right.READ_OPEN)
    ResponseEntity<String> enter(@RequestParam(defaultValue = "/") String to, @RequestBody(required = false) String answer, @ModelAttribute("frame") Frame frame,
                                 HttpServletRequest request, HttpServletResponse response) {
        try {
            sessions.begin(request, response, ceremony.enter(request, answer == null ? "" : answer), "passkey");
            return ResponseEntity.ok(Ours.path(to));
        } catch (Refusal.Thrown refused) {
            return words(frame, refused);
        }
    }

    private static ResponseEntity<String> words(Frame frame, Refusal.Thrown refused) {
        return ResponseEntity.unprocessableContent().contentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8)).body(frame.t(refused.refusal().key()));
    }
}
