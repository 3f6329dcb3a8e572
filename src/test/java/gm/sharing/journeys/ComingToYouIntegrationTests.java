package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.PartnersAnswers.review;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.Visitor;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.ComingTask;
import gm.sharing.work.ComingTasks;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people are told that comes to them later, and what they are not. */
@DemoApplication
class ComingToYouIntegrationTests extends WalkedProject {

    private static final String SIGNATORY = "signatory.bolton";

    @LocalServerPort
    int port;

    @Autowired
    ComingTasks coming;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @Test
    void tellsASignatoryOfTheReviewBeforeItAndNothingOfOtherPartners() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");

        assertThat(coming(SIGNATORY, project))
                .containsExactly("Sign the agreement after Review the agreement of bolton");
        assertThat(page(SIGNATORY, "/projects/" + project))
                .contains(
                        "Coming to you:",
                        "Sign the agreement, after “Review the agreement” (IG officer, Bolton Council); both are due by ");
        assertThat(page(SIGNATORY, "/work"))
                .containsSubsequence("Coming to you", "Sign the agreement", "href=\"/projects/");
        assertThat(coming(SIRO, project))
                .as("who leads knows of other reviews, and signs after the own one only")
                .containsExactly("Sign the agreement after Review the agreement of manchester");
        for (var other : List.of(
                "ig.bolton", "dpo.bolton", "caldicott.bolton", "signatory.salford", LEAD, "board", "ethics", "admin")) {
            assertThat(coming(other, project)).as(other).isEmpty();
            assertThat(page(other, "/work")).as(other).doesNotContain("(" + project + ")</span>, after");
        }
        assertThat(page("ig.bolton", "/projects/" + project)).doesNotContain("Coming to you");
        assertThat(page(
                        "ig.bolton",
                        "/tasks/"
                                + journey.task(project, "bolton", "Task_ReviewAgreement")
                                        .getId()))
                .as("what happens when it is late stands under the date")
                .containsSubsequence(
                        "<strong>By ",
                        "If you are late: on that day, your organisation and the lead are told; 5 working days later, "
                                + "the Information Board may let the project go ahead without you.",
                        "Help with this task");

        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));

        assertThat(coming(SIGNATORY, project))
                .as("it is there; a second signature may follow")
                .containsExactly("Countersign the agreement after Sign the agreement of bolton");
    }

    @Test
    void looksFromWhatAProjectCallsToWhatFollowsInTheProjectItself() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        assertThat(coming(SIRO, project)).as("while the lead writes").isEmpty();

        dpiaUpToAdvice(project);

        assertThat(coming(SIRO, project)).contains("Decide on the DPIA after Advise on the DPIA of manchester");
        assertThat(coming(SIGNATORY, project)).isEmpty();
        assertThat(page(SIRO, "/projects/" + project))
                .contains(
                        "Decide on the DPIA, after “Advise on the DPIA” (Data protection officer, Manchester City Council), which is due by ");
    }

    @Test
    void asksAsOftenForManyTasksAsForOne() {
        sentOutWithoutDpia("manchester", "bolton", "bury");
        var siro = people.find(SIRO).orElseThrow();
        coming.of(siro, null);

        assertThat(RoundTrips.of(() -> coming.of(siro, null))).hasSize(5);
        assertThat(RoundTrips.of(() -> coming.of(people.find("ethics").orElseThrow(), null)))
                .filteredOn(statement -> statement.toString().contains("act_ru_task"))
                .isEmpty();
    }

    private List<String> coming(String person, String project) {
        return coming.of(people.find(person).orElseThrow(), new ProjectReference(project)).stream()
                .map(ComingToYouIntegrationTests::inShort)
                .toList();
    }

    private static String inShort(ComingTask task) {
        return task.name() + " after " + task.after().name()
                + (task.after().organisation() == null
                        ? ""
                        : " of " + task.after().organisation().value());
    }

    private String page(String person, String path) {
        return Visitor.signedIn(port, person).get(path).body();
    }
}
