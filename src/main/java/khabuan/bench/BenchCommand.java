package khabuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures in a home that is made for it and removed afterwards, so that no record is touched. */
@Command(name = "bench", description = "Measures how fast the house is, each figure beside a lower bound in plain SQL.", mixinStandardHelpOptions = true)
public class BenchCommand implements Callable<Integer> {

    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which benches to run (default: all).")
    List<String> names;
    @Option(names = "--demonstration", description = "Only those benches that need the records of the demonstration, which are made first; without it, only the others.")
    boolean demonstration;
    @Option(names = "--home", paramLabel = "DIRECTORY", description = "A directory to work in, which must not exist yet; it is removed afterwards (default: a temporary one).")
    Path home;

    BenchCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws Exception {
        var scratch = scratch();
        System.setProperty("khabuan.home", scratch.toString());
        System.setProperty("khabuan.database-url", "");
        System.setProperty("khabuan.demonstration", Boolean.toString(demonstration));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(scratch)));
        for (var bench : wanted()) {
            spec.commandLine().getOut().println(bench.name());
            bench.run(spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private Path scratch() throws IOException {
        if (home == null) return Files.createTempDirectory("khabuan-bench");
        if (Files.exists(home)) throw new Refused("The directory " + home + " is there already: name one that isn't.");
        return Files.createDirectories(home);
    }

    private List<Bench> wanted() {
        var all = house.get(Benches.class).all().stream().filter(b -> b.needsRecords() == demonstration).toList();
        if (names == null || names.isEmpty()) return all;
        return names.stream().map(name -> all.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow(() -> new Refused(
                "There is no bench " + name + (demonstration ? "" : " without --demonstration") + ": choose " + all.stream().map(Bench::name).collect(Collectors.joining(", ")) + "."))).toList();
    }

    private static void remove(Path home) {
        try (var all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("The directory " + home + " of the bench could not be removed: " + e.getMessage());
        }
    }
}
