package gm.sharing.audit;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Has the database itself refuse to change or remove what the security record holds. */
@Component
class SecurityRecordMigration extends RecordMigration {

    SecurityRecordMigration() {
        super("25.1", "security record append only");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        AppendOnly.protect(context.getConnection(), "security_event");
    }
}
