package gm.sharing.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Conditions and comments that were typed as one text stay readable as rows. */
class ConditionsOfBeforeTests {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void becomeRowsWithoutOwnerAndDate() {
        migrateTo("18");
        sql.update("insert into sign_off_round (project, number, agreed_version, digest, opened_at, due, version)"
                + " values ('SJ-2026-0001', 1, '1.0', 'ab', now(), now(), 0)");
        sql.update("insert into sign_off (project, round, partner, agreed_version, digest, asked_at, due, version)"
                + " values ('SJ-2026-0001', 1, 'bolton', '1.0', 'ab', now(), now(), 0)");
        statement("REVIEW", "Train staff.", "Well written.", 1);
        statement("SIGNATURE", "Train all staff.", null, 2);

        migrateTo("19");

        assertThat(sql.queryForList(
                        "select step || ': ' || text from sign_off_condition where owner is null and due is null"
                                + " order by position",
                        String.class))
                .containsExactly("REVIEW: Train staff.", "SIGNATURE: Train all staff.");
        assertThat(sql.queryForMap("select section, text from sign_off_comment"))
                .containsEntry("SECTION", "The agreement as a whole")
                .containsEntry("TEXT", "Well written.");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void statement(String step, String conditions, @Nullable String comments, int hour) {
        sql.update(
                "insert into sign_off_statement (sign_off, step, decision, conditions, comments, person, person_name,"
                        + " given_at) select id, ?, 'SIGN_WITH_CONDITIONS', ?, ?, 'ida', 'Ida', timestamp '2026-06-01 0"
                        + hour + ":00:00' from sign_off",
                step,
                conditions,
                comments);
    }
}
