package gm.sharing.workflow.gate.soundness;

import static gm.sharing.workflow.gate.soundness.Judged.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sound, and how much the check tries to find out. */
class SoundnessTests {

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
}
