package gm.sharing.journeys;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody else's transaction, which holds rows that others need and asks for theirs, so that one of them has to give way. */
final class Rival implements AutoCloseable {

    private final Connection connection;
    private final JdbcTemplate statements;
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);

    Rival(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        statements = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        if (isPostgres(connection)) {
            // Others look for a deadlock first, and so they are those who give way.
            statements.execute("set local deadlock_timeout = '1min'");
        }
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** Holds the rows of the table until the end. */
    Rival holding(String table, String column, String value) {
        statements.queryForList("select %2$s from %1$s where %2$s = ? for update".formatted(table, column), value);
        return this;
    }

    /** Asks for rows that somebody else holds. */
    void asks(String table, String column, String value) {
        asked = CompletableFuture.runAsync(() -> holding(table, column, value));
    }

    /** Ends its transaction, so that others go on. */
    void letsGo() throws SQLException {
        close();
    }

    /** Whether the rival got what it asked for, which is only when the other's transaction was rolled back. */
    boolean wins() throws Exception {
        return asked.handle((done, thrown) -> thrown == null).get(60, TimeUnit.SECONDS);
    }

    static void awaitWaiting(JdbcTemplate database, int transactions) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> database.execute((Connection connection) -> isPostgres(connection))
                        ? waiting(
                                        database,
                                        "select count(*) from pg_stat_activity"
                                                + " where datname = current_database() and wait_event_type = 'Lock'")
                                >= transactions
                        : waiting(
                                        database,
                                        "select count(*) from information_schema.sessions where blocker_id is not null")
                                >= transactions);
    }

    private static int waiting(JdbcTemplate database, String question) {
        return database.queryForObject(question, Integer.class);
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
