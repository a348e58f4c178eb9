package khabuan.base.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
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

/** Two ways into the database: the owner migrates, the application only does what its role may. */
@Configuration
class DataSources {

    static final String APPLICATION_SESSION = "set role khabuan_app; set search_path = present, public; set timezone = 'Asia/Bangkok'";

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
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.url());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(APPLICATION_SESSION);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "khabuan");
        return pool;
    }

    /** Migrates; refuses a database that a newer version has migrated. */
    @Bean
    FlywayMigrationStrategy migration() {
        return flyway -> {
            refuseNewer(flyway);
            flyway.migrate();
        };
    }

    private static void refuseNewer(Flyway flyway) {
        for (var done : flyway.info().all()) {
            if (done.getState() == MigrationState.FUTURE_SUCCESS || done.getState() == MigrationState.FUTURE_FAILED)
                throw new Refused("The database is of a newer version of Khabuan (" + done.getVersion() + "): start that version; nothing was changed.");
        }
    }
}
