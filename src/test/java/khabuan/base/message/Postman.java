package khabuan.base.message;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import khabuan.base.page.PublicAddress;
import khabuan.base.person.PersonKey;
import khabuan.base.record.Changes;
import khabuan.base.store.Home;
import khabuan.base.text.Bundles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Empties the outbox in a process of its own, which a test can kill. Takes the address of the database, the home, and the address of the mail server. */
final class Postman {

    private Postman() {}

    public static void main(String[] arguments) {
        System.setProperty("khabuan.smtp-url", arguments[2]);
        System.setProperty("khabuan.smtp-from", "khabuan@example.go.th");
        var pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setMaximumPoolSize(3);
        pool.setConnectionInitSql("set search_path = present, public");
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> pool);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
            context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
            context.registerBean(Home.class, () -> new Home(Path.of(arguments[1])));
            context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2019-09-02T03:00:00Z"), ZoneOffset.UTC));
            context.register(PersonKey.class, Bundles.class, PublicAddress.class, Changes.class, Preferences.class, Mail.class, Composing.class, Outbox.class);
            context.refresh();
            context.getBean(Outbox.class).deliver();
        }
    }
}
