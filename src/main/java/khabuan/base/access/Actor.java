package khabuan.base.access;

import java.util.Set;
import khabuan.base.record.Author;

/** Who is asking: handed to every handler and use case that acts for a person.
 *  @param accountId null for the public and for the command line
 *  @param scopeLevel "country", "region", "province", "district" or "unit"
 *  @param scopeCode the code of that place; "" for the country
 *  @param rooms the rooms that are the person's ("council", "organisation", …); empty for all that the role opens */
public record Actor(Long accountId, String name, String fullName, Role role, String scopeLevel, String scopeCode, Set<String> rooms, String address) {

    public static Actor publicAt(String address) {
        return new Actor(null, "public", "", Role.PUBLIC, "country", "", Set.of(), address);
    }

    /** The person at the terminal of the server: may do everything. */
    public static Actor commandLine() {
        return new Actor(null, "command line", "", Role.ADMINISTRATOR, "country", "", Set.of(), "command line");
    }

    public boolean may(Right right) {
        return role.may(right);
    }

    public boolean mayEnter(String room) {
        return room.isEmpty() || rooms.isEmpty() || rooms.contains(room);
    }

    public boolean isSignedIn() {
        return role != Role.PUBLIC;
    }

    /** The person's name where it is known, else the account's: as papers and pages tell who did something. */
    public String signature() {
        return fullName.isEmpty() ? name : fullName;
    }

    public Author author() {
        return new Author(accountId, name, address);
    }
}
