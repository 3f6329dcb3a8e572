package gm.sharing.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The one review of before counts as the first, with the position and the policy document that the sign-off had. */
class ReviewsOfBeforeTests {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void keepWhatWasSaidInItsOrder() {
        migrateTo("32");
        sql.update("insert into sign_off_round (project, number, agreed_version, digest, opened_at, due, version)"
                + " values ('SJ-2026-0001', 1, '1.0', 'ab', now(), now(), 0)");
        sql.update(
                "insert into sign_off (project, round, partner, agreed_version, digest, asked_at, due, version,"
                        + " dpia_position, dpia_position_words, policy_document, policy_review) values ('SJ-2026-0001', 1, 'bolton',"
                        + " '1.0', 'ab', now(), now(), 0, 'ADAPT', 'Letters are kept for a year.', 'Policy', date '2027-01-04')");
        said("SIGNATURE", "sia", 2, "Train all staff.", null);
        said("REVIEW", "ida", 1, "Train staff.", "Well written.");

        migrateTo("35");

        assertThat(sql.queryForList(
                        "select position || ' ' || step || ' ' || person || ' ' || coalesce(office, '-') || ' ' ||"
                                + " coalesce(dpia_position, '-') || ' ' || coalesce(policy_document, '-')"
                                + " from sign_off_statement order by position",
                        String.class))
                .containsExactly("0 REVIEW ida IG_OFFICER ADAPT Policy", "1 SIGNATURE sia - - -");
        assertThat(sql.queryForList(
                        "select statement || ' ' || text from sign_off_condition order by position", String.class))
                .containsExactly("1 Train all staff.", "0 Train staff.");
        assertThat(sql.queryForList("select statement || ' ' || text from sign_off_comment", String.class))
                .containsExactly("0 Well written.");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void said(String step, String person, int hour, String condition, @Nullable String comment) {
        sql.update(
                "insert into sign_off_statement (sign_off, step, decision, person, person_name, given_at) select id, ?,"
                        + " 'SIGN_WITH_CONDITIONS', ?, ?, timestamp '2026-06-01 0" + hour + ":00:00' from sign_off",
                step,
                person,
                person);
        sql.update(
                "insert into sign_off_condition (sign_off, position, step, text) select id, (select count(*) from"
                        + " sign_off_condition), ?, ? from sign_off",
                step,
                condition);
        if (comment != null) {
            sql.update(
                    "insert into sign_off_comment (sign_off, position, step, section, text) select id, 0, ?, 'All', ?"
                            + " from sign_off",
                    step,
                    comment);
        }
    }
}
