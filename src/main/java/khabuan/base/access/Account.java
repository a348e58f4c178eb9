package khabuan.base.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** An account as it is now.
 *  @param scopeCode "" for the country
 *  @param rooms empty for all that the role opens
 *  @param lastSeen null when never signed in
 *  @param disabledOn null while it may be used */
public record Account(long id, int version, String name, String fullName, Role role, String scopeLevel, String scopeCode, Set<String> rooms,
                      boolean mustChangePassword, Instant lastSeen, LocalDate disabledOn) {

    public boolean isDisabled() {
        return disabledOn != null;
    }

    /** The person as one who asks. @param address where from; "" when nobody came */
    public Actor actor(String address) {
        return new Actor(id, name, fullName, role, scopeLevel, scopeCode, rooms, address);
    }

    /** What an administrator decides about an account. */
    public record Details(String name, String fullName, Role role, String scopeLevel, String scopeCode, Set<String> rooms) {}
}
