package gm.sharing.database;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Which database the application works on, for what has to be said differently to each. */
public final class WhichDatabase {

    private WhichDatabase() {}

    /**
     * Asks the database.
     *
     * @throws IllegalStateException when it does not say
     */
    public static DatabaseDriver of(DataSource database) {
        try {
            return DatabaseDriver.fromProductName(
                    JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }
}
