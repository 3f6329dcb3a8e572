package gm.sharing.workflow.gate.soundness;

import static gm.sharing.workflow.gate.soundness.Judged.check;
import static gm.sharing.workflow.gate.soundness.Judged.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Steps that nothing leads to, and where among sub-processes a fault is. */
class UnreachedStepsTests {

    @Test
    void refusesStepsThatNothingLeadsTo() {
        assertThat(
                        check(
                                """
                start Start
                task A
                end End
                task B
                task C
                Start -> A -> End
                B -> C -> End
                """))
                .containsExactly(
                        "B (“B”): can never be reached: no path leads to it. Connect it, or delete it and what follows");
    }

    @Test
    void refusesACircleThatNothingLeadsTo() {
        assertThat(
                        check(
                                """
                start Start
                end End
                task B
                task C
                Start -> End
                B -> C -> B
                """))
                .containsExactly(
                        "B (“B”): can never be reached: no path from the start comes here. Connect it, or delete it and"
                                + " what follows");
    }

    @Test
    void refusesAPathThatTheEngineNeverTakes() {
        assertThat(
                        paths(
                                """
                start Start
                xor X
                task A
                task B
                end End
                Start -> X -> A -> End
                X -?-> B -> End
                """))
                .containsExactly("B: no path from the start comes here");
    }

    @Test
    void refusesAnErrorAndAnEscalationThatNothingThrows() {
        assertThat(
                        check(
                                """
                start Start
                sub Inner {
                start In
                task A
                end Out escalation C
                In -> A -> Out
                }
                error Error E on Inner
                escalation Other D beside Inner
                end End
                Start -> Inner -> End
                Error -> End
                Other -> End
                """))
                .containsExactly(
                        "Error (“Error”): can never happen: nothing where it listens throws it. Throw the same code there, or"
                                + " delete it and what follows",
                        "Other (“Other”): can never happen: nothing where it listens throws it. Throw the same code there, or"
                                + " delete it and what follows");
    }

    @Test
    void refusesAnEventSubProcessThatNothingStarts() {
        assertThat(
                        paths(
                                """
                start Start
                task A
                end End
                Start -> A -> End
                event-sub Failed {
                start Failure error E
                task B
                end Out
                Failure -> B -> Out
                }
                """))
                .containsExactly("Failure: nothing where it listens throws it");
    }

    @Test
    void tellsInWhichSubProcessAFaultIs() {
        assertThat(
                        check(
                                """
                start Start
                sub Inner {
                start In
                xor Which
                task A
                task B
                and J
                end Out
                In -> Which -?left-> A -> J -> Out
                Which -*right-> B -> J
                }
                end End
                Start -> Inner -> End
                """))
                .singleElement()
                .asString()
                .startsWith(
                        "J (“J”): waits for ever: the path from “A” has come, the path from “B” can no longer come: in"
                                + " “Inner”: In → Which (left) → A. ");
    }

    @Test
    void reportsSeveralFaultsAtOnce() {
        assertThat(
                        paths(
                                """
                start Start
                xor X
                task A
                task B
                and J
                and S
                task C
                task D
                task E
                end End
                Start -> X -?one-> A -> J -> End
                X -?two-> B -> J
                X -*three-> S -> C -> E -> End
                S -> D -> E
                """))
                .containsExactly("E: Start → X (three) → S → C → D", "J: Start → X (one) → A");
    }
}
