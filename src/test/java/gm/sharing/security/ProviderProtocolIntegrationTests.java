package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider;
import gm.sharing.Visitor;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.web.util.UriComponentsBuilder;

/** What goes to providers and comes back, and how sign-ins end. */
@Tag("one-database")
class ProviderProtocolIntegrationTests extends AtProvider {

    private static final Map<String, Object> ENDS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    @Test
    void sendsStateNonceAndPkceAlongAndKeepsThemFromScripts() {
        var browser = Visitor.browser(port);

        var answer = browser.get("/oauth2/authorization/bolton");

        var asked = UriComponentsBuilder.fromUriString(location(answer)).build().getQueryParams();
        assertThat(asked.getFirst("state")).hasSizeGreaterThan(20);
        assertThat(asked.getFirst("nonce")).hasSizeGreaterThan(20);
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("response_type")).isEqualTo("code");
        assertThat(asked).doesNotContainKeys("prompt", "acr_values");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void asksAgainForASecondFactor() {
        var asked = UriComponentsBuilder.fromUriString(
                        location(Visitor.browser(port).get("/oauth2/authorization/bolton?second-factor=1")))
                .build()
                .getQueryParams()
                .toSingleValueMap();

        assertThat(asked)
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0")
                .containsEntry("acr_values", "urn:two");
    }

    /** Somebody else may have left the provider's session open. */
    @ParameterizedTest
    @ValueSource(strings = {"an hour ago", "a little more than the clocks differ", "not told"})
    void takesNoEarlierSignInWhereItAskedForOneOfNow(String when) {
        var person = account("org-bolton");
        var browser = signedIn("bolton", person);
        Map<String, Object> claims =
                Map.of("email", person + "@bolton.example", "email_verified", true, "has_second_factor", true);
        Map<String, Object> earlier = new HashMap<>(claims);
        earlier.put(
                "auth_time",
                switch (when) {
                    case "not told" -> "never";
                    case "an hour ago" -> Date.from(Instant.now().minusSeconds(3600));
                    default -> Date.from(Instant.now().minusSeconds(65));
                });
        PROVIDER.knows(person, earlier);

        var refused = PROVIDER.signIn(browser, port, "/oauth2/authorization/bolton?second-factor=1", person);

        assertThat(location(refused)).endsWith("/login?with=bolton&refused=earlier");
        assertThat(browser.get("/login?with=bolton&refused=earlier").body())
                .contains("Bolton sign-in took an earlier sign-in of yours. Sign out of Bolton sign-in");
        assertThat(recorded(person)).contains("sign-in.refused: Came from Bolton sign-in and was not let in: earlier.");
        assertThat(browser.get("/second-factor").body())
                .as("what was open goes on as it was")
                .contains("Sign in again with a second factor");
        signedIn("bolton", person);

        PROVIDER.knows(person, claims);
        PROVIDER.signIn(browser, port, "/oauth2/authorization/bolton?second-factor=1", person);
        assertThat(browser.get("/second-factor").body()).contains("You signed in with a second factor");
    }

