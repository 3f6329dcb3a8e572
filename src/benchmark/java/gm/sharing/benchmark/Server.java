package gm.sharing.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL server with the settings that it is shipped with: what is committed is on the disk. */
final class Server implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Server(EmbeddedPostgres server) {
        this.server = server;
    }

    static Server start() {
        try {
            return new Server(EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_wal_size", "4GB")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its address. */
    String create(String database) {
        execute("create database " + database);
        return server.getJdbcUrl(USER, database);
    }

    /** Creates a database with all that is in another, which nobody may use at that moment. */
    String copy(String original, String database) {
        execute("create database " + database + " template " + original);
        return server.getJdbcUrl(USER, database);
    }

    /** Leaves the processors before this one to others. */
    void keepToProcessorsFrom(int first) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var pid = statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)")) {
            pid.next();
            ProcessHandle.of(pid.getLong(1)).ifPresent(process -> Processors.keepTo(process, first, Processors.last()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String version() {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statements = connection.createStatement()) {
            statements.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
