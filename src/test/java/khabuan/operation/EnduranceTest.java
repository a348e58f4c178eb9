package khabuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import khabuan.bench.BatchStanding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One home through a hard day, in the order in which it happens. */
@DisplayName("A running Khabuan")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnduranceTest {

    @TempDir
    static Path folder;
    private static final int LETTERS = 300, MAILS = 200;
    private static Path home;
    private static GreenMail post;
    private static Programme server;
    private static int port;

    @BeforeAll
    static void open() {
        home = folder.resolve("home");
        post = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        post.start();
        server = run();
        port = Integer.parseInt(server.awaitLine("is open at").replaceAll(".*:(\\d+).*", "$1"));
    }

    @AfterAll
    static void close() {
        server.close();
        post.stop();
    }

    private static Programme run() {
        return Programme.startMain("khabuan.Khabuan", home, 0, mail(), "run");
    }

    private static Map<String, String> mail() {
        return Map.of("KHABUAN_SMTP_URL", "smtp://localhost:" + post.getSmtp().getPort(), "KHABUAN_SMTP_FROM", "khabuan@example.go.th");
    }

    @Test
    @Order(1)
    @DisplayName("refuses a second one on its home, in one sentence")
    void secondOnTheSameHome() {
        try (var second = Programme.start(home, 0, "run")) {
            assertThat(second.toItsEnd().strip()).startsWith("Another Khabuan is already running on").doesNotContain("\n");
            assertThat(second.exitCode()).isEqualTo(2);
        }
    }

    @Test
    @Order(2)
    @DisplayName("leaves its port to nobody else, who is told so in one sentence")
    void takenPort() {
        try (var other = Programme.start(folder.resolve("other"), port, "run")) {
            assertThat(other.toItsEnd().strip()).isEqualTo("Port " + port + " is taken: stop what uses it, or set KHABUAN_PORT to another.");
            assertThat(other.exitCode()).isEqualTo(2);
        }
    }

    @Test
    @Order(3)
    @DisplayName("can't live in a home that is no directory, and says what to do")
    void homeIsAFile() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));
        try (var other = Programme.start(file, 0, "run")) {
            assertThat(other.toItsEnd().strip()).contains("set KHABUAN_HOME to a directory that you may write").doesNotContain("\n");
        }
    }

    @Test
    @Order(4)
    @DisplayName("lets the command line work beside it, on the same records")
    void commandLineBesideTheServer() {
        try (var command = Programme.start(home, 0, "measure", "units", "--format", "csv")) {
            assertThat(command.toItsEnd()).contains("TH,");
            assertThat(command.exitCode()).isZero();
        }
    }

    @Test
    @Order(5)
    @DisplayName("loses nothing that was acknowledged when everything is killed at once (kill -9)")
    void killedInTheMiddle() throws Exception {
        var acknowledged = new ArrayList<String>();
        try (var recorder = Programme.startMain("khabuan.operation.Recorder", home, 0); var clerk = Programme.startMain("khabuan.bench.Clerk", home, 0, mail(), LETTERS + "", MAILS + "")) {
            clerk.awaitLine("enough");
            while (acknowledged.size() < 150) acknowledged.add(recorder.awaitLine("acknowledged").substring("acknowledged ".length()));
            assertThat(post.waitForIncomingEmail(TimeUnit.MINUTES.toMillis(1), MAILS / 4)).isTrue();
            server.kill();
            recorder.kill();
            clerk.kill();
            killDatabase();
            for (var line = recorder.line(); line != null; line = recorder.line())
                if (line.startsWith("acknowledged ")) acknowledged.add(line.substring("acknowledged ".length()));
        }
        server = run();
        server.awaitLine("is open at");
        try (var connection = database(); var rows = connection.createStatement().executeQuery("select alias from present.place_alias where alias like 'พื้นที่ทดสอบ %'")) {
            var kept = new ArrayList<String>();
            while (rows.next()) kept.add(rows.getString(1));
            assertThat(kept).containsAll(acknowledged);
        }
    }

    @Test
    @Order(6)
    @DisplayName("acknowledges only what lies on the disk, so that a power cut loses nothing either")
    void onTheDisk() throws Exception {
        try (var connection = database(); var rows = connection.createStatement().executeQuery("select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')")) {
            while (rows.next()) assertThat(rows.getString(2)).as(rows.getString(1)).isEqualTo("on");
        }
    }

    @Test
    @Order(7)
    @DisplayName("prints the letters that had their numbers when it was killed: each number once, each letter once, each file whole")
    void lettersGoOn() throws Exception {
        try (var connection = database(); var asked = connection.createStatement()) {
            assertThat(one(asked, "select count(*) || ' ' || min(number) || ' ' || max(number) || ' ' || count(distinct number) from present.letter"))
                    .isEqualTo(LETTERS + " 1 " + LETTERS + " " + LETTERS);
            while (!one(asked, "select count(*) from present.letter t where not exists (select from present.letter_copy k where k.letter_id = t.id)").equals("0")) Thread.onSpinWait();
            assertThat(one(asked, "select count(*) || ' ' || count(distinct letter_id) || ' ' || count(distinct file_id) from present.letter_copy"))
                    .isEqualTo(LETTERS + " " + LETTERS + " " + LETTERS);
            for (var sha256 : one(asked, "select string_agg(sha256, ' ') from present.letter_copy k join present.file f on f.id = k.file_id").split(" "))
                assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(home.resolve("files/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256)))))
                        .isEqualTo(sha256);
        }
    }

    @Test
    @Order(8)
    @DisplayName("sends the e-mails that waited when it was killed: none twice, and the one that may have been taken in that moment is known (200 here; bench endurance takes 1,000, and 3,000 letters)")
    void mailGoesOn() throws Exception {
        try (var connection = database(); var asked = connection.createStatement()) {
            while (!one(asked, "select count(*) from present.message_delivery, pg_sleep(0.1) where state = 'waiting'").equals("0")) Thread.onSpinWait();
            var sent = List.of(one(asked, "select string_agg(token::text, ' ') from present.message_delivery where state = 'sent'").split(" "));
            var uncertain = one(asked, "select coalesce(string_agg(token::text, ' '), '') from present.message_delivery where state = 'uncertain'");
            var arrived = Stream.of(post.getReceivedMessages()).map(EnduranceTest::number).toList();
            System.out.printf("killed with %d letters and %d e-mails under way: %d e-mails arrived, %d marked as sent, uncertain: %s%n", LETTERS, MAILS, arrived.size(), sent.size(), uncertain.isEmpty() ? "none" : uncertain);
            assertThat(arrived).doesNotHaveDuplicates().containsAll(sent);
            assertThat(sent.size() + (uncertain.isEmpty() ? 0 : 1)).isEqualTo(MAILS);
            assertThat(uncertain).doesNotContain(" ");
        }
    }

    private static String number(MimeMessage letter) {
        try {
            return letter.getMessageID().replaceAll("^<|@.*", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(Statement asked, String sql) throws SQLException {
        try (var answer = asked.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Test
    @Order(9)
    @DisplayName("keeps a batch of payments whole or absent when it is killed in the midst of its release, and sends it once in the end (1,000 payments at three moments here; bench endurance takes 5,000 at a dozen)")
    void batchKilled() throws Exception {
        long batch = killedReleasing(0, "select from present.ledger_balance where account_id = (select max(account_id) from present.ledger_balance) for update", false);
        killedReleasing(batch, "lock table present.file in exclusive mode", false);
        killedReleasing(batch, "select from present.payment where batch_id = %d for update", true);
        server = run();
        server.awaitLine("is open at");
        try (var master = paymaster(batch); var connection = database()) {
            master.awaitLine("made");
            assertThat(BatchStanding.of(connection, home, batch)).isEqualTo(BatchStanding.ABSENT);
            List.of("now", "and again").forEach(master::tell);
            assertThat(List.of(master.line(), master.line())).containsExactly("released", "refused ALREADY_RELEASED");
            master.kill();
            assertThat(BatchStanding.of(connection, home, batch)).isEqualTo(BatchStanding.WHOLE);
        }
    }

    private static Programme paymaster(long batch) {
        return Programme.startMain("khabuan.bench.Paymaster", home, 0, "1000", Long.toString(batch));
    }

    /** Lets a release come as far as to what is held here, and kills it there. @param batch 0 for a new one @param all the database and the server too @return the batch */
    private static long killedReleasing(long batch, String held, boolean all) throws Exception {
        try (var master = paymaster(batch); var holder = database(); var looker = database(); var asked = looker.createStatement()) {
            long made = Long.parseLong(master.awaitLine("made").substring("made ".length()));
            holder.setAutoCommit(false);
            holder.createStatement().execute(held.formatted(made));
            master.tell("release");
            var waiting = "select coalesce(max(pid), 0) from pg_stat_activity where datname = 'khabuan' and backend_type = 'client backend' and wait_event_type = 'Lock'";
            while (one(asked, waiting).equals("0")) Thread.onSpinWait();
            var session = one(asked, waiting);
            master.kill();
            if (all) {
                server.kill();
                killDatabase();
                return made;
            }
            holder.rollback();
            while (!one(asked, "select count(*) from pg_stat_activity where pid = " + session).equals("0")) Thread.onSpinWait();
            assertThat(BatchStanding.of(looker, home, made)).isEqualTo(BatchStanding.ABSENT);
            return made;
        }
    }

    @Test
    @Order(10)
    @DisplayName("is told to end by Ctrl-C, and opens again on the same records")
    void interrupted() {
        server.interrupt();
        server = Programme.start(home, 0, "run");
        assertThat(server.awaitLine("is open at")).contains("http://localhost:");
    }

    @Test
    @Order(11)
    @DisplayName("doesn't touch a database of a newer version")
    void newerDatabase() throws Exception {
        try (var connection = database()) {
            connection.createStatement().execute("""
                    insert into public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    select max(installed_rank) + 1, '29990101.0000', 'from the future', 'SQL', 'future.sql', 1, 'postgres', 1, true from public.flyway_schema_history""");
        }
        server.interrupt();
        try (var older = Programme.start(home, 0, "run")) {
            assertThat(older.toItsEnd().strip()).startsWith("The database is of a newer version of Khabuan").doesNotContain("\n");
            assertThat(older.exitCode()).isEqualTo(2);
        }
    }

    private static Connection database() throws Exception {
        var lines = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
        try {
            return DriverManager.getConnection("jdbc:postgresql://localhost:" + lines.get(3).strip() + "/khabuan?user=postgres");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the home doesn't answer", e);
        }
    }

    private static void killDatabase() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(p -> p.onExit().join());
        });
    }
}
