package gm.sharing.agreement;

import gm.sharing.document.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives documents of before their digests; each database has its own words for that. */
@Component
class DocumentDigestMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("22.1");
    }

    @Override
    public String getDescription() {
        return "digests of documents";
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
        for (long version : versions(connection)) {
            keep(connection, version, Digest.of(pdf(connection, version)));
        }
    }

    private static List<Long> versions(Connection connection) throws SQLException {
        List<Long> versions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select version_id from agreement_document");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                versions.add(rows.getLong(1));
            }
        }
        return versions;
    }

    private static byte[] pdf(Connection connection, long version) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select pdf from agreement_document where version_id = ?")) {
            query.setLong(1, version);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private static void keep(Connection connection, long version, Digest digest) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update agreement_document set pdf_digest = ? where version_id = ?")) {
            update.setString(1, digest.value());
            update.setLong(2, version);
            update.executeUpdate();
        }
    }
}
