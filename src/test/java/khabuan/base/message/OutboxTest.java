package khabuan.base.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@World
@DisplayName("The outbox of messages")
class OutboxTest extends PostOffice {

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
}
