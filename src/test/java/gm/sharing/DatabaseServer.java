package gm.sharing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL server that can be restarted with what it holds, as an operator does it. */
public final class DatabaseServer implements AutoCloseable {

    private final Path data;
    private final int port = TestPorts.free();
    private EmbeddedPostgres server;

    /** @param data an empty folder */
    public DatabaseServer(Path data) {
        this.data = data;
        server = started();
    }

    /** Breaks every connection. */
    public void restart() {
        close();
        server = started();
    }

    public Map<String, String> environment() {
        return Map.of("SPRING_DATASOURCE_URL", url(), "SPRING_DATASOURCE_USERNAME", "postgres");
    }

    /** Opens a connection for each statement, so that it outlives a restart. */
    public JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", ""));
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
