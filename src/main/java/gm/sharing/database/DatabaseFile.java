package gm.sharing.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Closes the H2 file that real data may be in: a password, and no other account of the machine may read it. Without a
 * configured password one is made and kept beside the file. A file of a release before, which had none, gets one.
 */
@Component
@Profile("!demo")
class DatabaseFile implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final Pattern URL =
            Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:|nio|split)([^;]+)(?:;.*)?");
    private static final String OWNER_ONLY = "rw-------";

    /** H2's code for a wrong name or password. */
    private static final int WRONG_PASSWORD = 28000;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource database && database.getJdbcUrl() != null) {
            var url = URL.matcher(database.getJdbcUrl());
            if (url.matches()) {
                close(database, path(url.group(1)));
            }
        }
        return bean;
    }

    private static Path path(String file) {
        return Path.of(file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file)
                .toAbsolutePath();
    }

    private static void close(HikariDataSource database, Path file) {
        LOG.warn(
                "The database is the H2 file {}.mv.db. That is for one machine and few people; for more, and for backups while"
                        + " it runs, set spring.datasource.url to a PostgreSQL database",
                file);
        try {
            if (database.getPassword() == null || database.getPassword().isEmpty()) {
                database.setPassword(kept(Path.of(file + ".password")));
            }
            setPassword(database);
            for (String part : new String[] {".mv.db", ".trace.db"}) {
                ownerOnly(Path.of(file + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the database at " + file + " cannot be closed to others", e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The H2 file %s.mv.db does not open: it is in use, or spring.datasource.username or .password (or %s.password) is not its own"
                            .formatted(file, file),
                    e);
        }
    }

    private static String kept(Path secret) throws IOException {
        if (!Files.exists(secret)) {
            Optional.ofNullable(secret.getParent()).ifPresent(DatabaseFile::create);
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(secret);
            ownerOnly(secret);
            Files.writeString(secret, HexFormat.of().formatHex(bytes));
        }
        ownerOnly(secret);
        return Files.readString(secret).strip();
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setPassword(HikariDataSource database) throws SQLException {
        try {
            open(database, database.getPassword()).close();
            return;
        } catch (SQLException e) {
            if (e.getErrorCode() != WRONG_PASSWORD) {
                throw e;
            }
        }
        try (Connection ofBefore = open(database, "");
                var change =
                        ofBefore.prepareStatement("alter user " + quoted(database.getUsername()) + " set password ?")) {
            change.setString(1, database.getPassword());
            change.execute();
            LOG.info("The H2 file had no password and has one now");
        }
    }

    private static Connection open(HikariDataSource database, String password) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), password);
    }

    private static String quoted(String name) {
        return name.equalsIgnoreCase("sa") ? "sa" : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }
}
