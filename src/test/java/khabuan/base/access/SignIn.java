package khabuan.base.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a person of the cast be the one who asks in a test of pages: {@code mvc.perform(get("/councils").with(SignIn.as(officerOfTheNorth())))}. */
public final class SignIn {

    private SignIn() {}

    public static RequestPostProcessor as(Actor actor) {
        return as(actor, false);
    }

    /** @param mustChangePassword whether the person has not chosen an own password yet */
    public static RequestPostProcessor as(Actor actor, boolean mustChangePassword) {
        var person = new SignedIn(actor.accountId(), actor.name(), actor.fullName(), actor.role(), actor.scopeLevel(), actor.scopeCode(), actor.rooms(), mustChangePassword, null);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, AuthorityUtils.createAuthorityList("ROLE_" + actor.role().name())));
    }
}
