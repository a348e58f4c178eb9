package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.intake.Order;
import khabuan.base.reconciliation.Rehearsal;
import khabuan.base.store.Home;
import khabuan.base.text.Words;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An extract of all organisations of the country, some of which differ, are miswritten, are new or are missing, compared with those of the demonstration; beside COPY and one full outer join of the two. */
@Component
class ReconcileBench implements Bench {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private final Rehearsal rehearsal;
    private final JdbcTemplate jdbc;
    private final Home home;
    private final TransactionTemplate transaction;

    ReconcileBench(Rehearsal rehearsal, JdbcTemplate jdbc, Home home, PlatformTransactionManager transactions) {
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var file = home.path().resolve("extract.csv");
        write(file);
        var clock = new Clockwork(out, 3);
        var order = new Order(Actor.commandLine(), file, "extract.csv", null, true, false, TODAY, Order.Progress.NONE);
        var found = rehearsal.compare("organisations", order, "old system", "country", TODAY, null, Words.NONE);
        out.printf("  %,d rows: %s, fields %s%n", found.lines(), found.classes(), found.fields());
        clock.time("compared, matched, kept row by row and field by field", 60_000, () -> {}, () -> rehearsal.compare("organisations", order, "old system", "country", TODAY, null, Words.NONE));
        clock.time("in plain SQL: COPY, and a full outer join by code, counted", 0, () -> {}, () -> bound(file));
    }

    /** One in 20 has another day, one in 30 other members, one in 40 no code and a miswritten name, one in 100 is missing, one in 100 is new. */
    private void write(Path file) {
        String select = """
                select case when o.id % 40 = 7 then null when o.id % 100 = 13 then (700000000 + o.id)::text else o.code end as code,
                       case when o.id % 40 = 7 then overlay(o.name placing '' from 5 for 1) when o.id % 100 = 13 then o.name || ' (ใหม่)' else o.name end as name,
                       o.kind, o.unit_code as unit, case when o.id % 20 = 3 then o.registered_on + 1 else o.registered_on end as registered_on,
                       case when o.id % 30 = 11 then o.members + 1 else o.members end as members
                from organisation o where o.id % 100 <> 77 and o.merged_into is null and o.registered_on < '2019-08-31' order by o.code""";
        jdbc.execute((Connection connection) -> {
            try (var stream = Files.newOutputStream(file)) {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + select + ") to stdout with (format csv, header)", stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Object bound(Path file) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.execute("create temporary table raw (code text, name text, kind text, unit text, registered_on date, members int) on commit drop");
            jdbc.execute((Connection connection) -> copy(connection, file));
            return jdbc.queryForList("""
                    select o.id is null, r.code is null, (r.name, r.kind, r.unit, r.registered_on, r.members) is distinct from (o.name, o.kind, o.unit_code, o.registered_on, o.members), count(*)
                    from raw r full join organisation o on o.code = r.code group by 1, 2, 3""");
        });
    }

    private static long copy(Connection connection, Path file) throws SQLException {
        try (var in = Files.newInputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy raw from stdin with (format csv, header)", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
