package gm.sharing.audit;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Has the database itself refuse to change or remove the terms that organisations accepted, and who accepted them. */
@Component
class TermsRecordMigration extends RecordMigration {

    TermsRecordMigration() {
        super("61.1", "terms accepted append only");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        AppendOnly.protect(context.getConnection(), "terms_text");
        AppendOnly.protect(context.getConnection(), "terms_acceptance");
    }
}
