package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.People;
import gm.sharing.workflow.Restarts;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts after a restart on what attackers or the release before left. */
class AccountsOfBeforeIntegrationTests {

    private static final String USER = "--sharing.admin.user=alex";
    private static final String PASSWORD = "unicorn-teapot-9-granite";
    private static final String SALT = "c2FsdHNhbHRzYWx0c2FsdA==";

    private final Restarts restarts = new Restarts();

    @AfterEach
    void end() {
        restarts.close();
    }

    @Test
    void theAdministratorComesInAfterARestartWhateverWasTriedAndWithWhatWasStoredBefore() {
        var first = restarts.start(USER, "--sharing.admin.password=" + PASSWORD);
        for (int guess = 0; guess < 12; guess++) {
            signIn(first, "alex", "guess" + guess);
        }
        assertThat(signIn(first, "alex", PASSWORD)).as("waits").isEqualTo(429);
        lockAsTheEngineDid(first);

        var second = restarts.start(USER);
        assertThat(signIn(second, "alex", PASSWORD)).isEqualTo(200);

        hire(second, "sam");
        leaveAsTheReleaseBefore(second);

        var third = restarts.start(
                USER,
                "--sharing.admin.password=granite-7-walrus-lighthouse",
                "--sharing.admin.reset-password=true",
                // What came after the migrations that are undone stays.
                "--spring.flyway.out-of-order=true");
        assertThat(signIn(third, "alex", PASSWORD)).isEqualTo(401);
        assertThat(signIn(third, "alex", "granite-7-walrus-lighthouse")).isEqualTo(200);
        peopleOfBeforeComeInAndAreHashedAnew(third);
        eventsOfBeforeStayAndIdsThatTheyNameAreTaken(third);

        var fourth = restarts.start(USER, "--sharing.admin.password=another-walrus-7-teapot-unicorn");
        assertThat(signIn(fourth, "alex", "granite-7-walrus-lighthouse"))
                .as("kept without the setting")
                .isEqualTo(200);
    }

    private static void peopleOfBeforeComeInAndAreHashedAnew(ConfigurableApplicationContext node) {
        assertThat(stored(node, "sam")).startsWith("{SHA-512}");
        assertThat(signIn(node, "sam", "wrong")).isEqualTo(401);
        assertThat(signIn(node, "sam", PASSWORD)).isEqualTo(200);
        assertThat(stored(node, "sam")).startsWith("{bcrypt-sha384}");
        assertThat(node.getBean(People.class).passwordMatches("sam", PASSWORD)).isTrue();
    }

    private static void eventsOfBeforeStayAndIdsThatTheyNameAreTaken(ConfigurableApplicationContext node) {
        assertThat(node.getBean(AuditTrail.class).of("SJ-2020-0001"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.who()).isEqualTo("left.long.ago");
                    assertThat(event.whoName()).isNull();
                    assertThat(event.whoRoles()).isEmpty();
                });
        node.getBean(AuditTrail.class).record("SJ-2020-0001", "sam", "test", "Did it.");
        assertThat(node.getBean(AuditTrail.class).of("SJ-2020-0001"))
                .extracting(Event::whoName)
                .containsExactly(null, "Sam Hill");
        var ids = node.getBean(AccountIds.class);
        assertThat(ids.isFree("left.long.ago")).isFalse();
        assertThat(ids.isFree("sam")).isFalse();
        assertThat(ids.isFree("never.heard.of")).isTrue();
    }

    private static void hire(ConfigurableApplicationContext node, String id) {
        var identity = node.getBean(IdentityService.class);
        var user = identity.newUser(id);
        user.setFirstName("Sam");
        user.setLastName("Hill");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    /** As it was before the engine's lock was passed over: for good. */
    private static void lockAsTheEngineDid(ConfigurableApplicationContext node) {
        node.getBean(JdbcClient.class)
                .sql("update act_id_user set attempts_ = 10, lock_exp_time_ = :later")
                .param("later", Timestamp.from(Instant.now().plus(3650, ChronoUnit.DAYS)))
                .update();
    }

    private static void leaveAsTheReleaseBefore(ConfigurableApplicationContext node) {
        var jdbc = node.getBean(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into event (happened_at, reference, who, type, what)
                        values (current_timestamp, 'SJ-2020-0001', 'left.long.ago', 'test', 'Proposed it.')""")
                .update();
        jdbc.sql("update act_id_user set pwd_ = :old, salt_ = :salt")
                .param("old", "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + SALT))
                .param("salt", SALT)
                .update();
        lockAsTheEngineDid(node);
        for (var change : new String[] {
            "drop table sign_in_attempts",
            "drop table account_id",
            "alter table event drop column who_name",
            "alter table event drop column who_role",
            "drop index notice_recipient",
            "alter table notice drop column sent_with",
            "delete from \"flyway_schema_history\" where \"version\" in ('30', '31', '32')"
        }) {
            jdbc.sql(change).update();
        }
    }

    private static String stored(ConfigurableApplicationContext node, String id) {
        return node.getBean(JdbcClient.class)
                .sql("select pwd_ from act_id_user where id_ = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static int signIn(ConfigurableApplicationContext node, String id, String password) {
        var port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return Visitor.program(port, id, password)
                .getJson("/engine-rest/filter")
                .statusCode();
    }
}
