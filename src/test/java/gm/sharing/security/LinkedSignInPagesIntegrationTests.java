package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Links of accounts to identity providers, and how administrators of the service end them. */
@Tag("one-database")
class LinkedSignInPagesIntegrationTests extends AtProvider {

    private static final String CHECK = "/engine-rest/deployment?maxResults=0";

    @Autowired
    ProviderSessions sessions;

    @ParameterizedTest
    @CsvSource({
        "admin, 200, 200",
        "admin.bolton, 403, 403",
        "admin.salford, 403, 403",
        "lead.manchester, 403, 403",
        "ig.bolton, 403, 403",
        "signatory.bolton, 403, 403",
        "owner, 403, 403",
        "board, 403, 403"
    })
    void areForAdministratorsOfTheServiceAlone(String who, int page, int end) {
        var person = account("org-bolton");
        signedIn("bolton", person);
        var visitor = Visitor.signedIn(port, who);

        assertThat(visitor.get("/sign-ins/" + person).statusCode()).isEqualTo(page);
        assertThat(end(visitor, person, "", "").statusCode()).isEqualTo(end);
        signedIn("bolton", person);
    }

    @Test
    void areClosedToThePersonToStrangersAndToForgedForms() {
        var person = account("org-bolton");
        var theirs = signedIn("bolton", person);

        assertThat(theirs.get("/sign-ins/" + person).statusCode()).isEqualTo(403);
        assertThat(end(theirs, person, PROVIDER.issuer("bolton"), "Mine.").statusCode())
                .isEqualTo(403);
        assertThat(location(Visitor.browser(port).get("/sign-ins/" + person))).endsWith("/login");
        assertThat(Visitor.signedIn(port, "admin")
                        .post("/sign-ins/" + person, Map.of("provider", PROVIDER.issuer("bolton"), "reason", "Forged."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(theirs.get("/projects").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "admin").get("/sign-ins/nobody.here").statusCode())
                .isEqualTo(404);
    }

    @Test
    void endTogetherWithSessionsAndTokensOfThatProviderAndNoOther() {
        var person = account("org-bolton", "process-owners");
        var browser = signedIn("bolton", person);
        browser.get(SignIn.TASKLIST);
        var other = signedIn("bolton", person);
        var elsewhere = signedIn("everyone", person);
        var program = program(person, Instant.now());
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(200);
        var admin = Visitor.signedIn(port, "admin");
        assertThat(admin.get("/leaving/" + person).body()).contains("/sign-ins/" + person);
        assertThat(admin.get("/sign-ins/" + person).body())
                .contains("Bolton sign-in", "Greater Manchester sign-in", person, "Check the");

        var answer = end(admin, person, PROVIDER.issuer("bolton"), "Has a new account there.");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(admin.get("/sign-ins/" + person).body())
                .contains("Bolton sign-in no longer signs in as Pat Provided.")
                .doesNotContain(PROVIDER.issuer("bolton"));
        assertThat(browser.getJson(SignIn.TASKS).statusCode()).isEqualTo(401);
        assertThat(location(other.get("/projects"))).endsWith("/login");
        assertThat(program.getJson(CHECK).statusCode())
                .as("though it names an address that would link")
                .isEqualTo(401);
        assertThat(elsewhere.get("/projects").statusCode()).isEqualTo(200);
        assertThat(recorded("admin"))
                .contains("sign-in.unlinked: The link of account " + person
                        + " (“Pat Provided”) to Bolton sign-in was ended. Reason: Has a new account there.");

        assertThat(program(person, Instant.now().plusSeconds(5)).getJson(CHECK).statusCode())
                .isEqualTo(200);
        assertThat(program.getJson(CHECK).statusCode())
                .as("a new link brings no old token back")
                .isEqualTo(401);
    }

    @Test
    void leaveTheAccountToWhoeverHasItsVerifiedAddressNextAndToNobodyElse() {
        var person = account("org-bolton");
        signedIn("bolton", person);
        PROVIDER.knows("new-" + person, Map.of("email", person + "@bolton.example", "email_verified", true));
        PROVIDER.knows(person, Map.of("email", "another@bolton.example", "email_verified", true));
        assertThat(location(signIn(Visitor.browser(port), "bolton", "new-" + person)))
                .endsWith("refused=taken");

        end(Visitor.signedIn(port, "admin"), person, PROVIDER.issuer("bolton"), "Has a new account there.");
        aMomentLater(person);

        assertThat(location(signIn(Visitor.browser(port), "bolton", person))).endsWith("refused=unknown");
        signedIn("bolton", "new-" + person);
        assertThat(sessionsOf(person)).isEqualTo(1);
        PROVIDER.knows(person, Map.of("email", person + "@bolton.example", "email_verified", true));
        assertThat(location(signIn(Visitor.browser(port), "bolton", person))).endsWith("refused=taken");
    }

    @Test
    void endOnlyByChoiceAndWithAReasonAndKeepWhatWasTyped() {
        var person = account("org-bolton");
        var theirs = signedIn("bolton", person);
        var admin = Visitor.signedIn(port, "admin");

        assertThat(end(admin, person, "", "").body())
                .contains("There is a problem", "Which provider: choose one from the list.", "Reason: say why.");
        assertThat(end(admin, person, "http://other.example", "Typed <b>well</b>.")
                        .body())
                .contains("Which provider: choose one from the list.", ">Typed &lt;b&gt;well&lt;/b&gt;.</textarea>");
        assertThat(end(admin, person, PROVIDER.issuer("bolton"), " ").body()).contains("Reason: say why.");
        assertThat(end(admin, person, PROVIDER.issuer("everyone"), "Not linked.")
                        .body())
                .contains("Which provider: choose one from the list.");
        assertThat(theirs.get("/projects").statusCode()).isEqualTo(200);

        end(admin, person, PROVIDER.issuer("bolton"), "Once.");
        assertThat(end(admin, person, PROVIDER.issuer("bolton"), "Twice.").body())
                .contains("No identity provider is linked");
    }

    /** Its session is written after all others of the link were ended. */
    @Test
    void leaveNoSessionThatBeganInTheMomentOfTheEnd() {
        var person = account("org-bolton");
        var page = signedIn("bolton", person);
        var tasklist = signedIn("bolton", person);
        tasklist.get(SignIn.TASKLIST);
        database.sql("delete from provider_session where subject = :person")
                .param("person", person)
                .update();

        assertThat(location(page.get("/projects"))).endsWith("/login");
        assertThat(tasklist.getJson(SignIn.TASKS).statusCode()).isEqualTo(401);
        assertThat(sessionsOf(person)).isZero();

        database.sql("delete from provider_link where person = :person")
                .param("person", person)
                .update();
        sessions.saveSessionInformation(new OidcSessionInformation(
                "late-" + person,
                Map.of(),
                new DefaultOidcUser(
                        null,
                        OidcIdToken.withTokenValue("t")
                                .issuer(PROVIDER.issuer("bolton"))
                                .subject(person)
                                .build())));
        assertThat(sessions.stand("late-" + person)).isFalse();
    }

    private HttpResponse<String> end(Visitor visitor, String person, String provider, String reason) {
        return visitor.submit("/absence", "/sign-ins/" + person, Map.of("provider", provider, "reason", reason));
    }

    /** Tokens tell time in seconds. */
    private void aMomentLater(String person) {
        database.sql("update ended_provider_link set ended_at = :before where subject = :person")
                .param("before", Timestamp.from(Instant.now().minusSeconds(5)))
                .param("person", person)
                .update();
    }

    private Visitor program(String person, Instant issued) {
        return Visitor.programWithToken(port, PROVIDER.token("bolton", person, token -> token.issuedAt(issued)
                .claim("email", person + "@bolton.example")
                .claim("email_verified", true)));
    }
}
