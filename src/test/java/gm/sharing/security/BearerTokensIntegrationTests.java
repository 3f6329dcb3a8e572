package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Programs, among them Camunda Modeler, that come to the engine's REST API with a token of a provider. */
@Tag("one-database")
class BearerTokensIntegrationTests extends AtProvider {

    private static final String CHECK = "/engine-rest/deployment?maxResults=0";

    @Autowired
    RepositoryService repository;

    private Visitor program(String provider, String person, Consumer<JwtClaimsSet.Builder> claims) {
        return Visitor.programWithToken(port, PROVIDER.token(provider, person, token -> {
            token.claim("email", person + "@bolton.example").claim("email_verified", true);
            claims.accept(token);
        }));
    }

    @Test
    void deploysFromModelerAndSeesWhatThePersonMaySee() {
        var owner = account("org-bolton", "process-owners");
        var program = program("bolton", owner, token -> {});

        assertThat(program.json(CHECK)).isEmpty();
        var answer = program.deploy(
                "By token",
                Map.of(
                        "review-deadlines.dmn",
                        Shipped.text("review-deadlines.dmn")
                                .replace("<description>How much time", "<description>So much time")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        repository.deleteDeployment(Visitor.parse(answer).get("id").textValue(), true);

        assertThat(program.json("/engine-rest/identity/groups?userId=" + owner).toString())
                .isNotEmpty();
        assertThat(recorded(owner)).contains("sign-in.program: Signed in with a token of a provider.");
        assertThat(program.getJson(CHECK).headers().allValues("Set-Cookie")).isEmpty();
    }

    /** A token opens no door that a password does not. */
    @Test
    void meetsTheSameListOfDoors() {
        var officer = account("org-bolton", "ig-bolton");
        var program = program("bolton", officer, token -> {});

        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(403);
        assertThat(program.sendText("POST", "/engine-rest/user/create", "{}").statusCode())
                .isEqualTo(403);
        assertThat(program.get("/projects").statusCode()).isEqualTo(302);
        assertThat(program.get("/actuator/metrics").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "early", "other audience", "no audience", "sign-in", "no end", "unknown issuer"})
    void refusesTokensThatAreNotForItOrNotNow(String fault) {
        var person = account("org-bolton", "process-owners");
        var program = program("bolton", person, token -> {
            switch (fault) {
                case "expired" ->
                    token.issuedAt(Instant.now().minusSeconds(900))
                            .expiresAt(Instant.now().minusSeconds(600));
                case "early" -> token.notBefore(Instant.now().plusSeconds(600));
                case "other audience" -> token.audience(List.of("https://other.example"));
                case "no audience" -> token.claims(claims -> claims.remove("aud"));
                // What a sign-in gives is no token for programs.
                case "sign-in" -> token.audience(List.of(IdentityProvider.CLIENT));
                case "no end" -> token.claims(claims -> claims.remove("exp"));
                default -> token.issuer("http://evil.example");
            }
        });

        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(401);
    }

    /** Both are signed with the same key; whom it is about follows from the issuer alone. */
    @Test
    void refusesPeopleOfOtherOrganisationsAndTakesTheIssuerAtItsWord() {
        var salford = account("org-salford", "process-owners");

        assertThat(program("bolton", salford, token -> {}).getJson(CHECK).statusCode())
                .isEqualTo(401);
        assertThat(program("everyone", salford, token -> {}).getJson(CHECK).statusCode())
                .isEqualTo(200);
        assertThat(recorded(salford))
                .contains(
                        "sign-in.refused: A program came with a token of Bolton sign-in and was not let in: elsewhere.");
    }

    @Test
    void refusesATokenThatSomebodyElseSignedOrChanged() {
        var person = account("org-bolton", "process-owners");
        var token = PROVIDER.token("bolton", person, claims -> claims.claim("email", person + "@bolton.example")
                .claim("email_verified", true));
        var parts = token.split("\\.");

        for (var forged : List.of(
                parts[0] + "." + parts[1] + ".",
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(),
                "nonsense")) {
            assertThat(Visitor.programWithToken(port, forged).getJson(CHECK).statusCode())
                    .isEqualTo(401);
        }
        assertThat(Visitor.programWithToken(port, token).getJson(CHECK).statusCode())
                .isEqualTo(200);
        assertThat(Visitor.browser(port)
                        .getJson(CHECK + "&access_token=" + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAtOnceWhoseAccountIsGoneWhateverTheTokenSays() {
        var person = account("org-bolton", "process-owners");
        var program = program("bolton", person, token -> {});
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(200);

        identity.deleteMembership(person, "process-owners");
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(403);
        identity.deleteUser(person);
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(401);
    }
}
