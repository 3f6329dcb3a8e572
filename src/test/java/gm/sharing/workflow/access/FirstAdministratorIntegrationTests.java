package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.SharingJourneys;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.security.SignInThrottle;
import gm.sharing.workflow.CannotStart;
import gm.sharing.workflow.Parts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A start outside the demonstration. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorIntegrationTests {

    @Test
    void doesNotStartWithoutAnAdministratorAndSaysWhatToSet(CapturedOutput log) {
        assertThatThrownBy(() -> start("--sharing.admin.user=", "--sharing.admin.password="))
                .hasRootCauseInstanceOf(CannotStart.class);

        assertThat(log)
                .contains("APPLICATION FAILED TO START", "There is no administrator yet.")
                .contains("SHARING_ADMIN_USER", "SHARING_ADMIN_PASSWORD");
    }

    @Test
    void doesNotStartWithAnAdministratorWhosePasswordIsEasilyGuessed(CapturedOutput log) {
        assertThatThrownBy(() -> start("--sharing.admin.user=alex", "--sharing.admin.password=short"))
                .hasRootCauseInstanceOf(CannotStart.class);

        assertThat(log)
                .contains("\"alex\" needs a password of at least 12 characters")
                .doesNotContain("password=short");
    }

    @Test
    void startsWithTheConfiguredAdministratorAndNobodyElse(CapturedOutput log) {
        try (var application = start(
                "--sharing.admin.user=alex",
                "--sharing.admin.password=correct-horse-battery",
                "--sharing.admin.email=alex@gm.example")) {
            var people = application.getBean(People.class);
            assertThat(people.in("camunda-admin")).singleElement().satisfies(person -> {
                assertThat(person.id()).isEqualTo("alex");
                assertThat(person.email()).isEqualTo("alex@gm.example");
            });
            assertThat(people.find("ig.bolton")).isEmpty();
            assertThat(people.passwordMatches("alex", "correct-horse-battery")).isTrue();
            assertThat(log).doesNotContain("correct-horse-battery");

            var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(Visitor.program(port, "alex", "correct-horse-battery")
                            .getJson("/actuator/metrics")
                            .statusCode())
                    .isEqualTo(200);

            restartKeepsThePassword(application);
        }
    }

    private static void restartKeepsThePassword(ConfigurableApplicationContext application) {
        var accounts = application.getBean(Accounts.class);

        for (var settings : List.of(
                new AdministratorSettings("alex", null, null, null),
                new AdministratorSettings(null, null, null, null),
                new AdministratorSettings("alex", "another-long-password", null, false))) {
            new FirstAdministrator(
                            accounts,
                            settings,
                            application.getBean(DemoPassword.class),
                            application.getBean(SignInThrottle.class))
                    .prepare(Parts.TOGETHER);
        }

        assertThat(application.getBean(People.class).passwordMatches("alex", "correct-horse-battery"))
                .isTrue();
    }

    /** Without the web applications: their state is the whole virtual machine's, where other tests go on using them. */
    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(SharingJourneys.class)
                .properties(
                        "camunda.bpm.job-execution.enabled=false", "camunda.bpm.webapp.enabled=false", "server.port=0")
                .run(settings);
    }
}
