package khabuan.base.certificate;

import khabuan.base.access.Actor;
import khabuan.base.store.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys of letters from the terminal of the server. */
@Command(name = "letters", description = "Shows and renews the keys that sign the codes of letters.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "keys|rotate-key")
public class LettersCommand implements Runnable {

    private final House house;

    @Spec
    CommandSpec spec;

    LettersCommand(House house) {
        this.house = house;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "keys", description = "Prints the public keys by number; the last one signs.", mixinStandardHelpOptions = true)
    void keys() {
        house.get(LetterKeys.class).published().forEach((id, key) -> spec.commandLine().getOut().println(id + " " + key));
        spec.commandLine().getOut().flush();
    }

    @Command(name = "rotate-key", description = "Makes a new key. A server that is running signs with it at once; letters signed with older keys stay valid.", mixinStandardHelpOptions = true)
    void rotate(@Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the log.") String reason) {
        spec.commandLine().getOut().println(house.get(KeyRenewal.class).renew(Actor.commandLine(), reason));
        spec.commandLine().getOut().flush();
    }
}
