package khabuan.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times work: some rounds to warm up, then the median and the 95th percentile of the rest. */
final class Clockwork {

    private final PrintWriter out;
    private final int rounds;

    Clockwork(PrintWriter out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /** Tells how long the work takes, in milliseconds, after what each round has to make ready.
     *  @param target in milliseconds; 0 for none
     *  @return the median */
    double time(String what, double target, Runnable ready, Supplier<?> work) {
        var times = new double[rounds];
        for (int i = -rounds / 3; i < rounds; i++) {
            ready.run();
            long began = System.nanoTime();
            work.get();
            if (i >= 0) times[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        double median = times[rounds / 2];
        out.printf("  %-72s %9.2f ms  (95 %%: %.2f)%s%n", what, median, times[(int) (rounds * 0.95)], target == 0 ? "" : "  target %.0f: %s".formatted(target, median <= target ? "met" : "missed"));
        out.flush();
        return median;
    }
}
