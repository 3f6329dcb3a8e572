package gm.sharing.workflow.gate.soundness;

import static gm.sharing.workflow.gate.soundness.Judged.check;
import static gm.sharing.workflow.gate.soundness.Judged.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Splits and joins that do not fit each other, each with the path that a process owner reads. */
class SplitsAndJoinsTests {

    @Test
    void refusesAParallelJoinAfterAChoice() {
        assertThat(
                        check(
                                """
                start Start
                xor Which
                task A
                task B
                and J
                end End
                Start -> Which -?left-> A -> J -> End
                Which -*right-> B -> J
                """))
                .containsExactly(
                        "J (“J”): waits for ever: the path from “A” has come, the path from “B” can no longer come:"
                                + " Start → Which (left) → A. Join with an exclusive gateway what an exclusive gateway or an"
                                + " event has parted, or part it with a parallel gateway");
    }

    @Test
    void refusesAParallelJoinOfWhatAnInclusiveGatewayMayLeaveOut() {
        assertThat(
                        paths(
                                """
                start Start
                or Which
                task A
                task B
                and J
                end End
                Start -> Which -?a-> A -> J -> End
                Which -?b-> B -> J
                """))
                .containsExactly("J: Start → Which (a) → A");
    }

    @Test
    void refusesAnExclusiveJoinAfterAParallelSplit() {
        assertThat(
                        check(
                                """
                start Start
                and Split
                task A
                task B
                xor _Merge
                task C
                end End
                Start -> Split -> A -> _Merge -> C -> End
                Split -> B -> _Merge
                """))
                .containsExactly(
                        "C (“C”): can be open twice at once, because paths that run side by side come to it one by one:"
                                + " Start → Split → A → B. Join these paths with a parallel gateway before it");
    }

    @Test
    void refusesAnInclusiveSplitThatComesTogetherWithoutAJoin() {
        assertThat(paths(
                        """
                start Start
                or Which
                task C
                end End
                Start -> Which -?a-> C -> End
                Which -?b-> C
                """
                                .replace("Which -?b-> C", "task B\nWhich -?b-> B -> C")))
                .containsExactly("C: Start → Which → B");
    }

    @Test
    void refusesAJoinWithASidePathThatMayNotStart() {
        assertThat(
                        paths(
                                """
                start Start
                task A
                timer Late beside A
                and J
                end End
                Start -> A -> J -> End
                Late -> J
                """))
                .containsExactly("J: Start → A");
    }

    @Test
    void refusesAJoinWithAPathThatATimeLimitCutsOff() {
        assertThat(
                        paths(
                                """
                start Start
                and Split
                task A
                timer Due on A
                task B
                and J
                end End
                end Closed
                Start -> Split -> A -> J -> End
                Split -> B -> J
                Due -> Closed
                """))
                .containsExactly("J: Start → Split → A → Timer: Due → Closed → B");
    }

    @Test
    void refusesAnInclusiveJoinWhoseOtherPathGoesElsewhere() {
        assertThat(
                        check(
                                """
                start Start
                and Split
                task A
                task B
                xor Still
                or J
                end End
                end Elsewhere
                Start -> Split -> A -> J -> End
                Split -> B -> Still -?yes-> J
                Still -*no-> Elsewhere
                """))
                .containsExactly(
                        "J (“J”): waits for ever: when the path from “A” came, another could still come, and then it went"
                                + " elsewhere: Start → Split → A → B → Still (no) → Elsewhere. Let every path between the gateways come to this"
                                + " one");
    }

    @Test
    void refusesAJoinThatWaitsForEverWhileOtherStepsGoOn() {
        assertThat(
                        paths(
                                """
                start Start
                and Split
                xor X
                task A
                task B
                task C
                task D
                and J
                end End
                Start -> Split -> X -?a-> A -> J -> End
                X -*c-> C -> D -> C
                Split -> B -> J
                """))
                .containsExactly("J: Start → Split → X (c) → C → B");
    }

    @Test
    void refusesAJoinThatTwoOfThreePathsOpenEarly() {
        assertThat(
                        paths(
                                """
                start Start
                and Split
                task A
                task B
                task C
                xor _Merge
                and J
                end End
                Start -> Split -> A -> _Merge -> J -> End
                Split -> B -> _Merge
                Split -> C -> J
                """))
                .containsExactly("J: Start → Split → A → B → J → End → C");
    }
}
