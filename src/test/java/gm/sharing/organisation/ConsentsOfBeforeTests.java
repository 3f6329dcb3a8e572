package gm.sharing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever acted for an organisation before consents were kept goes on, and nobody is named who consented. */
class ConsentsOfBeforeTests {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void letWhoeverActedGoOn() {
        migrateTo("59");
        sql.update("insert into organisation (code, name, sector, legal_entity, demo, version) values"
                + " ('bolton', 'Bolton Council', 'COUNCIL', true, false, 0)");
        sql.update("insert into organisation (code, name, sector, legal_entity, demo, version, acted_for_by) values"
                + " ('club', 'Club', 'VCFSE', true, false, 0, 'bolton')");
        sql.update(
                "insert into organisation (code, name, sector, legal_entity, demo, version, acted_for_by, succeeded_on,"
                        + " succeeded_by) values ('merged', 'Merged', 'VCFSE', true, false, 0, 'bolton', date '2026-04-01', 'bolton')");

        migrateTo("63");

        assertThat(sql.queryForList(
                        "select code || ' ' || coalesce(consent_to, '-') || ' ' || coalesce(consent_covers, '-') || ' ' ||"
                                + " coalesce(consent_by, '-') from organisation order by code",
                        String.class))
                .containsExactly("bolton - - -", "club bolton review agree sign -", "merged - - -");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
