package khabuan.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lower bound of what is written: COPY into tables with the same columns and indexes, logged and committed like ours, that nobody judges; made by the owner of the database, who can also settle ours. */
final class RawCopy implements AutoCloseable {

    private final Connection owner;
    private final CopyManager copies;

    RawCopy(JdbcTemplate template) {
        try {
            owner = DriverManager.getConnection(template.execute((Connection c) -> c.getMetaData().getURL()).replaceFirst("user=\\w+", "user=postgres"));
            copies = owner.unwrap(PGConnection.class).getCopyAPI();
            owner.setAutoCommit(false);
            run("create schema bench");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings tables of ours into the state in which a running house keeps them, vacuumed and with statistics, as autovacuum does in time. */
    void settle(String... tables) {
        try (var statement = owner.createStatement()) {
            owner.setAutoCommit(true);
            for (var table : tables) statement.execute("vacuum (analyze) present." + table);
            owner.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a table like one of ours, with some of its rows. @param standing a condition over its columns */
    void like(String table, String standing) {
        run("create table bench.%1$s (like present.%1$s including all)".formatted(table));
        run("insert into bench.%1$s select * from present.%1$s where %2$s".formatted(table, standing));
        run("analyze bench." + table);
    }

    /** Reads rows of ours, which isn't counted, and copies them. @return the seconds that the COPY takes, without the commit */
    double copy(String table, String condition) {
        try {
            var rows = new ByteArrayOutputStream();
            copies.copyOut("copy (select * from present.%s where %s) to stdout".formatted(table, condition), rows);
            long began = System.nanoTime();
            copies.copyIn("copy bench.%s from stdin".formatted(table), new ByteArrayInputStream(rows.toByteArray()));
            return (System.nanoTime() - began) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the seconds that it takes */
    double commit() {
        long began = System.nanoTime();
        try {
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void run(String sql) {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
