package khabuan.base.account;

import java.util.Map;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Origin;
import khabuan.base.access.Passkeys;
import khabuan.base.access.Right;
import khabuan.base.access.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's own account: what they may do, and where they are signed in. */
@Controller
@Needs(Right.READ)
class MeController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Scopes scopes;
    private final Passkeys passkeys;
    private final Origin origin;

    MeController(Accounts accounts, Sessions sessions, Scopes scopes, Passkeys passkeys, Origin origin) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.scopes = scopes;
        this.passkeys = passkeys;
        this.origin = origin;
    }

    @GetMapping("/me")
    ModelAndView me(Actor actor) {
        var account = accounts.get(actor.accountId());
        return new ModelAndView("account/me", Map.of("page", new MePage(account, scopes.title(account.scopeLevel(), account.scopeCode()),
                sessions.of(account.id(), Sessions.current()), passkeys.of(account.id()), origin.host())));
    }

    @PostMapping("/me/sessions/{id}/end")
    String end(@PathVariable long id, Actor actor) {
        sessions.end(actor.author(), actor.accountId(), id);
        return "redirect:/me";
    }
}
