package khabuan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import khabuan.base.store.Home;
import org.springframework.stereotype.Component;

/** Batches of 5,000 payments whose release is killed (SIGKILL) a dozen times, at moments spread over as long as a release takes, each third time with the database: each time the batch is whole or absent,
 *  and released again it is sent once. It fails otherwise. */
@Component
class BatchesBench implements Bench {

    private static final int PAYMENTS = 5_000, KILLS = 12;
    private final Path place;

    BatchesBench(Home home) {
        place = home.path().resolve("batches");
    }

    @Override
    public String name() {
        return "batches";
    }

    @Override
    public void run(PrintWriter out) throws IOException, SQLException {
        long released = 0, batch = 0;
        double whole = 0;
        try (var first = new Master(0)) {
            long began = System.nanoTime();
            first.tell();
            demand(first.hear("released").equals("released"), "the first release was refused");
            whole = (System.nanoTime() - began) / 1e9;
        }
        int absent = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var master = new Master(batch)) {
                master.tell();
                LockSupport.parkNanos((long) (whole * 1.1 * (kill + 0.5) / KILLS * 1e9));
                EnduranceBench.kill(master.process.toHandle());
                if (kill % 3 == 2) EnduranceBench.killDatabase(place);
                batch = master.batch;
            }
            if (standing(batch).equals(BatchStanding.ABSENT)) {
                absent++;
                continue;
            }
            released++;
            once(batch, "refused ALREADY_RELEASED");
            batch = 0;
        }
        if (batch != 0) once(batch, "released");
        EnduranceBench.killDatabase(place);
        out.printf("  a release of %,d payments (%.1f s) killed %d times: %d times nothing was sent, %d times all, never a part; sent again, each payment went once%n", PAYMENTS, whole, KILLS, absent, released);
    }

    private void once(long batch, String first) throws IOException, SQLException {
        try (var master = new Master(batch)) {
            for (var expected : new String[] {first, "refused ALREADY_RELEASED"}) {
                master.tell();
                var heard = master.hear("re");
                demand(heard.equals(expected), "the batch was " + heard);
            }
        }
        demand(standing(batch).equals(BatchStanding.WHOLE), "the batch is not whole");
    }

    /** Once nobody is at it any more: the session of who was killed may have been told to commit. */
    private String standing(long batch) throws IOException, SQLException {
        try (var reached = new Master(batch); var connection = EnduranceBench.connection(place)) {
            connection.createStatement().execute("select from payment_batch where id = " + batch + " for share");
            var standing = BatchStanding.of(connection, place, batch);
            demand(!standing.startsWith("torn"), standing);
            return standing;
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException("It did not endure: " + otherwise + ".");
    }

    /** A paymaster in a process of its own; it starts the database when that was killed. */
    private final class Master implements AutoCloseable {
        final Process process;
        final BufferedReader said;
        final long batch;

        Master(long of) throws IOException {
            process = Served.process("khabuan.bench.Paymaster", place, Map.of(), Integer.toString(PAYMENTS), Long.toString(of)).start();
            said = process.inputReader();
            batch = Long.parseLong(hear("made ").substring("made ".length()));
        }

        void tell() throws IOException {
            process.outputWriter().append("release\n").flush();
        }

        String hear(String word) throws IOException {
            for (String line; (line = said.readLine()) != null; ) if (line.startsWith(word)) return line;
            throw new IllegalStateException("The paymaster ended.");
        }

        @Override
        public void close() {
            EnduranceBench.kill(process.toHandle());
        }
    }
}
