package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider.Provided;
import gm.sharing.Visitor;
import gm.sharing.WithProviders;
import gm.sharing.audit.AuditTrail;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signature needs the second factor of whose provider can tell of one; the form says which answers do. */
@Tag("one-database")
class SecondFactorIntegrationTests extends WithProviders {

    private static final String SIGNATORY = "signatory.bolton";
    private static final Map<String, Object> KNOWN = Map.of(
            "email",
            "signatory.bolton@demo.invalid",
            "email_verified",
            true,
            "groups",
            List.of("SJ-SIGN"),
            "has_second_factor",
            true);

    @Autowired
    ProcessEngine engine;

    @Autowired
    AuditTrail trail;

    @Test
    void refusesASignatureUntilThePersonSignsInWithOneAndKeepsItWithTheAct() {
        PROVIDER.knows(SIGNATORY, KNOWN);
        var project = Signable.byBolton(engine, "Signed with two factors");
        var task = Signable.task(engine, project);
        var browser = Visitor.browser(port);
        PROVIDER.signIn(browser, port, new Provided("bolton", SIGNATORY));
        browser.get("/camunda/app/tasklist/default/");

        var refused = submit(browser, "/camunda/api/engine/engine/default", task, signature("sign-with-conditions"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Your sign-in had no second factor, which this decision needs. Open", "/second-factor");
        assertThat(browser.get("/second-factor").body())
                .contains("Sign in with Bolton sign-in", "/oauth2/authorization/bolton?second-factor=1")
                .doesNotContain("Greater Manchester");

        var back = PROVIDER.signIn(browser, port, "/oauth2/authorization/bolton?second-factor=1", SIGNATORY);

        assertThat(back.headers().firstValue("Location").orElse("")).endsWith("/second-factor");
        assertThat(browser.get("/second-factor").body()).contains("You signed in with a second factor");
        // With the token of the window that was open all the time.
        assertThat(submit(browser, "/camunda/api/engine/engine/default", task, signature("sign"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(trail.of(project)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("second-factor.given");
            assertThat(event.who()).isEqualTo(SIGNATORY);
            assertThat(event.what()).isEqualTo("Signed in with the second factor “otp” at Bolton sign-in.");
        });
    }

    @Test
    void asksForNoneToAskAQuestionAndNotOfPasswordsUnlessConfigured() {
        PROVIDER.knows(SIGNATORY, KNOWN);
        var project = Signable.byBolton(engine, "Asked with one factor");
        var browser = Visitor.browser(port);
        PROVIDER.signIn(browser, port, new Provided("bolton", SIGNATORY));
        browser.get("/camunda/app/tasklist/default/");

        var asked = submit(browser, "/camunda/api/engine/engine/default", Signable.task(engine, project), question());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(204);

        var other = Signable.byBolton(engine, "Signed with a password");
        assertThat(submit(
                                Visitor.program(port, SIGNATORY),
                                "/engine-rest",
                                Signable.task(engine, other),
                                signature("sign"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void takesTheWordOfATokenForPrograms() {
        var task = Signable.task(engine, Signable.byBolton(engine, "Signed by a program"));

        assertThat(submit(program("pwd"), "/engine-rest", task, signature("sign"))
                        .body())
                .contains("no second factor");
        assertThat(submit(program("hwk"), "/engine-rest", task, signature("sign"))
                        .statusCode())
                .isEqualTo(204);
    }

    private Visitor program(String method) {
        return Visitor.programWithToken(
                port, PROVIDER.token("bolton", SIGNATORY, token -> token.claim("email", SIGNATORY + "@demo.invalid")
                        .claim("email_verified", true)
                        .claim("amr", List.of(method))));
    }

    private static HttpResponse<String> submit(Visitor visitor, String api, String task, Map<String, Object> answers) {
        return visitor.sendText("POST", api + "/task/" + task + "/submit-form", RestDriver.form(answers));
    }
}
