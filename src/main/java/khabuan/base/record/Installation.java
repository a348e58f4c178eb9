package khabuan.base.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this installation is: a fact of its database, so that it is told however the database is opened. */
@Component
public class Installation {

    private final JdbcClient jdbc;
    private volatile Boolean demonstration;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the records are simulated. */
    public boolean isDemonstration() {
        var known = demonstration;
        if (known == null) demonstration = known = jdbc.sql("select exists (select from present.installation where demonstration)").query(Boolean.class).single();
        return known;
    }

    /** Says, within a change, that the records of this database are simulated: once and for ever. */
    public void becomeDemonstration() {
        jdbc.sql("insert into installation (demonstration) values (true)").update();
        demonstration = null;
    }
}
