package gm.sharing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an H2 file outside the demonstration. */
class DatabaseFileTests {

    @TempDir
    Path folder;

    @Test
    void getsAPasswordAndIsReadByItsOwnerOnly() throws Exception {
        try (var database = opened("")) {
            JdbcClient.create(database).sql("create table kept (id int)").update();

            assertThat(database.getPassword()).hasSizeGreaterThan(40);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url(), "sa", "")).isInstanceOf(SQLException.class);
        for (String file : new String[] {"data.mv.db", "data.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsWhatAReleaseWithoutPasswordWroteAndOpensAgain() throws Exception {
        try (var before = DriverManager.getConnection(url(), "sa", "");
                var statement = before.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }

        for (int start = 0; start < 3; start++) {
            try (var database = opened("")) {
                assertThat(JdbcClient.create(database)
                                .sql("select answer from kept")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(42);
            }
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url(), "sa", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void takesThePasswordThatIsConfigured() throws Exception {
        try (var database = opened("it's \"mine\"")) {
            JdbcClient.create(database).sql("create table kept (id int)").update();
        }
        assertThat(Files.exists(folder.resolve("data.password"))).isFalse();
        try (var again = DriverManager.getConnection(url(), "sa", "it's \"mine\"")) {
            assertThat(again.isValid(1)).isTrue();
        }
    }

    @Test
    void doesNotOpenWithAWrongPassword() {
        opened("right one").close();

        assertThatThrownBy(() -> opened("wrong one")).hasMessageContaining("spring.datasource.username or .password");
    }

    @Test
    void leavesDatabasesInMemoryAndOfOtherKindsAlone() {
        var memory = new HikariDataSource();
        memory.setJdbcUrl("jdbc:h2:mem:x");
        new DatabaseFile().postProcessBeforeInitialization(memory, "");
        assertThat(memory.getPassword()).isNull();
        var server = new HikariDataSource();
        server.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/x");
        new DatabaseFile().postProcessBeforeInitialization(server, "");
        assertThat(server.getPassword()).isNull();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data") + ";WRITE_DELAY=0";
    }

    private HikariDataSource opened(String password) {
        var database = new HikariDataSource();
        database.setJdbcUrl(url());
        database.setUsername("sa");
        database.setPassword(password);
        new DatabaseFile().postProcessBeforeInitialization(database, "dataSource");
        return database;
    }
}
