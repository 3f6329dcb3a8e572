package gm.sharing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives every application context of the tests a database of its own: H2 in memory, or with
 * {@code -Dtest.database=postgresql} a new database in one real PostgreSQL server for the whole run; with
 * {@code -Dtest.database=configured} the one that its settings name. A context with the setting {@code test.database.again}
 * gets the database of that address, which another context left; one with {@code test.database.left-by} a new one as the
 * release of that day left it. Round trips to it can be counted.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Reading a statement anew took a tenth of the tests' time; H2 by itself remembers eight of a connection. */
    private static final String H2 =
            "jdbc:h2:mem:%s;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=30000;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new CountedDatabase());
        context.getBeanFactory().registerSingleton("parsedStatements", new ParsedStatements());
        if ("configured".equals(System.getProperty("test.database"))) {
            return;
        }
        var name = "test" + UUID.randomUUID().toString().replace("-", "");
        var onPostgres = "postgresql".equals(System.getProperty("test.database"));
        var settings = context.getEnvironment();
        var url = Objects.requireNonNullElseGet(
                settings.getProperty("test.database.again"),
                () -> onPostgres ? PostgresServer.create(name) : H2.formatted(name));
        var user = onPostgres ? "postgres" : "sa";
        var release = settings.getProperty("test.database.left-by");
        if (release != null) {
            new DatabaseLeftBehind(release, url, user).make();
        }
        // Some thirty applications of one run are kept; with twenty connections each they had all that the server
        // gives.
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.hikari.minimum-idle=1",
                        "spring.datasource.hikari.idle-timeout=10000")
                .applyTo(context);
    }

    /** Starts with the first test that needs it and ends with the test run. */
    private static final class PostgresServer {

        private static final EmbeddedPostgres SERVER = start();

        static String create(String database) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot create " + database, e);
            }
            return SERVER.getJdbcUrl("postgres", database);
        }

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setServerConfig("max_connections", "300")
                        // It need not outlive a power cut.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        // What the server says of a refused row holds the row; it is not what the application logs,
                        // and reaches the tests' output or not, as chance has it.
                        .setServerConfig("log_min_messages", "fatal")
                        .setServerConfig("log_min_error_statement", "panic")
                        .setRegisterShutdownHook(false)
                        .start();
                // Not before the applications that use it are closed.
                SpringApplication.getShutdownHandlers().add(() -> close(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
