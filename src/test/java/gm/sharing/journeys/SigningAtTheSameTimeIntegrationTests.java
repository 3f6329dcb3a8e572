package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffState;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** People who decide about one version at the same moment: one clear outcome each time, told to whoever came second. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class SigningAtTheSameTimeIntegrationTests extends SigningTogether {

    private static final OrganisationCode BURY = new OrganisationCode("bury");
    private static final String BOARD = "Task_DecideStalledReview";

    /** How often two meet: {@code -Dtest.races=50} to look for what seldom happens. */
    static IntStream races() {
        return IntStream.rangeClosed(1, Integer.getInteger("test.races", 3));
    }

    @ParameterizedTest
    @MethodSource("races")
    void takesTheReviewOfOneOfTwoOfficersOfAnOrganisation(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON));
        var task = demo.awaitTask(project.value(), REVIEW, "ig.bolton");

        var answers = answers(atOnce(List.of(
                () -> demo.submit(task, "ig.bolton", review("sign")),
                () -> demo.submit(task, "ig2.bolton", review("request-changes")))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        refusedInPlainWords(answers);
        assertThat(database.queryForList(
                        "select type from event where reference = ? and type = 'signoff.reviewed'",
                        String.class,
                        project.value()))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("races")
    void takesASignatureOrTheDraftBackOrBothInTheirOrder(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bolton", review("sign"));
        var task = demo.awaitTask(project.value(), SIGN, "signatory.bolton");

        var outcomes = atOnce(List.of(
                () -> demo.submit(task, "signatory.bolton", signature("sign")),
                () -> told(() -> draft.takeBack(project, "Bury needs another retention period.", LEAD))));

        assertThat(outcomes.get(1))
                .as("the lead is never refused while Bury is open")
                .isEqualTo("");
        var answer = (HttpResponse<?>) outcomes.get(0);
        assertThat(state(project, BOLTON))
                .isEqualTo(answer.statusCode() == 204 ? SignOffState.SIGNED : SignOffState.ENDED);
        refusedInPlainWords(answers(outcomes));
        demo.awaitTask(project.value(), "Task_ReviseProject", LEAD.id());
        assertThat(openTasks(project)).containsExactly("Task_ReviseProject");
    }

    @ParameterizedTest
    @MethodSource("races")
    void goesOnWithoutAPartnerOrTakesItsSignatureWhenBothComeAtOnce(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bury", review("sign"));
        var signing = demo.awaitTask(project.value(), SIGN, "signatory.bury");
        Stream.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> fire(project, BURY, timer));
        var deciding = demo.awaitTask(project.value(), BOARD, "board");

        var answers = answers(atOnce(List.of(
                () -> demo.submit(signing, "signatory.bury", signature("sign")),
                () -> demo.submit(
                        deciding,
                        "board",
                        Map.of("decision", "go-on-without", "reasons", "Nobody answers the telephone.")))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        refusedInPlainWords(answers);
        var signed = answers.get(0).statusCode() == 204;
        assertThat(state(project, BURY)).isEqualTo(signed ? SignOffState.SIGNED : SignOffState.LEFT_OUT);
        assertThat(projects.get(project).partner(BURY).isPresent()).isEqualTo(signed);
        await().atMost(Duration.ofMinutes(2)).until(() -> openTasks(project).size() == 2);
        assertThat(openTasks(project)).containsOnly(REVIEW);
    }

    @Test
    void tellsASignatoryWhatBecameOfTheTaskWhenThePartnerWasLeftOut() {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bury", review("sign"));
        var signing = demo.awaitTask(project.value(), SIGN, "signatory.bury");
        Stream.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> fire(project, BURY, timer));
        demo.complete(
                project.value(),
                BOARD,
                "board",
                Map.of("decision", "go-on-without", "reasons", "Nobody answers the telephone."));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> projects.get(project).partner(BURY).isEmpty());
        await().atMost(Duration.ofMinutes(2)).until(() -> openTasks(project).size() == 2);

        var answer = demo.submit(signing, "signatory.bury", signature("sign"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("need not be done any more");
        assertThat(demo.submit(signing, "signatory.wigan", signature("sign")).statusCode())
                .isEqualTo(403);
    }

    private void fire(ProjectReference project, OrganisationCode partner, String timer) {
        engine.getManagementService().executeJob(job(project, partner, timer).getId());
    }

    private static void refusedInPlainWords(List<HttpResponse<String>> answers) {
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 204)
                .allSatisfy(answer -> assertThat(answer.body()).matches(PLAIN));
    }
}
