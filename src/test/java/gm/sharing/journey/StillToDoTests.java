package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.journey.RunningPart.Ahead;
import gm.sharing.journey.RunningPart.AheadStep;
import gm.sharing.journey.RunningPart.Condition;
import gm.sharing.journey.StillToDo.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StillToDoTests {

    private static final String NEED = "DPIA, or none";

    private static final Condition NEEDED = new Condition(null, List.of(), List.of("if a DPIA is needed"));

    @Test
    void tellsWhatIsOpenFirst() {
        assertThat(list(step("Partners", null, false), step("Needs", null, true)))
                .containsExactly(new Step("Needs", true, null), new Step("Partners", false, null));
    }

    @Test
    void tellsTheStepsOfOnePartAsOne() {
        assertThat(list(
                        step("Screening", null, false),
                        step("Advise", NEED, false),
                        step("Decide", NEED, false),
                        step("Carry out", NEED, false),
                        step("Check", null, false)))
                .extracting(Step::name)
                .containsExactly("Screening", "DPIA, or none", "Check");
    }

    @Test
    void tellsByItsOwnNameWhatIsOpenOfAPartOrLeftAlone() {
        assertThat(list(step("Decide", NEED, true), new AheadStep("Carry out", NEED, false, NEEDED)))
                .containsExactly(new Step("Decide", true, null), new Step("Carry out", false, "if a DPIA is needed"));
    }

    @Test
    void keepsApartWhatIsCalledTheSame() {
        assertThat(list(step("Check", null, false), step("Check", null, false))).hasSize(2);
    }

    @Test
    void saysHowManyMoreThereAre() {
        var all = IntStream.range(0, 9)
                .mapToObj(number -> step("Step " + number, null, false))
                .toList();

        var before = StillToDo.list(new Ahead("Before it begins", all));

        assertThat(before.steps()).hasSize(7);
        assertThat(before.more()).isEqualTo(2);
    }

    private static List<Step> list(AheadStep... ahead) {
        return StillToDo.list(new Ahead("Before it begins", List.of(ahead))).steps();
    }

    private static AheadStep step(String name, @Nullable String partOf, boolean now) {
        return new AheadStep(name, partOf, now, null);
    }
}
