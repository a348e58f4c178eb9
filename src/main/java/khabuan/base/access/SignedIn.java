package khabuan.base.access;

import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A signed-in person as the security context holds one, for the length of a request: read anew each time, so that what an administrator changes holds at once.
 *  @param session the session's number; null where there is none (tests) */
record SignedIn(long accountId, String name, String fullName, Role role, String scopeLevel, String scopeCode, Set<String> rooms, boolean mustChangePassword,
                Long session) implements AuthenticatedPrincipal {

    Actor actor(String address) {
        return new Actor(accountId, name, fullName, role, scopeLevel, scopeCode, rooms, address);
    }

    @Override
    public String getName() {
        return name;
    }
}
