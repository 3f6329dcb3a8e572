package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whom the identity providers of organisations sign in, and as whom, against a real authorization server. */
class ProviderSignInIntegrationTests extends AtProvider {

    @Autowired
    People people;

    @Autowired
    SignInSettings settings;

    private final String elsewhere = "/login?with=%s&refused=%s";

    @Test
    void leadsToThePageAskedForAndOpensPagesAndTasklist() {
        var person = account("org-bolton", "ig-bolton");
        PROVIDER.knows(
                person,
                Map.of("email", person + "@Bolton.example", "email_verified", true, "groups", List.of("SJ-IG")));
        var browser = Visitor.browser(port);
        assertThat(location(browser.get("/measures"))).endsWith("/login");

        var answer = signIn(browser, "bolton", person);

        assertThat(location(answer)).as(answer.body()).endsWith(":" + port + "/measures");
        assertThat(browser.get("/measures").body()).contains("Signed in as", "Pat Provided");
        assertThat(browser.get(SignIn.TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.getJson(SignIn.TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.json("/camunda/api/admin/auth/user/default")
                        .get("userId")
                        .textValue())
                .isEqualTo(person);
        assertThat(recorded(person))
                .contains("sign-in: Signed in with the provider bolton.")
                .anyMatch(entry -> entry.startsWith("sign-in.linked: "));
    }

    @Test
    void offersEachProviderOnTheSignInPage() {
        assertThat(Visitor.browser(port).get("/login").body())
                .contains(
                        "/oauth2/authorization/bolton",
                        "Sign in with Bolton sign-in",
                        "/oauth2/authorization/everyone",
                        "Sign in with Greater Manchester sign-in",
                        "Or sign in with a password");
    }

    @Test
    void makesNobodyAnAccountAndSaysWhomToAsk() {
        PROVIDER.knows("stranger", Map.of("email", "stranger@bolton.example", "email_verified", true));
        var browser = Visitor.browser(port);

        var answer = signIn(browser, "bolton", "stranger");

        assertThat(location(answer)).endsWith(elsewhere.formatted("bolton", "unknown"));
        assertThat(browser.get(elsewhere.formatted("bolton", "unknown")).body())
                .contains("Bolton sign-in signed you in, but you have no account here yet. Ask the administrator");
        assertThat(location(browser.get("/projects"))).endsWith("/login");
        assertThat(recorded("anonymous"))
                .contains("sign-in.refused: Came from Bolton sign-in and was not let in: unknown.");
    }

    @ParameterizedTest
    @CsvSource({
        "org-bolton, false, bolton, unverified",
        "org-bolton, '', bolton, unverified",
        "org-bolton, false, everyone, unverified",
        "org-salford, true, bolton, elsewhere",
        "camunda-admin, true, bolton, elsewhere",
        "ig-bolton, true, bolton, elsewhere"
    })
    void letsNobodyInWhomTheProviderDoesNotVouchForOrIsNotFor(
            String group, String verified, String provider, String why) {
        var person = account(group);
        Map<String, Object> claims = new HashMap<>(Map.of("email", person + "@bolton.example"));
        if (!verified.isEmpty()) {
            claims.put("email_verified", Boolean.valueOf(verified));
        }
        PROVIDER.knows(person, claims);
        var browser = Visitor.browser(port);

        assertThat(location(signIn(browser, provider, person))).endsWith(elsewhere.formatted(provider, why));

        assertThat(location(browser.get("/projects"))).endsWith("/login");
        assertThat(sessionsOf(person)).isZero();
    }

    @Test
    void guessesAmongAccountsWithOneAddressForNobody() {
        var one = account("org-bolton");
        var other = account("org-salford");
        var account = identity.createUserQuery().userId(other).singleResult();
        account.setEmail(one.toUpperCase(Locale.ROOT) + "@bolton.example");
        identity.saveUser(account);

        for (var provider : List.of("bolton", "everyone")) {
            assertThat(location(signIn(Visitor.browser(port), provider, one)))
                    .endsWith(elsewhere.formatted(provider, "several"));
        }
    }

    /** Addresses pass on to new colleagues; accounts do not. */
    @Test
    void knowsPeopleByTheProvidersNameOnceLinkedAndNotByTheirAddress() {
        var person = account("org-bolton");
        signedIn("bolton", person);
        PROVIDER.knows(person, Map.of("email", "married@bolton.example", "email_verified", false));
        PROVIDER.knows("new-" + person, Map.of("email", person + "@bolton.example", "email_verified", true));

        signedIn("bolton", person);
        assertThat(location(signIn(Visitor.browser(port), "bolton", "new-" + person)))
                .endsWith(elsewhere.formatted("bolton", "taken"));
        assertThat(recorded(person)).contains("sign-in.refused: Came from Bolton sign-in and was not let in: taken.");
    }

    @Test
    void signsOnePersonInWithTwoProviders() {
        var person = account("org-bolton");

        signedIn("bolton", person);
        signedIn("everyone", person);
        signedIn("bolton", person);

        assertThat(sessionsOf(person)).isEqualTo(3);
    }

    @Test
    void letsNobodyInWhoMovedToAnotherOrganisation() {
        var person = account("org-bolton");
        signedIn("bolton", person);
        identity.deleteMembership(person, "org-bolton");
        identity.createMembership(person, "org-salford");

        assertThat(location(signIn(Visitor.browser(port), "bolton", person)))
                .endsWith(elsewhere.formatted("bolton", "elsewhere"));
        signedIn("everyone", person);
    }

    @Test
    void neverBringsADeletedAccountBack() {
        var person = account("org-bolton");
        var browser = signedIn("bolton", person);
        identity.deleteUser(person);

        assertThat(location(browser.get("/projects"))).endsWith("/login");
        assertThat(location(signIn(Visitor.browser(port), "bolton", person)))
                .endsWith(elsewhere.formatted("bolton", "unknown"));
        assertThat(identity.createUserQuery().userId(person).count()).isZero();

        var again = account("org-bolton");
        PROVIDER.knows(person, Map.of("email", again + "@bolton.example", "email_verified", true));
        signedIn("bolton", person);
        assertThat(recorded(again)).contains("sign-in: Signed in with the provider bolton.");
    }

    @Test
    void letsNobodyInWhoseAccountIsDisabledAndEndsWhatIsOpen() {
        var person = account("org-bolton");
        var unseen = account("org-bolton");
        var browser = signedIn("bolton", person);
        for (var account : List.of(person, unseen)) {
            database.sql("insert into disabled_account values (:id, 'Left.', 'admin', 'Admin', current_timestamp)")
                    .param("id", account)
                    .update();
        }

        assertThat(browser.get("/projects").statusCode()).isNotEqualTo(200);
        for (var account : List.of(person, unseen)) {
            assertThat(location(signIn(Visitor.browser(port), "bolton", account)))
                    .endsWith(elsewhere.formatted("bolton", "disabled"));
        }
    }

    @Test
    void givesAndTakesTheConfiguredRolesOfItsOrganisationAndNoOthers() {
        var person = account("org-bolton", "signatory-bolton", "caldicott-bolton", "project-leads");
        PROVIDER.knows(
                person,
                Map.of(
                        "email",
                        person + "@bolton.example",
                        "email_verified",
                        true,
                        "groups",
                        List.of("SJ-IG", "camunda-admin", "ig-salford", "SJ-OTHER")));

        var browser = signedIn("bolton", person);

        assertThat(groups(person))
                .containsExactlyInAnyOrder("org-bolton", "ig-bolton", "caldicott-bolton", "project-leads");
        assertThat(recorded("system"))
                .contains(
                        "membership.added: " + person + " joined the group ig-bolton.",
                        "membership.removed: " + person + " left the group signatory-bolton.");
        assertThat(browser.get("/security-record").statusCode()).isEqualTo(403);

        PROVIDER.knows(person, Map.of());
        signedIn("bolton", person);
        assertThat(groups(person)).containsExactlyInAnyOrder("org-bolton", "caldicott-bolton", "project-leads");
    }

    @Test
    void leavesRolesToAdministratorsWhereNoClaimIsNamed() {
        var person = account("org-bolton", "signatory-bolton");
        PROVIDER.knows(
                person,
                Map.of("email", person + "@bolton.example", "email_verified", true, "groups", List.of("SJ-IG")));

        signedIn("everyone", person);

        assertThat(groups(person)).containsExactlyInAnyOrder("org-bolton", "signatory-bolton");
    }

    @Test
    void saysThatAProviderDoesNotAnswer() {
        var browser = Visitor.browser(port);

        var answer = browser.get("/oauth2/authorization/away");

        assertThat(location(answer)).endsWith(elsewhere.formatted("away", "failed"));
        assertThat(browser.get(elsewhere.formatted("away", "failed")).body()).contains("away did not sign you in.");
    }

    @Test
    void givesNoRoleAtAnOrganisationThatIsPartOfAnother() {
        var person = account("org-bolton");
        PROVIDER.knows(
                person,
                Map.of("email", person + "@bolton.example", "email_verified", true, "groups", List.of("SJ-IG")));
        database.sql("update organisation set succeeded_on = :since, succeeded_by = 'salford' where code = 'bolton'")
                .param("since", LocalDate.of(2026, 4, 1))
                .update();
        try {
            signedIn("bolton", person);
        } finally {
            database.sql("update organisation set succeeded_on = null, succeeded_by = null where code = 'bolton'")
                    .update();
        }

        assertThat(groups(person)).containsExactly("org-bolton");
        signedIn("bolton", person);
        assertThat(groups(person)).containsExactlyInAnyOrder("org-bolton", "ig-bolton");
    }

    /** Nothing wrong with a password is counted, and nothing right with a provider waits for it. */
    @Test
    void isNotHeldUpByWrongPasswords() {
        var person = account("org-bolton");
        for (int i = 0; i < 8; i++) {
            Visitor.browser(port).signIn(person, "wrong");
        }

        signedIn("bolton", person);

        database.sql("delete from sign_in_attempts").update();
    }

    /** However many passwords there are: where passwords are switched off, the configured administrator alone has one. */
    @Test
    void letsOnlyTheConfiguredAdministratorInByPasswordWhereThatIsSwitchedOff() {
        var ways = new PeopleAuthentication(people, new SignInSettings(false, false, settings.providers()), "admin");

        assertThat(ways.authenticate(withPassword("admin")).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> ways.authenticate(withPassword("owner"))).isInstanceOf(BadCredentialsException.class);
    }

    private static Authentication withPassword(String person) {
        return UsernamePasswordAuthenticationToken.unauthenticated(person, "demo");
    }
}
