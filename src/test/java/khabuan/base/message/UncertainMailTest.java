package khabuan.base.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.store.Home;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("Mail that was cut off")
class UncertainMailTest extends PostOffice {

    @Autowired HikariDataSource pool;
    @Autowired Home home;
    @Autowired Undelivered undelivered;
    @Autowired MockMvc mvc;

    @Test
    @DisplayName("is sent once, each of 1,000 e-mails, when the sender is killed three times: what was being accepted in the moment of a kill is kept as uncertain for an administrator, and nothing is lost or doubled")
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
        return Arrays.stream(server.getReceivedMessages()).map(UncertainMailTest::id).map(id -> id.replaceAll("^<|@.*", "")).toList();
    }

    private String states(Actor of) {
        return jdbc.sql("""
                select string_agg(state || ' ' || n, ' ' order by state) from (select state, count(*) as n from message_delivery where account_id = ? and id in
                (select delivery_id from message_in_delivery d join message m on m.id = d.message_id where m.said_once_for like 'killed %') group by state) s""").param(of.accountId()).query(String.class).single();
    }

    @Test
    @DisplayName("is never sent again by itself when a server took it without an answer: an administrator sees it with its number and chooses; what was refused is shown with the reason and how often it was tried, sent again or given up")
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
