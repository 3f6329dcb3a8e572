package gm.sharing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes a database as an earlier release left it, from {@code src/test/resources/left-by}: H2 from its own script, PostgreSQL
 * from a file of one statement a line, in which the rows of a table follow the line that copies them. Both get further rows, one
 * statement a line, as that release writes them where its journeys did not come.
 */
final class DatabaseLeftBehind {

    private final String release;
    private final String url;
    private final String user;

    /** @param release the day of the release, by which its files are called */
    DatabaseLeftBehind(String release, String url, String user) {
        this.release = release;
        this.url = url;
        this.user = user;
    }

    void make() {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            if (url.startsWith("jdbc:h2:")) {
                statement.execute("runscript from 'classpath:/left-by/%s.h2.sql.gz' compression gzip charset 'UTF-8'"
                        .formatted(release));
            } else {
                run(statement, connection.unwrap(PGConnection.class).getCopyAPI());
            }
            for (var further : further()) {
                statement.execute(further);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + release + " cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> further() throws IOException {
        try (var rows =
                Objects.requireNonNull(getClass().getResourceAsStream("/left-by/%s.further.sql".formatted(release)))) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private void run(Statement statement, CopyManager copy) throws SQLException, IOException {
        try (var dump = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        getClass().getResourceAsStream("/left-by/%s.postgresql.sql.gz".formatted(release)))),
                StandardCharsets.UTF_8))) {
            for (var line = dump.readLine(); line != null; line = dump.readLine()) {
                if (line.startsWith("copy ")) {
                    copy.copyIn(line, new StringReader(rows(dump)));
                } else {
                    statement.execute(line);
                }
            }
        }
    }

    private static String rows(BufferedReader dump) throws IOException {
        var rows = new StringBuilder();
        for (var row = dump.readLine(); !row.equals("\\."); row = dump.readLine()) {
            rows.append(row).append('\n');
        }
        return rows.toString();
    }
}
