package khabuan.base.audit;

import khabuan.base.store.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The log from the terminal of the server. */
@Command(name = "log", description = "Verifies the chain over the log.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "verify")
public class LogCommand implements Runnable {

    private final House house;

    @Spec
    CommandSpec spec;

    LogCommand(House house) {
        this.house = house;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "verify", description = "Seals the lines that wait and verifies the whole chain. Ends with 1 when a line was changed, taken out or left out.", mixinStandardHelpOptions = true)
    int verify(@Option(names = "--noted", paramLabel = "SEAL", description = "A seal noted at an earlier time, which must still stand: 1234:9f86…") String noted) {
        var out = spec.commandLine().getOut();
        var chain = house.get(Chain.class);
        var verification = chain.verify();
        verification.faults().forEach(f -> out.printf("%s: %s%s%n", f.fault(), f.line() == null ? "" : "line " + f.line() + " ", f.sealNumber() == null ? "" : "seal " + f.sealNumber()));
        boolean stands = noted == null || chain.stands(noted);
        if (!stands) out.printf("The noted seal %s does not stand in the chain: it was written anew.%n", noted);
        out.printf("%d lines are sealed, %d faults. The last seal, to be noted elsewhere: %s%n", verification.lines(), verification.faults().size(), verification.head());
        out.flush();
        return verification.isWhole() && stands ? 0 : 1;
    }
}
