package khabuan;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the web side on simulated records, which it makes on the first start. */
@Command(name = "demo", description = "Runs Khabuan on simulated records at national scale; the first start on an empty KHABUAN_HOME makes them.", mixinStandardHelpOptions = true)
class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        RunCommand.serve(RunCommand.homePath(), "--khabuan.demonstration=true");
        return 0;
    }
}
