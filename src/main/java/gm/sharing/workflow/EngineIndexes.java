package gm.sharing.workflow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Indexes that the engine's tables lack for what is asked of them all the time. The engine makes its tables itself, after
 * the migrations, and its upgrades leave alone what they do not know.
 */
final class EngineIndexes {

    /** {@code src/docs/benchmark.md} and {@code src/docs/cluster.md} say what each is for and what it brought. */
    private static final List<Index> INDEXES = List.of(
            new Index("sj_due_of_act_ru_job", "act_ru_job", "duedate_"),
            new Index("sj_lock_of_act_ru_job", "act_ru_job", "lock_exp_time_"),
            new Index("sj_due_of_act_ru_task", "act_ru_task", "due_date_"));

    private EngineIndexes() {}

    /** Makes those that are missing, and gives jobs of a release before a due date, by which they are looked for. */
    static void makeIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update act_ru_job set duedate_ = create_time_ where duedate_ is null");
            for (Index index : INDEXES) {
                if (!exists(connection, index)) {
                    statement.execute(
                            "create index %s on %s (%s)".formatted(index.name(), index.table(), index.column()));
                }
            }
        }
    }

    /** Asked beforehand, because "if not exists" waits for whoever is writing to the table. */
    private static boolean exists(Connection connection, Index index) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name = database.storesUpperCaseIdentifiers() ? index.table().toUpperCase(Locale.ROOT) : index.table();
        try (var indexes = database.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true)) {
            while (indexes.next()) {
                if (index.name().equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Index(String name, String table, String column) {}
}