    /** What is refused links nobody either. */
    @Test
    void linksNobodyByAnEarlierSignIn() {
        var person = account("org-bolton");
        PROVIDER.knows(
                person,
                Map.of(
                        "email",
                        person + "@bolton.example",
                        "email_verified",
                        true,
                        "auth_time",
                        Date.from(Instant.now().minusSeconds(3600))));

        PROVIDER.signIn(Visitor.browser(port), port, "/oauth2/authorization/bolton?second-factor=1", person);

        assertThat(database.sql("select count(*) from provider_link where person = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sessionsOf(person)).isZero();
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        var person = account("org-bolton");
        var victim = Visitor.browser(port);
        var attacker = Visitor.browser(port);
        var asked = URI.create(location(attacker.get("/oauth2/authorization/bolton")));
        var code = comeBackWith(attacker, asked, person);

        assertThat(location(victim.get(code))).endsWith("/login?with=bolton&refused=failed");
        victim.get("/oauth2/authorization/bolton");
        assertThat(location(victim.get(code))).endsWith("/login?with=bolton&refused=failed");
        assertThat(location(attacker.get(code.replace("/bolton?", "/everyone?"))))
                .endsWith("/login?with=everyone&refused=failed");
        assertThat(location(attacker.get(code + "&iss=http://evil.example")))
                .endsWith("/login?with=bolton&refused=failed");
        assertThat(sessionsOf(person)).isZero();

        assertThat(location(attacker.get(code))).endsWith("/work");
        assertThat(location(attacker.get(code))).endsWith("/login?with=bolton&refused=failed");
    }

    /** Signs in at the provider and returns the address to which it leads, without following it. */
    private String comeBackWith(Visitor browser, URI asked, String person) {
        var there = browser.at(PROVIDER.port());
        var question = asked.getRawPath() + "?" + asked.getRawQuery();
        there.get(question);
        there.post("/login", Map.of("username", person, "password", IdentityProvider.PASSWORD));
        var back = URI.create(location(there.get(question)));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    @Test
    void signsOutAtTheProviderAsWellFromPagesAndFromTasklist() {
        var person = account("org-bolton");
        for (var way : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            var browser = signedIn("bolton", person);
            var answer = way.equals("/logout")
                    ? browser.submit("/projects", way, Map.of())
                    : browser.sendText("POST", way, "");
            assertThat(answer.statusCode()).isIn(204, 302);
            assertThat(sessionsOf(person)).as(way).isZero();

            var leaving = browser.get("/login");
            var address = UriComponentsBuilder.fromUriString(leaving.body()
                            .replaceFirst("(?s).*http-equiv=\"refresh\" content=\"0; url=([^\"]+)\".*", "$1")
                            .replace("&amp;", "&"))
                    .build();
            assertThat(address.getPath()).isEqualTo("/bolton/connect/logout");
            assertThat(leaving.body()).contains("Sign out of Bolton sign-in as well");
            var end = browser.at(PROVIDER.port()).get(address.getPath() + "?" + address.getQuery());
            assertThat(location(end)).as(end.body()).isEqualTo("http://localhost:" + port + "/login?logout");
            assertThat(browser.get("/login?logout").body())
                    .contains("You are signed out")
                    .doesNotContain("refresh");

            var start = URI.create(location(browser.get("/oauth2/authorization/bolton")));
            assertThat(location(browser.at(PROVIDER.port()).get(start.getRawPath() + "?" + start.getRawQuery())))
                    .as("the provider asks who it is")
                    .endsWith("/login");
        }
    }

    @Test
    void endsWhatTheProviderSaysEndedAndNothingElse() {
        var person = account("org-bolton");
        var browser = signedIn("bolton", person);
        var other = signedIn("bolton", person);
        var elsewhere = signedIn("everyone", person);
        var sid = database.sql(
                        "select sid from provider_session where issuer = :issuer and subject = :person order by begun_at")
                .param("issuer", PROVIDER.issuer("bolton"))
                .param("person", person)
                .query(String.class)
                .list()
                .get(0);

        assertThat(signOut("bolton", person, token -> token.claim("sid", sid))).isEqualTo(200);

        assertThat(location(browser.get("/projects"))).endsWith("/login");
        assertThat(other.get("/projects").statusCode()).isEqualTo(200);
        assertThat(signOut("bolton", person, token -> {})).isEqualTo(200);
        assertThat(location(other.get("/projects"))).endsWith("/login");
        assertThat(elsewhere.get("/projects").statusCode()).isEqualTo(200);
    }

    private int signOut(String provider, String person, Consumer<JwtClaimsSet.Builder> claims) {
        var token = PROVIDER.token(
                provider,
                person,
                set -> {
                    set.audience(List.of(IdentityProvider.CLIENT)).claim("events", ENDS);
                    claims.accept(set);
                },
                "logout+jwt");
        return Visitor.browser(port)
                .post("/logout/connect/back-channel/bolton", Map.of("logout_token", token))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "audience", "events", "nonce"})
    void endsNothingThatSomebodyElseSaysEnded(String wrong) {
        var person = account("org-bolton");
        var browser = signedIn("bolton", person);

        var status = signOut(wrong.equals("issuer") ? "everyone" : "bolton", person, token -> {
            switch (wrong) {
                case "audience" -> token.audience(List.of("another"));
                case "events" -> token.claim("events", Map.of("other", Map.of()));
                case "nonce" -> token.claim("nonce", "n");
                default -> token.claim("x", Instant.now().toString());
            }
        });

        assertThat(status).isBetween(400, 401);
        assertThat(browser.get("/projects").statusCode()).isEqualTo(200);
    }
}
