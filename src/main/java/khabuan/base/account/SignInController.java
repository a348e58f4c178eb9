package khabuan.base.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.Origin;
import khabuan.base.access.Refusal;
import khabuan.base.access.RemoteAddress;
import khabuan.base.access.Right;
import khabuan.base.access.Sessions;
import khabuan.base.access.SigningIn;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front door: in with a name and password, and out. */
@Controller
@Needs(Right.READ_OPEN)
class SignInController {

    private final SigningIn signIn;
    private final Sessions sessions;
    private final Origin origin;
    private final DemonstrationNames names;

    SignInController(SigningIn signIn, Sessions sessions, Origin origin, DemonstrationNames names) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.origin = origin;
        this.names = names;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "/") String to, @ModelAttribute("frame") Frame frame) {
        return page("", to, Faults.NONE, frame, HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "/") String to,
                        @ModelAttribute("frame") Frame frame, HttpServletRequest request, HttpServletResponse response) {
        try {
            sessions.begin(request, response, signIn.byPassword(name, password, RemoteAddress.of(request)), "password");
            return new ModelAndView("redirect:" + Ours.path(to));
        } catch (Refusal.Thrown refused) {
            return page(name, to, new Faults(frame.words()).add(refused), frame, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(String name, String to, Faults faults, Frame frame, HttpStatus status) {
        var shown = frame.demonstration() ? names.all() : List.<SignInPage.Known>of();
        return new ModelAndView("account/sign-in", Map.of("page", new SignInPage(name, Ours.path(to), origin.host(), faults, shown)), status);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/";
    }
}
