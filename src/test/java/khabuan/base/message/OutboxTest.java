package khabuan.base.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.PublicAddress;
import khabuan.base.store.Home;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

@World
@DisplayName("The outbox of messages")
class OutboxTest {

    private static final Instant MONDAY_TEN = Instant.parse("2019-09-02T03:00:00Z");

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Preferences preferences;
    @Autowired Composing composing;
    @Autowired PublicAddress address;
    @Autowired People people;
    @Autowired Cast cast;
    @Autowired HikariDataSource pool;
    @Autowired Home home;
    @Autowired Undelivered undelivered;
    @Autowired MockMvc mvc;
    private GreenMail server;
    private Mail mail;

    @BeforeEach
    void serve() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        mail = new Mail(url(), "khabuan@example.go.th", address);
    }

    @AfterEach
    void close() {
        server.stop();
        cast.change(() -> jdbc.sql("update message_delivery set state = 'dropped', ended_at = now() where state = 'waiting'").update());
    }

    private String url() {
        return "smtp://localhost:" + server.getSmtp().getPort();
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ThaiDate.ZONE);
    }

    private Outbox outbox(Channel channel, Instant moment) {
        return new Outbox(jdbc, transactions, List.of(channel), preferences, composing, at(moment));
    }

    private boolean send(Channel channel, Actor to, String once) {
        var told = new ArrayList<Boolean>();
        cast.change(() -> told.add(new Messages(jdbc, preferences, List.of(channel), at(MONDAY_TEN)).send(to.accountId(), "work.assigned",
                List.of("สุภาพร พลเยี่ยม", 1291, new Text.Key("measure.council.undocumented.name")), "/tasks/council.undocumented?show=mine", once)));
        return told.getFirst();
    }

    private Actor recorder(String email, Pace pace, String language) {
        var recorder = people.recorderOfKhonKaen();
        preferences.choose(recorder, new Preference(email, "", pace, language));
        return recorder;
    }

    private String state(Actor of) {
        return jdbc.sql("select state || ' ' || attempts from message_delivery where account_id = ? order by id desc limit 1").param(of.accountId()).query(String.class).single();
    }

    @Test
    @DisplayName("sends one e-mail in the recipient's language, with a link by the public address and a Message-ID of its own")
    void mail() throws Exception {
        var bunmi = recorder("bunmi@example.go.th", Pace.NOW, "th");
        assertThat(send(mail, bunmi, "mail")).isTrue();
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isOne();
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isZero();
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("สุภาพร พลเยี่ยม มอบหมายงานให้ท่าน 1,291 รายการ: " + composing.letter(null, "", "", "th", false,
                List.of(new Messages.Told(1, "work.assigned", List.of("t", "n1", "kmeasure.council.undocumented.name"), "/", MONDAY_TEN, null))).subject().split(": ")[1]);
        assertThat(received[0].getContent().toString()).contains("เรียน คุณบุญมี ดวงจันทร์", address.at("/tasks/council.undocumented?show=mine"), address.at("/me/messages"));
        assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@.+>");
        recorder("bunmi@example.go.th", Pace.NOW, "en");
        send(mail, bunmi, "english");
        outbox(mail, MONDAY_TEN).deliver();
        assertThat(server.getReceivedMessages()[1].getSubject()).contains("assigned you 1,291 records");
    }

    @Test
    @DisplayName("writes to who asked for a correction what became of it, with the reason of a refusal")
    void correction() throws Exception {
        var bunmi = recorder("bunmi@example.go.th", Pace.NOW, "th");
        cast.change(() -> new Messages(jdbc, preferences, List.of(mail), at(MONDAY_TEN)).send(bunmi.accountId(), "correction.refused-saying", List.of("สภาองค์กรชุมชนตำบลบ้านนา", "ตรวจกับ จส.02 แล้ว ชื่อถูกต้อง"), "/corrections/mine", "correction 1 refused"));
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isOne();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("ไม่แก้ไขตามคำขอของท่าน เรื่อง สภาองค์กรชุมชนตำบลบ้านนา เหตุผล: ตรวจกับ จส.02 แล้ว ชื่อถูกต้อง");
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains(address.at("/corrections/mine"));
    }

    @Test
    @DisplayName("tells nothing when the change that it tells of is taken back, and nothing twice for the same thing")
    void withTheChange() {
        var bunmi = recorder("bunmi@example.go.th", Pace.NOW, "th");
        assertThatThrownBy(() -> cast.change(() -> {
            new Messages(jdbc, preferences, List.of(mail), at(MONDAY_TEN)).send(bunmi.accountId(), "work.assigned", List.of("ก", 1, "ข"), "/tasks", "taken back");
            throw new IllegalStateException("the change fails");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isZero();
        assertThat(jdbc.sql("select count(*) from message where said_once_for = 'taken back'").query(Long.class).single()).isZero();
        assertThat(send(mail, bunmi, "told once")).isTrue();
        assertThat(send(mail, bunmi, "told once")).isFalse();
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isOne();
        assertThatThrownBy(() -> new Messages(jdbc, preferences, List.of(mail), at(MONDAY_TEN)).send(bunmi.accountId(), "work.assigned", List.of(), "/tasks", "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("gathers the day's messages for seven in the morning, and the week's for Monday; what has been read is left out")
    void digest() throws Exception {
        var bunmi = recorder("bunmi@example.go.th", Pace.DAILY, "th");
        for (var once : List.of("one", "two", "three")) send(mail, bunmi, once);
        assertThat(outbox(mail, Instant.parse("2019-09-02T23:59:59Z")).deliver()).isZero();
        cast.change(() -> jdbc.sql("update message set read_at = said_at where said_once_for = 'two' and account_id = ?").param(bunmi.accountId()).update());
        assertThat(outbox(mail, Instant.parse("2019-09-03T00:00:00Z")).deliver()).isOne();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("ข้อความใหม่ 2 เรื่องจากระบบขบวน");
        recorder("bunmi@example.go.th", Pace.WEEKLY, "th");
        send(mail, bunmi, "four");
        assertThat(outbox(mail, Instant.parse("2019-09-08T23:59:59Z")).deliver()).isZero();
        assertThat(outbox(mail, Instant.parse("2019-09-09T00:00:00Z")).deliver()).isOne();
        recorder("bunmi@example.go.th", Pace.NEVER, "th");
        assertThat(send(mail, bunmi, "five")).isTrue();
        assertThat(outbox(mail, Instant.parse("2019-12-01T00:00:00Z")).deliver()).isZero();
    }

    @Test
    @DisplayName("waits while the mail server is away, and counts no attempt")
    void serverAway() {
        var bunmi = recorder("bunmi@example.go.th", Pace.NOW, "th");
        send(mail, bunmi, "away");
        server.stop();
        assertThatThrownBy(() -> outbox(mail, MONDAY_TEN).deliver()).isInstanceOf(Channel.Unreachable.class);
        assertThat(state(bunmi)).isEqualTo("waiting 0");
    }

    @Test
    @DisplayName("sends to nobody whose account is closed or whose address was taken away in the meantime")
    void nobodyThere() {
        var bunmi = recorder("bunmi@example.go.th", Pace.NOW, "th");
        send(mail, bunmi, "gone");
        recorder("", Pace.NOW, "th");
        assertThat(outbox(mail, MONDAY_TEN).deliver()).isZero();
        assertThat(state(bunmi)).isEqualTo("dropped 1");
    }

    @Test
    @DisplayName("pushes to LINE with the bearer's token and a retry key that stays the same; what was taken before counts as sent, what fails is tried later")
    void line() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var answers = new ArrayList<>(List.of(503, 409));
        var webhook = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        webhook.createContext("/push", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("X-Line-Retry-Key") + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answers.removeFirst(), -1);
            exchange.close();
        });
        webhook.start();
        try {
            var line = new LinePush("http://localhost:" + webhook.getAddress().getPort() + "/push", "secret-of-the-channel");
            var supaporn = people.officerOfTheNortheast();
            preferences.choose(supaporn, new Preference("", "U" + "4af4980629".repeat(3) + "aa", Pace.NOW, "th"));
            send(line, supaporn, "line");
            assertThat(outbox(line, MONDAY_TEN).deliver()).isZero();
            assertThat(outbox(line, MONDAY_TEN).deliver()).isZero();
            assertThat(outbox(line, MONDAY_TEN.plusSeconds(61)).deliver()).isOne();
            assertThat(seen).hasSize(2).allSatisfy(s -> assertThat(s).contains("Bearer secret-of-the-channel", "\"to\":\"U4af4980629", "\"type\":\"text\"", "มอบหมายงานให้ท่าน"));
            assertThat(seen.get(0).split(" ")[0]).isEqualTo(seen.get(1).split(" ")[0]);
        } finally {
            webhook.stop(0);
        }
    }

    @Test
    @DisplayName("sends each of 1,000 e-mails once when the sender is killed three times: what was being accepted in the moment of a kill is kept as uncertain for an administrator, and nothing is lost or doubled")
    void killed() throws Exception {
        var bunmi = recorder("bunmi.killed@example.go.th", Pace.NOW, "th");
        var messages = new Messages(jdbc, preferences, List.of(mail), at(MONDAY_TEN));
        cast.change(() -> {
            for (int i = 0; i < 1000; i++) messages.send(bunmi.accountId(), "work.assigned", List.of("สุภาพร พลเยี่ยม", i, "จส.02"), "/tasks", "killed " + i);
        });
        killWhen(() -> server.waitForIncomingEmail(TimeUnit.MINUTES.toMillis(2), 150));
        killWhen(() -> sent(bunmi, 400));
        killWhen(() -> sent(bunmi, 750));
        int before = server.getReceivedMessages().length;
        int left = outbox(mail, MONDAY_TEN).deliver();
        var uncertain = undelivered.all(10, 0).stream().filter(Undelivered.Line::isUncertain).toList();
        System.out.printf("killed three times: %d arrived before, %d after, %d uncertain, of which %d had arrived%n", before, left, uncertain.size(), uncertain.stream().filter(line -> arrived().contains(line.number().toString())).count());
        assertThat(arrived()).doesNotHaveDuplicates();
        assertThat(states(bunmi)).isEqualTo("sent " + (1000 - uncertain.size()) + (uncertain.isEmpty() ? "" : " uncertain " + uncertain.size()));
        assertThat(uncertain).hasSizeBetween(0, 3).allSatisfy(line -> assertThat(line.attempts()).isEqualTo(1));
        for (var line : uncertain)
            if (arrived().contains(line.number().toString())) undelivered.arrived(people.administrator(), line.id());
            else undelivered.again(people.administrator(), line.id());
        outbox(mail, MONDAY_TEN).deliver();
        assertThat(arrived()).hasSize(1000).doesNotHaveDuplicates();
        assertThat(states(bunmi)).isEqualTo("sent 1000");
    }

    /** The numbers of what the server has received, in order. */
    private List<String> arrived() {
        return Arrays.stream(server.getReceivedMessages()).map(OutboxTest::id).map(id -> id.replaceAll("^<|@.*", "")).toList();
    }

    private String states(Actor of) {
        return jdbc.sql("""
                select string_agg(state || ' ' || n, ' ' order by state) from (select state, count(*) as n from message_delivery where account_id = ? and id in
                (select delivery_id from message_in_delivery d join message m on m.id = d.message_id where m.said_once_for like 'killed %') group by state) s""").param(of.accountId()).query(String.class).single();
    }

    @Test
    @DisplayName("never sends again by itself what a server took without an answer: an administrator sees it with its number and chooses; what was refused is shown with the reason and how often it was tried, sent again or given up")
    void uncertain() throws Exception {
        var bunmi = recorder("bunmi.uncertain@example.go.th", Pace.NOW, "th");
        var wipha = people.administrator();
        try (var silent = new Clerk("250 OK", null); var refusing = new Clerk("550 no such user", "250 OK"); var taking = new Clerk("250 OK", "250 OK")) {
            send(mail(silent), bunmi, "uncertain one");
            assertThatThrownBy(() -> outbox(mail(silent), MONDAY_TEN).deliver()).isInstanceOf(Channel.Unreachable.class);
            assertThat(state(bunmi)).isEqualTo("waiting 0");
            assertThat(outbox(mail(taking), MONDAY_TEN).deliver()).isZero();
            assertThat(state(bunmi)).isEqualTo("uncertain 1");
            var one = undelivered.all(1, 0).getFirst();
            assertThat(page(wipha)).contains("อาจถึงแล้ว", one.number().toString(), "บุญมี ดวงจันทร์", "bu…@example.go.th", "action=\"/messages/undelivered/" + one.id() + "/arrival\"").doesNotContain("bunmi.uncertain");
            settle(wipha, one.id(), "sending", 302);
            assertThat(outbox(mail(taking), MONDAY_TEN).deliver()).isOne();
            settle(wipha, one.id(), "sending", 422);
            assertThat(List.of(silent.letters, taking.letters)).containsExactly(List.of(one.number().toString()), List.of(one.number().toString()));
            send(mail(refusing), bunmi, "refused one");
            assertThat(outbox(mail(refusing), MONDAY_TEN).deliver()).isZero();
            assertThat(page(wipha)).contains("ส่งไม่สำเร็จ", "เซิร์ฟเวอร์อีเมลไม่รับที่อยู่นี้ (รหัส 550)", "ส่งแล้ว 1 ครั้ง");
            settle(wipha, undelivered.all(1, 0).getFirst().id(), "abandonment", 302);
            assertThat(state(bunmi)).isEqualTo("dropped 1");
            assertThat(taking.letters).hasSize(1);
        }
        assertThat(jdbc.sql("select string_agg(act, ' ' order by id) from log.entry where actor = 'wipha' and act like 'message.%' and reason in (select id::text from message_delivery where account_id = ? order by id desc limit 2)")
                .param(bunmi.accountId()).query(String.class).single()).endsWith("message.send-again message.give-up");
        assertThat(mvc.perform(get("/messages/undelivered").with(SignIn.as(people.centreOfficer()))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private Mail mail(Clerk clerk) {
        return new Mail("smtp://localhost:" + clerk.door.getLocalPort(), "khabuan@example.go.th", address);
    }

    private String page(Actor actor) throws Exception {
        return mvc.perform(get("/messages/undelivered").with(SignIn.as(actor))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void settle(Actor actor, long id, String choice, int status) throws Exception {
        assertThat(mvc.perform(post("/messages/undelivered/" + id + "/" + choice).with(SignIn.as(actor)).with(csrf())).andReturn().getResponse().getStatus()).as(choice).isEqualTo(status);
    }

    /** A mail server that answers as it is told. @see #letters the numbers of the letters whose end it has seen */
    private static final class Clerk implements AutoCloseable {

        private final List<String> letters = new CopyOnWriteArrayList<>();
        private final ServerSocket door = new ServerSocket(0);
        private final String toRecipient;
        private final String toLetter;

        /** @param toLetter null for none: it goes away */
        Clerk(String toRecipient, String toLetter) throws IOException {
            this.toRecipient = toRecipient;
            this.toLetter = toLetter;
            Thread.startVirtualThread(() -> {
                while (!door.isClosed()) serve();
            });
        }

        private void serve() {
            try (var visitor = door.accept(); var in = new BufferedReader(new InputStreamReader(visitor.getInputStream())); var out = new PrintWriter(visitor.getOutputStream(), true)) {
                out.print("220 here\r\n");
                out.flush();
                String id = "";
                boolean data = false;
                for (String line; (line = in.readLine()) != null; ) {
                    if (data && line.startsWith("Message-ID: ")) id = line.replaceAll("^.*<|@.*", "");
                    if (data && !line.equals(".")) continue;
                    if (data) letters.add(id);
                    String answer = data ? toLetter : line.startsWith("RCPT") ? toRecipient : line.startsWith("DATA") ? "354 go on" : "250 OK";
                    data = !data && line.startsWith("DATA");
                    if (answer == null) return;
                    out.print(answer + "\r\n");
                    out.flush();
                }
            } catch (IOException e) {
                // the visitor, or the test, has gone
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    /** The first kill comes at the worst moment, when a letter has just been accepted; the others in any. */
    private void killWhen(BooleanSupplier reached) throws Exception {
        var postman = postman();
        assertThat(reached.getAsBoolean()).isTrue();
        assertThat(postman.isAlive()).isTrue();
        postman.destroyForcibly().waitFor();
    }

    private boolean sent(Actor to, long many) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < until)
            if (jdbc.sql("select count(*) from message_delivery where account_id = ? and state = 'sent'").param(to.accountId()).query(Long.class).single() >= many) return true;
        return false;
    }

    private Process postman() throws Exception {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Postman.class.getName(),
                pool.getJdbcUrl(), home.path().toString(), url()).inheritIO().start();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
