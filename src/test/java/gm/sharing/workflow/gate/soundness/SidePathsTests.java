package gm.sharing.workflow.gate.soundness;

import static gm.sharing.workflow.gate.soundness.Judged.check;
import static gm.sharing.workflow.gate.soundness.Judged.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Side paths and event sub-processes that come in the way of the main path. */
class SidePathsTests {

    @Test
    void refusesASidePathThatComesIntoTheMainPath() {
        assertThat(
                        paths(
                                """
                start Start
                task A
                timer Late beside A
                task Escalate
                xor _Merge
                task B
                end End
                Start -> A -> _Merge -> B -> End
                Late -> Escalate -> _Merge
                """))
                .containsExactly("B: Start → A → Timer: Late → A → Escalate");
    }

    @Test
    void refusesAMessageThatStartsTheMainPathAgainAndAgain() {
        assertThat(
                        check(
                                """
                start Start
                task A
                message More beside A
                task B
                end End
                Start -> A -> B -> End
                More -> B
                """))
                .containsExactly(
                        "B (“B”): is started again and again while earlier rounds are still open: Start → A → Message: More → A →"
                                + " Message: More. Lead the loop round before the paths part, or end the other path first");
    }

    @Test
    void findsWhatAnEventSubProcessOrASidePathDoes() {
        assertThat(
                        paths(
                                """
                start Start
                task A
                timer Late beside A
                xor X
                task Tell
                task Again
                end Told
                end End
                Start -> A -> End
                Late -> X -?fine-> Told
                X -*else-> Tell -> Again -> Tell
                event-sub Withdrawn {
                start Received message
                and Split
                task B
                task C
                task D
                Received -> Split -> B -> D
                Split -> C -> D
                }
                """))
                .containsExactly(
                        "Again: Timer: Late → X (else) → Tell, and then the same steps for ever",
                        "D: in “Withdrawn”: Received → Split → B → C");
    }

    @Test
    void doesNotLetAWithdrawalHideAFault() {
        assertThat(
                        paths(
                                """
                start Start
                xor Which
                task A
                task B
                and J
                end End
                Start -> Which -?left-> A -> J -> End
                Which -*right-> B -> J
                event-sub Withdrawn {
                start Received message
                end Gone
                Received -> Gone
                }
                """))
                .containsExactly("J: Start → Which (left) → A");
    }

    @Test
    void refusesASidePathWhoseRoundsWouldMixAtAJoin() {
        assertThat(
                        check(
                                """
                start Start
                task A
                message Question beside A
                and Split
                task B
                task C
                and J
                end Answered
                end End
                Start -> A -> End
                Question -> Split -> B -> J -> Answered
                Split -> C -> J
                """))
                .containsExactly(
                        "J (“J”): joins paths that can run more than once at a time, and would mix their rounds: each time"
                                + " “Question” happens, they start. Put what follows “Question” into a sub-process");
    }
}
