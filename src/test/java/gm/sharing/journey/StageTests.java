package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.agreement.AgreementStatus;
import gm.sharing.journey.Stage.State;
import gm.sharing.project.DescribedSoFar;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTests {

    @Test
    void countsSevenInTheFrameworksOrder() {
        assertThat(Stage.of(ProjectFixture.between(BOLTON, BURY), List.of(), null))
                .extracting(Stage::name)
                .containsExactly(
                        "Purpose",
                        "Needs",
                        "Partners",
                        "Assessment and sign-off",
                        "Arrangements",
                        "Regular review",
                        "Exit plan");
    }

    @Test
    void isInItsNeedsOnceItIsProposed() {
        assertThat(states(ProjectFixture.justProposed(), 2))
                .containsExactly(
                        State.DONE,
                        State.NOW,
                        State.TO_COME,
                        State.TO_COME,
                        State.TO_COME,
                        State.TO_COME,
                        State.TO_COME);
    }

    @Test
    void standsInThePracticalStepsWhilePartnersReview() {
        assertThat(states(ProjectFixture.sentForSignOff(BOLTON, BURY), 4, 4))
                .containsExactly(
                        State.DONE, State.DONE, State.DONE, State.NOW, State.DONE_EARLY, State.TO_COME, State.PLANNED);
    }

    @Test
    void standsSomewhereAlsoWhileItWaitsForNobody() {
        assertThat(states(ProjectFixture.sentForSignOff(BOLTON, BURY)))
                .containsExactly(
                        State.DONE, State.DONE, State.DONE, State.NOW, State.DONE_EARLY, State.TO_COME, State.PLANNED);
        assertThat(states(ProjectFixture.justProposed())).element(1).isEqualTo(State.NOW);
    }

    @Test
    void reviewsNothingBeforeItIsPublished() {
        assertThat(states(ProjectFixture.sentForSignOff(BOLTON, BURY), 6))
                .containsExactly(
                        State.DONE, State.DONE, State.DONE, State.NOW, State.DONE_EARLY, State.TO_COME, State.PLANNED);
    }

    @ParameterizedTest
    @CsvSource({"STARTS_LATER,PLANNED", "IN_FORCE,PLANNED", "REVIEW_OVERDUE,PLANNED", "ENDED,DONE"})
    void hasPlannedItsEndUntilTheSharingHasEnded(AgreementStatus agreement, State end) {
        assertThat(Stage.of(ProjectFixture.sentForSignOff(BOLTON, BURY), List.of(), agreement))
                .last()
                .extracting(Stage::state)
                .isEqualTo(end);
    }

    @Test
    void reviewsAnAgreementOnceItIsPublished() {
        assertThat(Stage.of(ProjectFixture.sentForSignOff(BOLTON, BURY), open(6), AgreementStatus.IN_FORCE))
                .element(5)
                .extracting(Stage::state)
                .isEqualTo(State.NOW);
    }

    @Test
    void tellsTheStageNowAndTheNextInTheOrderInWhichTheyAreTaken() {
        assertThat(inShort(ProjectFixture.justProposed(), 2)).isEqualTo("Stage: Needs. Next: Partners.");
        assertThat(inShort(ProjectFixture.sentForSignOff(BOLTON, BURY), 4))
                .isEqualTo("Stage: Assessment and sign-off. Once the agreement is published: Regular review.");
    }

    @Test
    void tellsEveryStageThatIsUnderWayByTheNumbersOfTheFramework() {
        assertThat(inShort(ProjectFixture.justProposed(), 5, 4))
                .startsWith("Stages under way: 4 Assessment and sign-off and 5 Arrangements. ");
        assertThat(inShort(ProjectFixture.justProposed(), 5, 2, 3))
                .isEqualTo("Stages under way: 2 Needs, 3 Partners and 5 Arrangements. Next: Assessment and sign-off.");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED,ENDED,The agreement has ended. All stages are over.",
        "WITHDRAWN,,The project is withdrawn: no further stage follows.",
        "STOPPED,,The project is stopped: no further stage follows."
    })
    void tellsHowAProjectEndedInsteadOfAStage(ProjectStatus status, @Nullable AgreementStatus agreement, String told) {
        assertThat(Stage.inShort(Stage.of(ProjectFixture.sentForSignOff(BOLTON, BURY), open(6), agreement), status))
                .isEqualTo(told.replace("#", ", "));
    }

    @Test
    void tellsThatAnAgreementIsPublishedBeforeItsReview() {
        assertThat(Stage.inShort(
                        Stage.of(ProjectFixture.sentForSignOff(BOLTON, BURY), open(6), AgreementStatus.IN_FORCE),
                        ProjectStatus.PUBLISHED))
                .startsWith("The agreement is published. Stage: Regular review. Next: ");
    }

    @Test
    void saysOfArrangementsThatTheyComeEarlyUntilTheAgreementIsSigned() {
        var sent = ProjectFixture.sentForSignOff(BOLTON, BURY);

        assertThat(early(Stage.of(ProjectFixture.justProposed(), open(2), null)))
                .containsExactly("Arrangements");
        assertThat(early(Stage.of(sent, open(4), null))).containsExactly("Arrangements");
        assertThat(early(Stage.of(
                        ProjectStatus.PUBLISHED, DescribedSoFar.of(sent), List.of(6), AgreementStatus.IN_FORCE)))
                .isEmpty();
    }

    private static List<String> early(List<Stage> stages) {
        return stages.stream().filter(Stage::comesEarly).map(Stage::name).toList();
    }

    private static String inShort(SharingProject project, int... openIn) {
        return Stage.inShort(Stage.of(project, open(openIn), null), project.status());
    }

    private static List<State> states(SharingProject project, int... openIn) {
        return Stage.of(project, open(openIn), null).stream().map(Stage::state).toList();
    }

    private static List<OpenTask> open(int... openIn) {
        return IntStream.of(openIn)
                .mapToObj(stage -> new OpenTask(
                        "task",
                        "Do something",
                        stage,
                        "Project lead",
                        true,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        null,
                        "Task_Something",
                        false))
                .toList();
    }
}
