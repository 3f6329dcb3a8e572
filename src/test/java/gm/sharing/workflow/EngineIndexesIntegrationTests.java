package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due is found by an index, however much waits. */
@DemoApplication
class EngineIndexesIntegrationTests {

    @Autowired
    DataSource database;

    @Test
    void dueJobsAndOverdueTasksAreFoundByAnIndex() throws SQLException {
        assertThat(columnsOfIndexes("act_ru_job")).contains("duedate_");
        assertThat(columnsOfIndexes("act_ru_task")).contains("due_date_");
    }

    @Test
    void theIndexesAreMadeOnce() throws SQLException {
        try (var connection = database.getConnection()) {
            EngineIndexes.makeIn(connection);
        }
    }

    private Set<String> columnsOfIndexes(String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (var connection = database.getConnection();
                var indexes = connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(),
                                connection.getSchema(),
                                connection.getMetaData().storesUpperCaseIdentifiers()
                                        ? table.toUpperCase(Locale.ROOT)
                                        : table,
                                false,
                                true)) {
            while (indexes.next()) {
                if (indexes.getInt("ORDINAL_POSITION") == 1) {
                    columns.add(indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
