package khabuan.base.account;

import java.util.Locale;
import java.util.Set;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.base.text.Bundles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts from the terminal of the server: the first administrator is made here. */
@Command(name = "user", description = "Adds, resets and lists the people who use the system.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "add|reset|list")
public class UserCommand implements Runnable {

    private final House house;

    @Spec
    CommandSpec spec;

    UserCommand(House house) {
        this.house = house;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "add", description = "Adds a person and prints the first password, which must be changed at the first sign-in.", mixinStandardHelpOptions = true)
    void add(@Parameters(paramLabel = "NAME", description = "The name to sign in with: small letters, digits, . _ -") String name,
             @Option(names = "--full-name", paramLabel = "TEXT", description = "The person's name (default: NAME).") String fullName,
             @Option(names = "--role", required = true, paramLabel = "ROLE", description = "administrator, centre-officer, regional-officer, recorder, executive, auditor or community.") String role,
             @Option(names = "--scope", defaultValue = "country", paramLabel = "PLACE", description = "The area, as people write it (ขอนแก่น, \"อ.ภูผาม่าน จ.ขอนแก่น\") or without doubt: country, region:NE, province:40, district:4001, unit:CODE (default: ${DEFAULT-VALUE}).") String scope,
             @Option(names = "--rooms", split = ",", paramLabel = "ROOM", description = "Only these rooms: council,organisation (default: all that the role opens).") Set<String> rooms) {
        told(() -> {
            var place = house.get(Scopes.class).read(scope);
            var details = new Account.Details(name, fullName == null ? name : fullName, role(role), place.level().word(), Scopes.code(place), rooms == null ? Set.of() : rooms);
            String first = house.get(Accounts.class).add(Actor.commandLine().author(), details);
            spec.commandLine().getOut().printf("Added %s, area: %s (%s). The first password, shown only now: %s%n", name, place.title(), Scopes.value(place), first);
        });
    }

    @Command(name = "reset", description = "Gives a person a new first password, unlocks the account and ends its sessions.", mixinStandardHelpOptions = true)
    void reset(@Parameters(paramLabel = "NAME") String name) {
        told(() -> {
            var accounts = house.get(Accounts.class);
            var account = accounts.find(name).orElseThrow(() -> new Refused("There is no account " + name + ": ./khabuan user list shows them."));
            spec.commandLine().getOut().printf("The new first password of %s, shown only now: %s%n", name, accounts.reset(Actor.commandLine().author(), account.id()));
        });
    }

    @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
    void list() {
        var out = spec.commandLine().getOut();
        for (var a : house.get(Accounts.class).all())
            out.printf("%-24s %-17s %-14s %-9s %s%n", a.name(), word(a.role()), a.scopeCode().isEmpty() ? "country" : a.scopeLevel() + ":" + a.scopeCode(),
                    a.isDisabled() ? "disabled" : a.mustChangePassword() ? "new" : "", a.fullName());
        out.flush();
    }

    /** What the rules refuse, in words. */
    private void told(Runnable work) {
        try {
            work.run();
            spec.commandLine().getOut().flush();
        } catch (Refusal.Thrown refused) {
            throw new Refused(house.get(Bundles.class).in(Locale.ENGLISH).t(refused.refusal().key(), refused.values()));
        }
    }

    private static Role role(String word) {
        try {
            var role = Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (role != Role.PUBLIC) return role;
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw new Refused("There is no role " + word + ": choose administrator, centre-officer, regional-officer, recorder, executive, auditor or community.");
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
