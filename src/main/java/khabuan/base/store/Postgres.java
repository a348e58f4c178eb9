package khabuan.base.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL beneath the house: an external one, one that already runs on this home, or one of our own that ends with us. */
final class Postgres implements AutoCloseable {

    /** The system property of a process whose homes needn't outlive a power cut, as those of tests. */
    private static final String THROWN_AWAY = "khabuan.thrown-away";
    private static final String DATABASE = "khabuan";
    private final String url;
    private final String applicationUrl;
    private final EmbeddedPostgres ours;

    private Postgres(String url, String applicationUrl, EmbeddedPostgres ours) {
        this.url = url;
        this.applicationUrl = applicationUrl;
        this.ours = ours;
    }

    private static Postgres embedded(int port, EmbeddedPostgres ours) {
        return new Postgres(urlOf(port, "postgres"), urlOf(port, "khabuan_app"), ours);
    }

    /** @param externalUrl a JDBC URL, with or without the prefix jdbc:; empty for the embedded database. */
    static Postgres open(Home home, String externalUrl) {
        var postgres = externalUrl.isBlank() ? embedded(home) : new Postgres(jdbc(externalUrl), jdbc(externalUrl), null);
        postgres.check();
        return postgres;
    }

    private static String jdbc(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }

    private static Postgres embedded(Home home) {
        var running = runningPort(home.database());
        if (running.isPresent()) return embedded(running.get(), null);
        try {
            boolean isNew = !Files.exists(home.database().resolve("PG_VERSION"));
            var embedded = EmbeddedPostgres.builder()
                    .setDataDirectory(home.database())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.path().resolve("postgres-programme").toFile())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", Boolean.getBoolean(THROWN_AWAY) ? "off" : "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("work_mem", "32MB")
                    .setServerConfig("maintenance_work_mem", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("jit", "off")
                    .setServerConfig("timezone", "Asia/Bangkok")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            if (isNew) createDatabase(embedded.getJdbcUrl("postgres", "postgres"));
            return embedded(embedded.getPort(), embedded);
        } catch (IOException | IllegalStateException e) {
            throw new Refused("The embedded PostgreSQL on " + home.database() + " didn't start: " + e.getMessage());
        }
    }

    private static void createDatabase(String url) {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new Refused("The database could not be made: " + e.getMessage());
        }
    }

    private static String urlOf(int port, String user) {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE + "?user=" + user;
    }

    /** The port of a server that runs on this data directory, as its own postmaster.pid says, if it answers. */
    private static Optional<Integer> runningPort(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() < 4 || ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isEmpty()) return Optional.empty();
            int port = Integer.parseInt(lines.get(3).strip());
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 2000);
                return Optional.of(port);
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What must be so before anything else: reachable, new enough, and a character type that knows Thai letters. */
    private void check() {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < 15)
                throw new Refused("PostgreSQL 15 or newer is needed; this one is " + connection.getMetaData().getDatabaseProductVersion() + ".");
            statement.execute("create extension if not exists pg_trgm schema public");
            try (var rows = statement.executeQuery("select cardinality(public.show_trgm('ก'))")) {
                rows.next();
                if (rows.getInt(1) == 0)
                    throw new Refused("The database doesn't know Thai letters: make it with LC_CTYPE C.UTF-8 (see docs/operations.md).");
            }
        } catch (SQLException e) {
            throw new Refused("The database can't be reached: " + e.getMessage());
        }
    }

    /** Where the owner signs in, who migrates. */
    String url() {
        return url;
    }

    /** Where the application signs in: the same as the owner's when the database is an external one. */
    String applicationUrl() {
        return applicationUrl;
    }

    boolean isEmbedded() {
        return !applicationUrl.equals(url);
    }

    @Override
    public void close() throws IOException {
        if (ours != null) ours.close();
    }
}
