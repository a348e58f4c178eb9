package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import khabuan.base.store.Home;
import org.springframework.stereotype.Component;

/** A server that sends 1,000 e-mails and a clerk that prints 3,000 letters are killed with their database (SIGKILL) in the moment in which a letter has just been taken by the mail server, and the server twice more:
 *  after the last start each number of a letter is used once, each letter printed once, each e-mail taken once at most, and what may have been taken is known. It fails otherwise. */
@Component
class EnduranceBench implements Bench {

    private static final int LETTERS = 3000, MAILS = 1000, KILLS = 3;
    private final Home home;

    EnduranceBench(Home home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "endurance";
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        var place = home.path().resolve("endurance");
        try (var postbox = new Postbox()) {
            var mail = Map.of("KHABUAN_SMTP_URL", postbox.url(), "KHABUAN_SMTP_FROM", "khabuan@example.go.th");
            var server = Served.open("run", place, mail);
            var clerk = Served.process("khabuan.bench.Clerk", place, mail, Integer.toString(LETTERS), Integer.toString(MAILS)).start();
            Thread.startVirtualThread(() -> clerk.inputReader().lines().forEach(line -> {}));
            for (int kill = 1; kill <= KILLS; kill++) {
                while (postbox.taken().size() < MAILS * kill / (KILLS + 1)) {
                    LockSupport.parkNanos(20_000);
                    demand(kill > 1 || clerk.isAlive(), "the clerk was ready before it was killed, or could not begin");
                }
                server.kill();
                kill(clerk.toHandle());
                killDatabase(place);
                int taken = postbox.taken().size();
                server = Served.open("run", place, mail);
                out.printf("  killed with %,d of %,d e-mails taken; open again after %.1f s, with %s letters printed%n", taken, MAILS, server.seconds(), ask(place, "select count(*) from letter_copy"));
                out.flush();
            }
            while (!ask(place, "select count(*) from message_delivery, pg_sleep(0.2) where state = 'waiting'").equals("0")) LockSupport.parkNanos(1_000_000);
            while (!ask(place, "select count(*) from letter t, pg_sleep(0.2) where not exists (select from letter_copy k where k.letter_id = t.id)").equals("0")) LockSupport.parkNanos(1_000_000);
            tell(out, place, postbox);
            server.close();
            killDatabase(place);
        }
    }

    private static void tell(PrintWriter out, Path place, Postbox postbox) throws Exception {
        var letters = ask(place, "select count(*) || ' letters, numbers ' || min(number) || ' to ' || max(number) || ', ' || count(distinct number) || ' different' from letter");
        var copies = ask(place, "select count(*) || ' copies of ' || count(distinct letter_id) || ' letters in ' || count(distinct file_id) || ' files' from letter_copy");
        int taken = postbox.taken().size(), different = new HashSet<>(postbox.taken()).size();
        int uncertain = Integer.parseInt(ask(place, "select count(*) from message_delivery where state = 'uncertain'")), sent = Integer.parseInt(ask(place, "select count(*) from message_delivery where state = 'sent'"));
        out.printf("  %s; %s%n  %,d e-mails taken, %,d different; %,d marked as sent, %,d uncertain (of at most %d: one for each kill)%n", letters, copies, taken, different, sent, uncertain, KILLS);
        demand(letters.equals("%1$d letters, numbers 1 to %1$d, %1$d different".formatted(LETTERS)) && copies.equals("%1$d copies of %1$d letters in %1$d files".formatted(LETTERS)), "a letter is missing or double");
        demand(taken == different, "an e-mail was taken twice");
        demand(sent + uncertain == MAILS && taken >= sent && taken <= sent + uncertain && uncertain <= KILLS, "an e-mail is lost");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException("It did not endure: " + otherwise + ".");
    }

    private static Path postmaster(Path place) {
        return place.resolve("postgres/postmaster.pid");
    }

    private static String ask(Path place, String sql) throws IOException, SQLException {
        try (var connection = connection(place); var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** To the database of a home that is open. */
    static Connection connection(Path place) throws IOException, SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + Files.readAllLines(postmaster(place)).get(3).strip() + "/khabuan?user=postgres&options=-csearch_path=present,public");
    }

    static void killDatabase(Path place) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster(place)).getFirst().strip())).ifPresent(EnduranceBench::kill);
    }

    /** kill -9, of it and of all that it started. */
    static void kill(ProcessHandle process) {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(p -> p.onExit().join());
    }
}
