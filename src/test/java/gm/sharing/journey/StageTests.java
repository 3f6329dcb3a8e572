package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.journey.Stage.State;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.SharingProject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageTests {

    @Test
    void countsSevenInTheFrameworksOrder() {
        assertThat(Stage.of(ProjectFixture.between(BOLTON, BURY), List.of()))
                .extracting(Stage::name)
                .containsExactly("Purpose", "Needs", "Who", "Practical steps", "How", "Review", "Exit planning");
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
                .containsExactly(State.DONE, State.DONE, State.DONE, State.NOW, State.DONE, State.TO_COME, State.DONE);
    }

    @Test
    void standsInAStageAgainWhileItIsRevised() {
        assertThat(states(ProjectFixture.sentForSignOff(BOLTON, BURY), 6))
                .element(5)
                .isEqualTo(State.NOW);
    }

    private static List<State> states(SharingProject project, int... openIn) {
        var open = IntStream.of(openIn)
                .mapToObj(stage -> new OpenTask("task", "Do something", stage, "Project lead", null, null, Set.of()))
                .toList();
        return Stage.of(project, open).stream().map(Stage::state).toList();
    }
}
