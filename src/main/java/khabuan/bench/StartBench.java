package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import khabuan.base.store.Home;
import org.springframework.stereotype.Component;

/** Starts the programme on a home of its own as the launcher does: the first time, when the records of the demonstration are made, and later ones up to the first
 *  answered page; then the memory it holds after a tour. The lower bound is the start of a Java that only says its version. */
@Component
class StartBench implements Bench {

    private static final int TIMES = 5;
    private final Home home;

    StartBench(Home home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        var place = home.path().resolve("start");
        try (var first = Served.open("demo", place)) {
            tell(out, "first start of the demonstration", first.seconds(), 180, "s");
        }
        var later = new double[TIMES];
        double memory = 0;
        for (int i = 0; i < TIMES; i++) {
            try (var served = Served.open("run", place)) {
                later[i] = served.seconds();
                if (i == TIMES - 1) memory = tour(served);
            }
        }
        Arrays.sort(later);
        tell(out, "start with existing data, to the first answered page (median of " + TIMES + ")", later[TIMES / 2], 6, "s");
        tell(out, "… the slowest", later[TIMES - 1], 0, "s");
        tell(out, "a Java alone, to its version", bare(), 0, "s");
        tell(out, "memory of the server after three tours of its pages", memory, 500, "MB");
    }

    private static double tour(Served served) throws IOException {
        var visitor = new Visitor(served.origin()).signIn("centre");
        for (int i = 0; i < 3; i++) PagesBench.TOUR.forEach(visitor::get);
        return served.megabytes();
    }

    private static double bare() throws IOException, InterruptedException {
        long began = System.nanoTime();
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void tell(PrintWriter out, String what, double figure, double target, String unit) {
        out.printf("  %-72s %9.2f %s%s%n", what, figure, unit, target == 0 ? "" : "  target %.0f: %s".formatted(target, figure <= target ? "met" : "missed"));
        out.flush();
    }
}
