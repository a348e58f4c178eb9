package khabuan.base.store;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the owner of the database does for it after great changes. */
@Component
public class Upkeep {

    private final JdbcTemplate owner;

    Upkeep(@FlywayDataSource DataSource owner) {
        this.owner = new JdbcTemplate(owner);
    }

    /** Lets the database look at its tables, so that it plans its queries well from the first one on. */
    public void analyse() {
        owner.execute("vacuum (analyze)");
    }

    /** The same for one table of the present that has just taken in many rows: its searches are then as fast as before, and its lists read the index alone. */
    public void settle(String table) {
        owner.execute("vacuum (analyze) present." + table);
    }
}
