package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider.Provided;
import gm.sharing.SharingJourneys;
import gm.sharing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What an administrator ends on one node ends on the other, too: two nodes on one database. */
class SignInsOnTwoNodesIntegrationTests extends AtProvider {

    private static final String CHECK = "/engine-rest/deployment?maxResults=0";
    private static final Duration SOON = Duration.ofMinutes(1);

    private static ConfigurableApplicationContext other;
    private static int otherPort;

    @Autowired
    Environment settings;

    @BeforeEach
    void theOtherNode() {
        if (other == null) {
            List<String> all = new ArrayList<>();
            PROVIDER.settings().forEach((name, value) -> all.add("--" + name + "=" + value));
            all.add("--test.database.again=" + settings.getRequiredProperty("spring.datasource.url"));
            // The web applications' state is the whole virtual machine's.
            other = new SpringApplicationBuilder(SharingJourneys.class)
                    .profiles("demo")
                    .properties(
                            "camunda.bpm.job-execution.enabled=false",
                            "camunda.bpm.webapp.enabled=false",
                            "server.port=0")
                    .run(all.toArray(String[]::new));
            otherPort = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        }
        PROVIDER.serves(otherPort);
    }

    @AfterAll
    static void end() {
        other.close();
        other = null;
    }

    @Test
    void aSessionThatBeganOnTheOtherNodeEndsThereWithItsLink() {
        var person = account("org-bolton", "process-owners");
        var there = signedInThere(person);
        var program = program(person);
        assertThat(there.get("/projects").statusCode()).isEqualTo(200);
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(200);
        var begun = Instant.now();

        var ended = Visitor.signedIn(port, "admin")
                .submit(
                        "/absence",
                        "/sign-ins/" + person,
                        Map.of("provider", PROVIDER.issuer("bolton"), "reason", "Has a new account there."));

        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(location(there.get("/projects"))).endsWith("/login");
        assertThat(program.getJson(CHECK).statusCode()).isEqualTo(401);
        assertThat(location(there.at(port).get("/projects"))).endsWith("/login");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
        assertThat(sessionsOf(person)).isZero();
    }

    @Test
    void otherSessionsGoOnThere() {
        var person = account("org-bolton");
        var colleague = account("org-bolton");
        var theirs = signedInThere(colleague);
        signedInThere(person);

        Visitor.signedIn(port, "admin")
                .submit(
                        "/absence",
                        "/sign-ins/" + person,
                        Map.of("provider", PROVIDER.issuer("bolton"), "reason", "Has a new account there."));

        assertThat(theirs.get("/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsThereWithTheAccount() {
        var person = account("org-bolton");
        var there = signedInThere(person);
        assertThat(there.get("/projects").statusCode()).isEqualTo(200);

        assertThat(Visitor.signedIn(port, "admin")
                        .submit("/leaving/" + person, "/leaving/" + person + "/disable", Map.of("reason", "Left."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(location(there.get("/projects"))).endsWith("/login");
    }

    private Visitor signedInThere(String person) {
        var browser = Visitor.browser(otherPort);
        var answer = PROVIDER.signIn(browser, otherPort, new Provided("bolton", person));
        assertThat(location(answer)).endsWith("/work");
        return browser;
    }

    private static Visitor program(String person) {
        return Visitor.programWithToken(
                otherPort, PROVIDER.token("bolton", person, token -> token.issuedAt(Instant.now())
                        .claim("email", person + "@bolton.example")
                        .claim("email_verified", true)));
    }
}
