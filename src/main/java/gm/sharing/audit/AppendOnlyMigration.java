package gm.sharing.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Has the database itself refuse to change or remove events. */
@Component
class AppendOnlyMigration extends RecordMigration {

    AppendOnlyMigration() {
        super("2.1", "audit append only");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        AppendOnly.prepare(connection);
        AppendOnly.protect(connection, "event");
    }
}
