package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.IdentityProvider.Provided;
import gm.sharing.Visitor;
import gm.sharing.WithProviders;
import gm.sharing.audit.AuditTrail;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where a signature needs a second factor of everybody, no way to sign is left to whoever came without one. */
@TestPropertySource(properties = "sharing.sign-in.second-factor-for-signing=true")
@Tag("one-database")
class SecondFactorOfEverybodyIntegrationTests extends WithProviders {

    private static final String SIGNATORY = "signatory.bolton";
    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";
    private static final String MISSING = "Your sign-in had no second factor, which this decision needs. Open";

    @Autowired
    ProcessEngine engine;

    @Autowired
    AuditTrail trail;

    @Test
    void leadsWhoeverSignedInWithAPasswordToAProviderAndTakesTheSameFormAfterwards() {
        atTheProvider(Map.of("has_second_factor", true));
        var project = Signable.byBolton(engine, "Begun with a password");
        var task = Signable.task(engine, project);
        var browser = Visitor.signedIn(port, SIGNATORY);
        browser.get("/camunda/app/tasklist/default/");

        var refused = submit(browser, TASKLIST, task, signature("sign"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(MISSING, "/second-factor", "What you entered stays here.");
        assertThat(browser.get("/second-factor").body())
                .contains("/oauth2/authorization/bolton?second-factor=1")
                .as("which tells of none")
                .doesNotContain("/oauth2/authorization/everyone");
        assertThat(Signable.task(engine, project)).as("nothing is half done").isEqualTo(task);
        assertThat(types(project)).doesNotContain("second-factor.given", "sign-off.signed");

        PROVIDER.signIn(browser, port, "/oauth2/authorization/bolton?second-factor=1", SIGNATORY);

        assertThat(submit(browser, TASKLIST, task, signature("sign")).statusCode())
                .isEqualTo(204);
        assertThat(types(project)).contains("second-factor.given");
    }

    @Test
    void sendsNobodyInCirclesWhoseProviderTellsOfNone() {
        atTheProvider(Map.of("amr", List.of("mfa")));
        var task = Signable.task(engine, Signable.byBolton(engine, "Told of none"));
        var browser = Visitor.browser(port);
        PROVIDER.signIn(browser, port, new Provided("everyone", SIGNATORY));
        browser.get("/camunda/app/tasklist/default/");

        assertThat(submit(browser, TASKLIST, task, signature("sign")).body()).contains(MISSING);
        assertThat(browser.get("/second-factor").body())
                .contains("Your sign-in has no second factor. Ask the administrator")
                .doesNotContain("/oauth2/authorization/");
    }

    @Test
    void refusesPasswordsAndTokensOfProgramsToo() {
        var project = Signable.byBolton(engine, "By programs");
        var task = Signable.task(engine, project);

        for (var program : List.of(
                Visitor.program(port, SIGNATORY),
                token("bolton", "pwd"),
                token("everyone", "pwd"),
                token("everyone", "mfa"))) {
            var refused = submit(program, REST, task, signature("sign"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(MISSING);
        }
        assertThat(Signable.task(engine, project)).isEqualTo(task);

        assertThat(submit(token("bolton", "mfa"), REST, task, signature("sign")).statusCode())
                .isEqualTo(204);
    }

    /** What completes a task without its form completes none, however somebody signed in. */
    @Test
    void leavesNoCallThatSignsWithoutTheForm() {
        var project = Signable.byBolton(engine, "Round the form");
        var task = Signable.task(engine, project);
        var browser = Visitor.signedIn(port, SIGNATORY);
        browser.get("/camunda/app/tasklist/default/");

        for (var call : List.of("complete", "resolve", "bpmnError")) {
            var path = "/task/" + task + "/" + call;
            var answers = RestDriver.form(signature("sign"));
            assertThat(browser.sendText("POST", TASKLIST + path, answers).statusCode())
                    .as(call + " of Tasklist")
                    .isEqualTo(403);
            for (var program : List.of(Visitor.program(port, SIGNATORY), token("bolton", "pwd"))) {
                assertThat(program.sendText("POST", REST + path, answers).statusCode())
                        .as(call + " of a program")
                        .isEqualTo(403);
            }
        }
        assertThat(Signable.task(engine, project)).isEqualTo(task);
    }

    @Test
    void asksForNoneToAskAQuestion() {
        var task = Signable.task(engine, Signable.byBolton(engine, "Asked with a password"));

        assertThat(submit(Visitor.program(port, SIGNATORY), REST, task, question())
                        .statusCode())
                .isEqualTo(204);
    }

    private void atTheProvider(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(
                Map.of("email", SIGNATORY + "@demo.invalid", "email_verified", true, "groups", List.of("SJ-SIGN")));
        claims.putAll(more);
        PROVIDER.knows(SIGNATORY, claims);
    }

    private Visitor token(String provider, String method) {
        return Visitor.programWithToken(
                port, PROVIDER.token(provider, SIGNATORY, token -> token.claim("email", SIGNATORY + "@demo.invalid")
                        .claim("email_verified", true)
                        .claim("amr", List.of(method))));
    }

    private List<String> types(String project) {
        return trail.of(project).stream().map(event -> event.type()).toList();
    }

    private static HttpResponse<String> submit(Visitor visitor, String api, String task, Map<String, Object> answers) {
        return visitor.sendText("POST", api + "/task/" + task + "/submit-form", RestDriver.form(answers));
    }
}
