package gm.sharing.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Has a database refuse to change or remove the rows of a table; each database has its own words for that. */
final class AppendOnly {

    private AppendOnly() {}

    /** Makes what the table's trigger calls on PostgreSQL; the triggers of all tables share it. */
    static void prepare(Connection connection) throws SQLException {
        if (isH2(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create function refuse_change_of_event() returns trigger language plpgsql as $$
                    begin
                        raise exception 'Events are never changed or removed';
                    end $$""");
        }
    }

    static void protect(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isH2(connection)) {
                statement.execute(
                        "create trigger %1$s_append_only before update, delete on %1$s for each row call \"%2$s\""
                                .formatted(table, AppendOnlyTrigger.class.getName()));
            } else {
                statement.execute(
                        """
                        create trigger %1$s_append_only before update or delete or truncate on %1$s
                        for each statement execute function refuse_change_of_event()"""
                                .formatted(table));
            }
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
}
