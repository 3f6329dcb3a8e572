package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A disabled account acts nowhere from the next request on, whichever way it comes, and stays known. */
@DemoApplication
class DisabledAccountsIntegrationTests extends MadeAccounts {

    @Test
    void isLetInByNoWay() {
        create(id);
        identity.createMembership(id, "ig-bolton");
        identity.createMembership(id, "org-bolton");
        var browser = signedIn(id, PASSWORD);
        var program = Visitor.program(port, id, PASSWORD);
        assertThat(browser.get("/projects").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.getJson("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(200);
        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(people.idsIn("ig-bolton")).contains(id);

        disable();

        assertThat(program.getJson("/engine-rest/task").statusCode())
                .as("although its password was right a moment ago")
                .isEqualTo(401);
        assertThat(browser.get("/projects").statusCode()).isEqualTo(403);
        assertThat(browser.getJson("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(people.find(id)).isEmpty();
        assertThat(people.nameOf(id)).isEqualTo("Sam Hill");
        assertThat(people.idsIn("ig-bolton")).doesNotContain(id);
        assertThat(people.in("ig-bolton")).noneMatch(person -> person.id().equals(id));
        assertThat(admin().send("POST", "/engine-rest/identity/verify", Map.of("username", id, "password", PASSWORD))
                        .body())
                .doesNotContain("\"authenticated\":true");
    }

    @Test
    void isToldSoOnlyWithTheRightPassword() {
        create(id);
        disable();
        var browser = Visitor.browser(port);

        var right =
                browser.signIn(id, PASSWORD).headers().firstValue("Location").orElseThrow();
        assertThat(right).endsWith("/login?disabled");
        assertThat(browser.get("/login?disabled").body()).contains("Your account has been disabled");
        assertThat(browser.signIn(id, "wrong").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?error");
        assertThat(recorded(id)).anyMatch(event -> event.type().equals("sign-in.disabled"));
    }

    @Test
    void comesBackAsItWas() {
        create(id);
        identity.createMembership(id, "ig-bolton");
        disable();
        jdbc.sql("delete from disabled_account where account = :id")
                .param("id", id)
                .update();

        assertThat(people.idsIn("ig-bolton")).contains(id);
        assertThat(signedIn(id, PASSWORD).get("/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void isNamedAlsoWhenItWasDeleted() {
        create(id);
        disable();

        identity.deleteUser(id);

        assertThat(people.nameOf(id)).isEqualTo("Sam Hill");
        assertThat(people.isDisabled(id)).isFalse();
        assertThat(people.nameOf("nobody-ever")).isEqualTo("nobody-ever");
    }

    private void disable() {
        jdbc.sql("insert into disabled_account values (:id, 'Left.', 'admin', 'Administrator', current_timestamp)")
                .param("id", id)
                .update();
    }
}
