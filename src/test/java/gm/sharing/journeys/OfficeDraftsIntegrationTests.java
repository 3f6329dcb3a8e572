package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a model says so, an office has one draft: whoever takes the task goes on with it, and nobody else sees it. */
@DemoApplication
class OfficeDraftsIntegrationTests extends WalkedProject {

    private static final Pattern REVISION = Pattern.compile("name=\"_draft\" value=\"(\\d+)\"");
    /** An id that the record knows is never given again. */
    private static final AtomicInteger COLLEAGUES = new AtomicInteger();

    private final String colleague = "dpo.colleague" + COLLEAGUES.incrementAndGet() + ".manchester";

    @LocalServerPort
    int port;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void addAColleague() {
        var identity = engine.getIdentityService();
        var user = identity.newUser(colleague);
        user.setFirstName("Cora");
        user.setLastName("Colleague");
        user.setPassword(TestPeople.PASSWORD);
        user.setEmail(colleague + "@example.org");
        identity.saveUser(user);
        var manchester = new OrganisationCode("manchester");
        List.of(Role.DPO.groupOf(manchester), Role.MEMBER.groupOf(manchester))
                .forEach(group -> identity.createMembership(colleague, group));
    }

    @AfterEach
    void takeAwayTheColleague() {
        engine.getIdentityService().deleteUser(colleague);
    }

    @Test
    void letsAColleagueGoOnWithWhatWasTypedAndNobodyElse() {
        String address = advice();
        Visitor first = Visitor.signedIn(port, DPO);
        Visitor second = Visitor.browser(port);
        second.signIn(colleague, TestPeople.PASSWORD);
        assertThat(first.get(address).body()).contains("Your office works on it together");

        save(first, address, "Half of the advice");
        assertThat(second.get(address + "/steps/9").body()).doesNotContain("Half of the advice");
        first.submit(address, address + "/give-back", Map.of());

        assertThat(second.get(address + "/steps/9").body()).contains("Half of the advice", "by " + name(DPO));
        assertThat(Visitor.signedIn(port, "admin").get(address + "/steps/9").body())
                .doesNotContain("Half of the advice");
        assertThat(Visitor.signedIn(port, "dpo.bolton")
                        .get(address + "/steps/9")
                        .body())
                .doesNotContain("Half of the advice");
        assertThat(Visitor.signedIn(port, "ig.manchester")
                        .get(address + "/steps/9")
                        .body())
                .doesNotContain("Half of the advice");

        String stale = revision(first, address);
        save(second, address, "The whole advice");
        Map<String, String> late =
                Map.of("_draft", stale, "_do", "save", "_steps", "9", "summary", "Typed while a colleague had it");
        first.submit("/absence", address, late);
        assertThat(first.get(address).body()).contains("Cora Colleague", "Typed while a colleague had it");
        second.submit(address, address + "/give-back", Map.of());
        assertThat(first.submit("/absence", address, late).body())
                .contains("Cora Colleague saved other answers", "Typed while a colleague had it");
        assertThat(first.get(address + "/steps/9").body())
                .contains("The whole advice", "by Cora Colleague")
                .doesNotContain("Typed while a colleague had it");
        assertThat(database.queryForObject(
                        "select count(*) from form_draft where form = ? and person = '*'", Integer.class, address))
                .isEqualTo(1);
    }

    @Test
    void handsInNoPageFromBeforeAColleagueWentOn() {
        String address = advice();
        Visitor first = Visitor.signedIn(port, DPO);
        Visitor second = Visitor.browser(port);
        second.signIn(colleague, TestPeople.PASSWORD);
        save(first, address, "Half of the advice");
        String stale = revision(first, address);
        first.submit(address, address + "/give-back", Map.of());
        save(second, address, "The whole advice");
        assertThat(first.submit("/absence", address + "/take", Map.of()).statusCode())
                .as("while a colleague has it")
                .isEqualTo(409);
        second.submit(address, address + "/give-back", Map.of());

        var late = Map.of("_draft", stale, "_do", "send", "_steps", "9,200,300", "summary", "Half of the advice");
        assertThat(first.submit("/absence", address, late).body()).contains("Cora Colleague saved other answers");

        assertThat(second.get(address + "/steps/9").body()).contains("The whole advice");
    }

    private String advice() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);
        return "/tasks/"
                + engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(project)
                        .taskDefinitionKey("Task_DpiaAdvise")
                        .taskCandidateGroup("dpo-manchester")
                        .singleResult()
                        .getId();
    }

    private static void save(Visitor visitor, String address, String summary) {
        HttpResponse<String> saved = visitor.submit(
                "/absence",
                address,
                Map.of("_draft", revision(visitor, address), "_do", "save", "_steps", "9", "summary", summary));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    }

    private static String revision(Visitor visitor, String address) {
        Matcher revision = REVISION.matcher(visitor.get(address).body());
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }

    private String name(String person) {
        return people.nameOf(person);
    }
}
