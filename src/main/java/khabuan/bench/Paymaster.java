package khabuan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import khabuan.base.access.Refusal;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Gathers payments into a batch, says "made" and its number, and releases it each time it is told to by a line: it answers "released", or "refused" and why. A process of its own, to be killed.
 *  Takes the number of payments, and the number of a batch to release that is there, or 0. */
public final class Paymaster {

    private Paymaster() {}

    /** The house lies above this room, and is named as {@link Served} names it. */
    public static void main(String[] arguments) throws ClassNotFoundException, IOException {
        try (var house = new SpringApplicationBuilder(Class.forName("khabuan.Khabuan")).web(WebApplicationType.NONE).lazyInitialization(true).run()) {
            var payments = house.getBean(BenchPayments.class);
            long asked = Long.parseLong(arguments[1]);
            long batch = asked == 0 ? payments.gather(Integer.parseInt(arguments[0])) : asked;
            System.out.println("made " + batch);
            var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (orders.readLine() != null) System.out.println(release(payments, batch));
        }
    }

    private static String release(BenchPayments payments, long batch) {
        try {
            payments.release(batch);
            return "released";
        } catch (Refusal.Thrown e) {
            return "refused " + e.refusal();
        }
    }
}
