package khabuan.base.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two ways into the database: the owner migrates, the application only does what its role may. In the embedded database the application signs in as its role
 *  itself, so there is nothing to fall back to; in an external one it signs in as the URL says and takes the role for each session. */
@Configuration
class DataSources {

    private static final String SESSION = "set search_path = present, public; set timezone = 'Asia/Bangkok'";

    @Bean
    Home home(@Value("${khabuan.home}") String path) {
        return new Home(Path.of(path));
    }

    @Bean
    Postgres postgres(Home home, @Value("${khabuan.database-url:}") String externalUrl) {
        return Postgres.open(home, externalUrl);
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource owner(Postgres postgres) {
        return new DriverManagerDataSource(postgres.url());
    }

    /** The application's pool; reading a great result in steps is left to those who ask for it. */
    @Bean
    @Primary
    HikariDataSource dataSource(Postgres postgres, @Value("${khabuan.connections:12}") int connections) {
        var pool = new RowScope.Pool();
        pool.setJdbcUrl(postgres.applicationUrl());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(postgres.isEmbedded() ? SESSION : "set role khabuan_app; " + SESSION);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "khabuan");
        return pool;
    }

    /** Migrates; refuses a database that a newer version has migrated. */
    @Bean
    FlywayMigrationStrategy migration(Postgres postgres) {
        return flyway -> {
            refuseNewer(flyway);
            flyway.migrate();
            if (postgres.isEmbedded()) letTheApplicationSignIn(flyway);
        };
    }

    private static void letTheApplicationSignIn(Flyway flyway) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("alter role khabuan_app login");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        for (var done : flyway.info().all()) {
            if (done.getState() == MigrationState.FUTURE_SUCCESS || done.getState() == MigrationState.FUTURE_FAILED)
                throw new Refused("The database is of a newer version of Khabuan (" + done.getVersion() + "): start that version; nothing was changed.");
        }
    }
}
