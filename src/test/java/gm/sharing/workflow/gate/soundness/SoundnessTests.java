package gm.sharing.workflow.gate.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sound and what is not, each with the path that a process owner reads. */
class SoundnessTests {

    private final Soundness soundness = new Soundness();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a sequence
                """
                start Start
                task A
                service B
                end End
                Start -> A -> B -> End
                """,
                // a choice and its join
                """
                start Start
                xor X
                task A
                task B
                xor Y
                end End
                Start -> X -?-> A -> Y -> End
                X -*-> B -> Y
                """,
                // side by side and joined
                """
                start Start
                and S
                task A
                task B
                and J
                end End
                Start -> S -> A -> J -> End
                S -> B -> J
                """,
                // side by side, each to an end of its own
                """
                start Start
                and S
                task A
                task B
                end E1
                end E2
                Start -> S -> A -> E1
                S -> B -> E2
                """,
                // an inclusive choice and its join, with a way past it
                """
                start Start
                or O
                task A
                task B
                task C
                or J
                end End
                Start -> O -?-> A -> J -> End
                O -?-> B -> J
                O -?-> C -> J
                O -*-> J
                """,
                // a loop
                """
                start Start
                xor Again
                task A
                xor X
                end End
                Start -> Again -> A -> X -?-> End
                X -*-> Again
                """,
                // a loop around an inclusive choice
                """
                start Start
                xor Again
                or O
                task A
                task B
                or J
                task C
                xor X
                end End
                Start -> Again -> O -?-> A -> J -> C -> X -?-> End
                O -?-> B -> J
                O -*-> J
                X -*-> Again
                """,
                // whoever is first ends the other
                """
                start Start
                and S
                task Work
                catch Clock timer
                end Done terminate
                end Late terminate
                Start -> S -> Work -> Done
                S -> Clock -> Late
                """,
                // a reminder beside a task that comes again and again
                """
                start Start
                xor Again
                task A
                timer Reminder beside A
                service Remind
                end Reminded
                xor X
                end End
                Start -> Again -> A -> X -?-> End
                X -*-> Again
                Reminder -> Remind -> Reminded
                """,
                // two reminders that share their step, and one of them repeats
                """
                start Start
                task A
                timer Reminder beside A
                cycle Escalation beside A
                service Tell
                end Told
                end End
                Start -> A -> End
                Reminder -> Tell -> Told
                Escalation -> Tell
                """,
                // a side path that may end everything
                """
                start Start
                task A
                timer Late beside A
                task Decide
                end Stopped terminate
                end End
                Start -> A -> End
                Late -> Decide -> Stopped
                """,
                // an extra step that an inclusive gateway waits for
                """
                start Start
                task A
                timer Late beside A
                task Extra
                or J
                end End
                Start -> A -> J -> End
                Late -> Extra -> J
                """,
                // a time limit that takes the way of the answer
                """
                start Start
                task A
                timer Due on A
                service Close
                xor Y
                end End
                Start -> A -> Y -> End
                Due -> Close -> Y
                """,
                // the first of two events
                """
                start Start
                events Wait
                catch Answer message
                catch Late timer
                end E1
                end E2
                Start -> Wait -> Answer -> E1
                Wait -> Late -> E2
                """,
                // a sub-process with a loop of its own, events at its edge, and event sub-processes
                """
                start Start
                sub Inner {
                start In
                task A
                xor X
                end Out
                end Failed error E
                In -> A -> X -?-> Out
                X -?-> Failed
                X -*-> A
                }
                error Error E on Inner
                message Stop on Inner
                end End
                end E2
                Start -> Inner -> End
                Error -> E2
                Stop -> E2
                event-sub Withdrawn {
                start Received message
                end Gone
                Received -> Gone
                }
                event-sub Asked {
                start Question message beside
                task Reply
                end Answered
                Question -> Reply -> Answered
                }
                """,
                // a clock that only the people beside it can end
                """
                start Start
                sub Clock {
                start Tick
                catch Day timer
                service Remind
                Tick -> Day -> Remind -> Day
                }
                message Done on Clock
                end End
                Start -> Clock -> End
                Done -> End
                """,
                // a link instead of a flow
                """
                start Start
                throw There link L
                catch Here link L
                task A
                end End
                Start -> There
                Here -> A -> End
                """,
                // an escalation that goes on
                """
                start Start
                sub Inner {
                start In
                throw Tell escalation C
                task A
                end Out
                In -> Tell -> A -> Out
                }
                escalation Told C beside Inner
                end E1
                end End
                Start -> Inner -> End
                Told -> E1
                """,
                // several starts
                """
                start Start
                start Order message
                task A
                end End
                Start -> A -> End
                Order -> A
                """,
                // a task that no flow leaves
                """
                start Start
                task A
                Start -> A
                """,
                // several flows out of a task, as the engine allows, joined again
                """
                start Start
                task A
                task B
                task C
                and J
                end End
                Start -> A -> B -> J -> End
                A -> C -> J
                """
            })
    void acceptsWhatAlwaysEnds(String lines) {
        assertThat(check(lines)).isEmpty();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"complex X", "catch X", "end X compensate", "end X cancel", "throw X compensate"})
    void refusesWhatItDoesNotKnow(String step) {
        assertThat(check("start Start\n" + step + "\nend End\nStart -> X -> End"))
                .singleElement()
                .asString()
                .startsWith("X (“X”): cannot be checked: ")
                .endsWith("is not known here. Use tasks, call activities, sub-processes, common events and gateways");
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
    void refusesAGatewayWithTooManyConditions() {
        StringBuilder wide = new StringBuilder("start Start\nor Which\nor J\nend End\nStart -> Which\nJ -> End\n");
        for (int i = 0; i < 11; i++) {
            wide.append("task A%d\nWhich -?-> A%d -> J\n".formatted(i, i));
        }
        assertThat(check(wide.toString()))
                .singleElement()
                .asString()
                .startsWith("Which (“Which”): cannot be checked: 11 of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // many paths side by side, each with steps of its own
                "task A%1$d\ntimer T%1$d on A%1$d\ntask B%1$d\nxor X%1$d\nS -> A%1$d -> X%1$d -> J\nT%1$d -> B%1$d -> X%1$d\n",
                // many choices that are made at once
                "or O%1$d\ntask A%1$d\ntask B%1$d\ntask C%1$d\nor X%1$d\nS -> O%1$d -?-> A%1$d -> X%1$d -> J\n"
                        + "O%1$d -?-> B%1$d -> X%1$d\nO%1$d -?-> C%1$d -> X%1$d\n"
            })
    void givesUpWithinSecondsWhenThereIsTooMuchToTry(String branch) {
        StringBuilder wide = new StringBuilder("start Start\nand S\nand J\nend End\nStart -> S\nJ -> End\n");
        for (int i = 0; i < 20; i++) {
            wide.append(branch.formatted(i));
        }

        assertTimeout(Duration.ofSeconds(20), () -> assertThat(check(wide.toString()))
                .singleElement()
                .asString()
                .startsWith("Start (“Start”): cannot be checked: too many combinations"));
    }

    @Test
    void refusesCirclesThatHeapUpTokensAtAStep() {
        assertThat(paths("start Start\nxor X\nand S\ntask A\nend End\nStart -> X -> S -> A -> End\nS -> X"))
                .containsExactly("A: goes round and starts ever new paths without a step that waits");
    }

    private List<String> check(String lines) {
        return soundness.violations(Drawing.of(lines), Surroundings.NONE).stream()
                .map(Violation::getMessage)
                .toList();
    }

    /** Only the element and the path. */
    private List<String> paths(String lines) {
        return soundness.violations(Drawing.of(lines), Surroundings.NONE).stream()
                .map(violation -> violation.element() + ": "
                        + violation
                                .rule()
                                .replaceAll("^.*?(: (?=in “|\\S+ →|Start|\\S+: )|: (?=no|noth))", "")
                                .replaceAll("\\. [A-Z].*", ""))
                .toList();
    }
}
