package khabuan.base.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.access.Account;
import khabuan.base.access.Role;
import khabuan.base.place.Place;

/** What an administrator fills in about an account.
 *  @param scope the area that was chosen: "country", "region:NE", "province:40", "district:4001", "unit:CODE"; "" for none
 *  @param place what was typed of the area
 *  @param rooms the rooms, with commas between; "" for all that the role opens
 *  @param version of the account as it was opened; 0 for a new one */
public record AccountForm(String name, String fullName, String role, String scope, String place, String rooms, String reason, int version) {

    static final AccountForm EMPTY = new AccountForm("", "", Role.RECORDER.name(), "", "", "", "", 0);

    public AccountForm {
        name = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        fullName = fullName == null ? "" : fullName.strip();
        role = role == null || role.equals(Role.PUBLIC.name()) || Arrays.stream(Role.values()).map(Role::name).noneMatch(role::equals) ? Role.RECORDER.name() : role;
        scope = scope == null ? "" : scope.strip();
        place = place == null ? "" : place.strip();
        rooms = rooms == null ? "" : rooms.strip();
        reason = reason == null ? "" : reason.strip();
    }

    static AccountForm of(Account account) {
        String scope = account.scopeCode().isEmpty() ? "country" : account.scopeLevel() + ":" + account.scopeCode();
        return new AccountForm(account.name(), account.fullName(), account.role().name(), scope, "", account.rooms().stream().sorted().collect(Collectors.joining(", ")), "", account.version());
    }

    public boolean opens(String room) {
        return named().contains(room);
    }

    private Set<String> named() {
        return Arrays.stream(rooms.split("[,\\s]+")).filter(r -> !r.isEmpty()).collect(Collectors.toSet());
    }

    Account.Details details(Place place) {
        return new Account.Details(name, fullName, Role.valueOf(role), place.level().word(), Scopes.code(place), named());
    }
}
