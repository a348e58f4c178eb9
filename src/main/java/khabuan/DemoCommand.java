package khabuan;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the web side on simulated records, which it makes on the first start. */
@Command(name = "demo", description = "Runs Khabuan on simulated records at national scale; the first start on an empty KHABUAN_HOME makes them.", mixinStandardHelpOptions = true)
class DemoCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--books", paramLabel = "FUNDS", defaultValue = "300", description = "How many welfare funds keep their books here, with all of their members; \"all\" for six million members, which takes long and several gigabytes (default: ${DEFAULT-VALUE}).")
    String books;

    @Override
    public Integer call() throws Exception {
        if (!books.matches("all|\\d{1,4}")) throw new ParameterException(spec.commandLine(), "--books takes a number of funds, or \"all\", not \"" + books + "\".");
        RunCommand.serve(RunCommand.homePath(), "--khabuan.demonstration=true", "--khabuan.books=" + books);
        return 0;
    }
}
