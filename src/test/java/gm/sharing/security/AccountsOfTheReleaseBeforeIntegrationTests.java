package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Accounts that were there before this service knew identity providers are linked by their addresses, and lose nothing. */
@TestPropertySource(properties = "test.database.left-by=2026-11-28")
class AccountsOfTheReleaseBeforeIntegrationTests extends AtProvider {

    private static final String OFFICER = "dpo.manchester";

    @Test
    void areLinkedByTheirAddressAndKeepPasswordRolesAndTasks() {
        assertThat(database.sql("select count(*) from provider_link")
                        .query(Integer.class)
                        .single())
                .isZero();
        var before = groups(OFFICER);
        assertThat(before).contains("org-manchester", "dpo-manchester");
        var byPassword = Visitor.signedIn(port, OFFICER);
        var tasks = byPassword.getJson(SignIn.TASKS).body();
        assertThat(tasks).contains("\"id\"");
        PROVIDER.knows("subject-of-" + OFFICER, Map.of("email", OFFICER + "@demo.invalid", "email_verified", true));

        var byProvider = signedIn("everyone", "subject-of-" + OFFICER);

        assertThat(byProvider.get("/projects").body()).contains("Signed in as");
        assertThat(byProvider.getJson(SignIn.TASKS).body()).isEqualTo(tasks);
        assertThat(groups(OFFICER)).isEqualTo(before);
        assertThat(byPassword.get("/projects").statusCode()).isEqualTo(200);
        assertThat(recorded(OFFICER)).anyMatch(entry -> entry.startsWith("sign-in.linked: "));
        PROVIDER.knows("other-" + OFFICER, Map.of("email", OFFICER + "@demo.invalid", "email_verified", true));
        assertThat(location(signIn(Visitor.browser(port), "everyone", "other-" + OFFICER)))
                .endsWith("refused=taken");
    }
}
