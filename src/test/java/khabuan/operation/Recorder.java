package khabuan.operation;

import java.nio.file.Path;
import khabuan.Khabuan;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records regions for ever, and says the code of each once it is acknowledged. Started by {@link EnduranceTest} to be killed. */
public final class Recorder {

    private Recorder() {}

    public static void main(String[] arguments) {
        try (var house = new SpringApplicationBuilder(Khabuan.class).web(WebApplicationType.NONE).lazyInitialization(true).run()) {
            var changes = house.getBean(Changes.class);
            var jdbc = house.getBean(JdbcClient.class);
            System.out.println("recording in " + Path.of(System.getenv("KHABUAN_HOME")).getFileName());
            for (int n = 0; ; n++) {
                String alias = "พื้นที่ทดสอบ " + n;
                changes.make(Author.programme("endurance"), "test.alias", "", () -> {
                    jdbc.sql("insert into place_alias (level, place_code, alias) values ('region', 'NE', ?)").param(alias).update();
                });
                System.out.println("acknowledged " + alias);
            }
        }
    }
}
