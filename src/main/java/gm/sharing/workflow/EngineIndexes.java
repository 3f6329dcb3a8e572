package gm.sharing.workflow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;

/**
 * Indexes that the engine's tables lack for what is asked of them all the time. The engine makes its tables itself, after
 * the migrations, and its upgrades leave alone what they do not know.
 */
final class EngineIndexes {

    /** By the table. {@code src/docs/benchmark.md} says what each is for and what it brought. */
    private static final Map<String, String> DUE = Map.of("act_ru_job", "duedate_", "act_ru_task", "due_date_");

    private EngineIndexes() {}

    /** Makes those that are missing. */
    static void makeIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> due : DUE.entrySet()) {
                String index = "sj_due_of_" + due.getKey();
                if (!exists(connection, due.getKey(), index)) {
                    statement.execute("create index %s on %s (%s)".formatted(index, due.getKey(), due.getValue()));
                }
            }
        }
    }

    /** Asked beforehand, because "if not exists" waits for whoever is writing to the table. */
    private static boolean exists(Connection connection, String table, String index) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (var indexes = database.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true)) {
            while (indexes.next()) {
                if (index.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
