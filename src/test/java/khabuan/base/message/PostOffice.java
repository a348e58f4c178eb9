package khabuan.base.message;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.PublicAddress;
import khabuan.cast.Cast;
import khabuan.cast.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The post office in which messages are tested: a mail server, and those who write and receive. */
abstract class PostOffice {

    static final Instant MONDAY_TEN = Instant.parse("2019-09-02T03:00:00Z");

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Preferences preferences;
    @Autowired Composing composing;
    @Autowired PublicAddress address;
    @Autowired People people;
    @Autowired Cast cast;
    GreenMail server;
    Mail mail;

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

    String url() {
        return "smtp://localhost:" + server.getSmtp().getPort();
    }

    static Clock at(Instant moment) {
        return Clock.fixed(moment, ThaiDate.ZONE);
    }

    Outbox outbox(Channel channel, Instant moment) {
        return new Outbox(jdbc, transactions, List.of(channel), preferences, composing, at(moment));
    }

    boolean send(Channel channel, Actor to, String once) {
        var told = new ArrayList<Boolean>();
        cast.change(() -> told.add(new Messages(jdbc, preferences, List.of(channel), at(MONDAY_TEN)).send(to.accountId(), "work.assigned",
                List.of("สุภาพร พลเยี่ยม", 1291, new Text.Key("measure.council.undocumented.name")), "/tasks/council.undocumented?show=mine", once)));
        return told.getFirst();
    }

    Actor recorder(String email, Pace pace, String language) {
        var recorder = people.recorderOfKhonKaen();
        preferences.choose(recorder, new Preference(email, "", pace, language));
        return recorder;
    }

    String state(Actor of) {
        return jdbc.sql("select state || ' ' || attempts from message_delivery where account_id = ? order by id desc limit 1").param(of.accountId()).query(String.class).single();
    }
}
