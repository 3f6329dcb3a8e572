package gm.sharing.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the database itself refuse to change or remove events; each database has its own words for that. */
@Component
class AppendOnlyMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2.1");
    }

    @Override
    public String getDescription() {
        return "audit append only";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("create trigger event_append_only before update, delete on event for each row call \""
                        + AppendOnlyTrigger.class.getName() + "\"");
            } else {
                statement.execute(
                        """
                        create function refuse_change_of_event() returns trigger language plpgsql as $$
                        begin
                            raise exception 'Events are never changed or removed';
                        end $$""");
                statement.execute(
                        """
                        create trigger event_append_only before update or delete or truncate on event
                        for each statement execute function refuse_change_of_event()""");
            }
        }
    }
}
