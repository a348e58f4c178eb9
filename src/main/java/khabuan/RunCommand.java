package khabuan;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import khabuan.base.store.Home;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/** Runs the web side until it is stopped. */
@Command(name = "run", description = "Runs Khabuan on KHABUAN_PORT (8080) with the data in KHABUAN_HOME (~/.khabuan).", mixinStandardHelpOptions = true)
class RunCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        serve(homePath());
        return 0;
    }

    static Path homePath() {
        var home = System.getenv("KHABUAN_HOME");
        return Path.of(home != null && !home.isBlank() ? home : System.getProperty("user.home") + "/.khabuan");
    }

    /** Opens the house with its web side and stays until the process is told to end. */
    static void serve(Path home, String... settings) throws InterruptedException {
        var lock = new Home(home).lockForServer();
        var application = new SpringApplication(Khabuan.class);
        application.setLogStartupInfo(false);
        var context = application.run(settings);
        System.out.println("Khabuan is open at http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        var closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) closed.countDown();
        });
        closed.await();
        if (!lock.isValid()) throw new IllegalStateException("The lock on " + home + " was lost.");
    }
}
