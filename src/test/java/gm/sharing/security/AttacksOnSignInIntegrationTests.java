package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider;
import gm.sharing.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who wants in as another one, to stay in, or to lead people elsewhere. */
@Tag("one-database")
class AttacksOnSignInIntegrationTests extends AtProvider {

    private static final Map<String, Object> ENDS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example/",
                "https://evil.example/",
                "/projects\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "\\\\evil.example",
                "/\t/evil.example"
            })
    void leadsNobodyElsewhereAfterASignIn(String address) {
        var person = account("org-bolton");
        var browser = Visitor.browser(port);
        browser.keep(
                "ASKED-FOR",
                Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8)));

        var answer = signIn(browser, "everyone", person);

        assertThat(location(answer)).isEqualTo("http://localhost:" + port + "/work");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/bolton%0d%0aSet-Cookie:a=b",
                "/oauth2/authorization/bolton?redirect_uri=http://evil.example/",
                "/login/oauth2/code/bolton?error=%0d%0aSet-Cookie:a=b&state=x",
                "/login/oauth2/code/nobody%0d%0a?code=x&state=y",
                "/login?with=bolton%0d%0aSet-Cookie:a=b&refused=unknown"
            })
    void writesNothingOfAnAddressIntoItsAnswersHeaders(String address) {
        var answer = Visitor.browser(port).get(address);

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(location(answer)).doesNotContain("evil.example");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"of nobody", "expired", "an ID token", "a token for programs", "not signed"})
    void endsNobodysSessionByAForgedEnd(String fault) {
        var person = account("org-bolton");
        var browser = signedIn("bolton", person);
        var token = PROVIDER.token(
                "bolton",
                person,
                claims -> {
                    claims.audience(List.of(IdentityProvider.CLIENT));
                    if (!fault.equals("an ID token") && !fault.equals("a token for programs")) {
                        claims.claim("events", ENDS);
                    }
                    if (fault.equals("of nobody")) {
                        claims.claims(all -> all.remove("sub"));
                    }
                    if (fault.equals("expired")) {
                        claims.issuedAt(Instant.now().minusSeconds(900))
                                .expiresAt(Instant.now().minusSeconds(600));
                    }
                },
                fault.equals("a token for programs") ? "at+jwt" : "logout+jwt");
        var sent = fault.equals("not signed") ? "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + "." : token;

        var answer = Visitor.browser(port).post("/logout/connect/back-channel/bolton", Map.of("logout_token", sent));

        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(browser.get("/projects").statusCode()).isEqualTo(200);
    }

    /** One address, several people of the provider, all at once: one of them has the account, and nobody sees a fault. */
    @Test
    void linksOneOfManyWhoComeAtOnce() throws Exception {
        var person = account("org-bolton", "process-owners");
        ExecutorService all = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(one -> () -> Visitor.programWithToken(
                                    port, PROVIDER.token("bolton", person + "-" + one % 8, token -> token.claim(
                                                    "email", person + "@bolton.example")
                                            .claim("email_verified", true)))
                            .getJson("/engine-rest/deployment?maxResults=0")
                            .statusCode())
                    .toList();
            for (Future<Integer> answer : all.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 401);
            }
        } finally {
            all.shutdown();
        }
        assertThat(database.sql("select count(*) from provider_link where person = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** What a person may call themself at a provider gives nothing here. */
    @Test
    void takesNoAccountByNameAndNoRoleByClaim() {
        PROVIDER.knows(
                "admin",
                Map.of(
                        "preferred_username", "admin",
                        "sharing_account", "admin",
                        "email", "admin-elsewhere@evil.example",
                        "email_verified", true,
                        "groups", List.of("camunda-admin", "SJ-SIGN")));

        for (var provider : List.of("bolton", "everyone")) {
            var browser = Visitor.browser(port);
            assertThat(location(signIn(browser, provider, "admin"))).endsWith("refused=unknown");
            assertThat(location(browser.get("/security-record"))).endsWith("/login");
        }
    }
}
