package khabuan.base.access;

import java.util.Set;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a person of the cast be the one who asks in a test of pages. */
public final class SignIn {

    private SignIn() {}

    public static RequestPostProcessor as(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.user(new SignedIn(actor.accountId(), actor.name(), actor.fullName(), actor.role(), actor.scopeLevel(), actor.scopeCode(),
                Set.copyOf(actor.rooms()), "", false, false, false));
    }
}
