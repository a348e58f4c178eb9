package khabuan.bench;

import java.util.List;
import java.util.Set;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.certificate.Batches;
import khabuan.base.certificate.Consent;
import khabuan.base.message.Messages;
import khabuan.base.person.PersonKey;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders many letters at once, which it prints, and as many messages as it is told, which the server beside it sends; then says how many letters are printed.
 *  A process of its own, to be killed. Takes the number of letters and the number of messages. */
public final class Clerk {

    private static final Author CLERK = Author.programme("endurance");
    private final JdbcClient jdbc;
    private final Changes changes;

    private Clerk(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The house lies above this room, and is named as {@link Served} names it. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        int letters = Integer.parseInt(arguments[0]), messages = Integer.parseInt(arguments[1]);
        try (var house = new SpringApplicationBuilder(Class.forName("khabuan.Khabuan")).web(WebApplicationType.NONE).lazyInitialization(true).run()) {
            var clerk = new Clerk(house.getBean(JdbcClient.class), house.getBean(Changes.class));
            clerk.register(letters);
            house.getBean(Accounts.class).add(CLERK, new Account.Details("endurance", "ทดสอบ ความทนทาน", Role.RECORDER, "province", "55", Set.of()));
            clerk.order(house.getBean(Batches.class));
            clerk.tell(messages, house.getBean(Messages.class), house.getBean(PersonKey.class));
            clerk.count(letters);
        }
    }

    private void register(int letters) {
        changes.make(CLERK, "bench.organisations", "", () -> {
            jdbc.sql("insert into unit (code, district_code) values ('5501CLERK', '5501')").update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th) values ('5501CLERK', 'อบต.', 'บ่อสวก')").update();
            jdbc.sql("insert into organisation (code, unit_code, name, registered_on) select 'CLERK-' || n, '5501CLERK', 'กลุ่มออมทรัพย์ ' || n, '2012-02-01' from generate_series(1, ?) n").param(letters).update();
            jdbc.sql("insert into certificate_signatory (region_code, full_name, title, from_date) values ('N', 'นางคำแก้ว สมมุติ', 'ผู้อำนวยการสำนักงานภาคเหนือ', '2008-01-01')").update();
        });
    }

    private void tell(int count, Messages messages, PersonKey key) {
        changes.make(CLERK, "bench.messages", "", () -> {
            long account = jdbc.sql("select id from account where name = 'endurance'").query(Long.class).single();
            jdbc.sql("insert into message_preference (account_id, email_cipher, pace, language) values (?, ?, 'NOW', 'th')").params(account, key.encrypt("message_email", "endurance@example.go.th")).update();
            for (int n = 0; n < count; n++) messages.send(account, "work.assigned", List.of("คำแก้ว สมมุติ", n, "จส.02"), "/tasks", "endurance " + n);
        });
    }

    private void order(Batches batches) {
        var officer = new Actor(null, "clerk", "", Role.REGIONAL_OFFICER, "region", "N", Set.of(), "endurance");
        batches.begin(officer, "organisation", "endurance", () -> jdbc.sql("select id from organisation where unit_code = '5501CLERK' order by id").query(Long.class).list(),
                new Consent("", "", true, "ทดสอบความทนทาน"));
    }

    /** Ends when all are printed, which is too late to be killed. */
    private void count(int letters) {
        for (long told = -1; told < letters; ) {
            long printed = jdbc.sql("select count(*) from letter_copy, pg_sleep(0.02)").query(Long.class).single();
            if (printed != told) System.out.println("printed " + (told = printed) + (printed * 5 >= letters ? " enough" : ""));
        }
    }
}
