package gm.sharing.workflow.gate.soundness;

import static gm.sharing.workflow.gate.soundness.Judged.check;
import static gm.sharing.workflow.gate.soundness.Judged.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loops without a way out and loops that start ever new paths. */
class LoopsTests {

    @Test
    void refusesALoopThatStartsEverNewPaths() {
        assertThat(
                        check(
                                """
                start Start
                xor _Again
                task A
                and Split
                task B
                end End
                Start -> _Again -> A -> Split -> _Again
                Split -> B -> End
                """))
                .containsExactly(
                        "B (“B”): is started again and again while earlier rounds are still open: Start → A → Split → A → Split."
                                + " Lead the loop round before the paths part, or end the other path first");
    }

    @Test
    void refusesALoopOutOfAParallelBlock() {
        assertThat(
                        paths(
                                """
                start Start
                xor _Again
                and Split
                task A
                task B
                xor Enough
                and J
                end End
                Start -> _Again -> Split -> A -> Enough -?yes-> J -> End
                Enough -*no-> _Again
                Split -> B -> J
                """))
                .containsExactly("B: Start → Split → A → Enough (no) → Split");
    }

    @Test
    void refusesALoopWithoutAWayOut() {
        assertThat(
                        check(
                                """
                start Start
                task A
                task B
                Start -> A -> B -> A
                """))
                .containsExactly(
                        "B (“B”): can never come to an end: Start → A, and then the same steps for ever. Add a way out of"
                                + " the loop");
    }

    @Test
    void refusesAWayIntoALoopWithoutAWayOut() {
        assertThat(
                        paths(
                                """
                start Start
                xor X
                task A
                task B
                end End
                Start -> X -?fine-> End
                X -*else-> A -> B -> A
                """))
                .containsExactly("B: Start → X (else) → A, and then the same steps for ever");
    }

    @Test
    void doesNotLetAWithdrawalHideALoopBesideAWayOut() {
        assertThat(
                        paths(
                                """
                start Start
                xor X
                task A
                task B
                end End
                Start -> X -?fine-> End
                X -*else-> A -> B -> A
                event-sub Withdrawn {
                start Received message
                end Gone
                Received -> Gone
                }
                """))
                .containsExactly("B: Start → X (else) → A, and then the same steps for ever");
    }

    @Test
    void refusesCirclesThatMultiplyTokensWithoutWaiting() {
        assertThat(
                        paths(
                                """
                start Start
                and S
                xor X
                xor Y
                Start -> X -> S -> X
                S -> Y -> X
                """))
                .containsExactly("X: goes round and starts ever new paths without a step that waits");
    }

    @Test
    void refusesCirclesThatHeapUpTokensAtAStep() {
        assertThat(paths("start Start\nxor X\nand S\ntask A\nend End\nStart -> X -> S -> A -> End\nS -> X"))
                .containsExactly("A: goes round and starts ever new paths without a step that waits");
    }
}
