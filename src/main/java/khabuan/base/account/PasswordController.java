package khabuan.base.account;

import java.util.Map;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.access.Sessions;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own new password. */
@Controller
@Needs(Right.READ)
class PasswordController {

    private final Accounts accounts;

    PasswordController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/me/password")
    ModelAndView form(Actor actor) {
        return page(actor, Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/me/password")
    ModelAndView change(@RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String repeated,
                        @ModelAttribute("frame") Frame frame, Actor actor) {
        try {
            accounts.changePassword(actor, Sessions.current(), before, password, repeated);
            return new ModelAndView("redirect:/me");
        } catch (Refusal.Thrown refused) {
            return page(actor, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(Actor actor, Faults faults, HttpStatus status) {
        return new ModelAndView("account/password", Map.of("page", new PasswordPage(accounts.get(actor.accountId()).mustChangePassword(), faults)), status);
    }
}
