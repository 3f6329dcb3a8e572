package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gm.sharing.DemoApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an owner draws from nothing: circles that never wait, and people whom nothing can give. */
@Tag("one-database")
@DemoApplication
class SmallModelsIntegrationTests {

    private static final String BOARD = "camunda:candidateGroups=\"information-board\"";
    private static final String DUE = " camunda:dueDate=\"${workingDays.from(now(), 10)}\"";

    @Autowired
    Gate gate;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT1S",
                "PT59M",
                "${now()}",
                "${dateTime().toDate()}",
                "${dateTime().minusDays(3).toDate()}",
                "${workingDays.from(now(), 0)}",
                "2036-03-31T12:00:00"
            })
    void aTimeThatDoesNotLieAheadEachTimeIsNoWaitInACircle(String time) {
        assertThat(told(circle(time)))
                .singleElement()
                .asString()
                .startsWith("Wait: ")
                .contains("an hour or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P7D", "${workingDays.from(now(), 1)}", "${dateTime().plusDays(1).toDate()}"})
    void aTimeThatLiesAheadEachTimeIsAWait(String time) {
        assertThat(told(circle(time))).isEmpty();
    }

    /** A node ran through it as fast as it could, one job after the other. */
    @Test
    void aTimeThatNothingMovesIsNoWaitInACircle() {
        Sketch moved = new Sketch("small")
                .takes("go,until")
                .start()
                .timer("Wait", "${until}")
                .choice("More", "No")
                .service("Move", "${workingDays.from(now(), 1)}", "until")
                .end("End")
                .line("Start", "Wait", "More")
                .flow("Yes", "More", "Move", "${go}")
                .flow("No", "More", "End")
                .line("Move", "Wait");

        assertThat(told(circle("${until}", "go,until")))
                .singleElement()
                .asString()
                .startsWith("Wait: a way leads back to it, and its time may have passed by then");
        assertThat(told(overdue("${until}", "", "Task")))
                .singleElement()
                .asString()
                .startsWith("Beside: ");
        assertThat(told(overdue("PT1M", "", "Task"))).singleElement().asString().startsWith("Beside: ");
        assertThat(told(overdue("2036-03-31T12:00:00", "", "Task")))
                .singleElement()
                .asString()
                .startsWith("Beside: ");
        assertThat(told(moved)).isEmpty();
    }

    @Test
    void timesThatPassOneAfterTheOtherAndInWhatIsCalledAreNoWaitEither() {
        Sketch both = new Sketch("small")
                .takes("until,later,go")
                .start()
                .timer("Wait", "${until}")
                .timer("Later", "${later}")
                .choice("More", "No")
                .end("End")
                .line("Start", "Wait", "Later", "More")
                .flow("Yes", "More", "Wait", "${go}")
                .flow("No", "More", "End");
        Sketch again = new Sketch("small")
                .takes("partner,go")
                .start()
                .call("Call", "called", "partner")
                .choice("More", "No")
                .end("End")
                .line("Start", "Call", "More")
                .flow("Yes", "More", "Call", "${go}")
                .flow("No", "More", "End");

        assertThat(told(both)).hasSize(2).allMatch(told -> told.contains("its time may have passed"));
        assertThat(told(again, waits("${until}"))).singleElement().asString().startsWith("Call: a way leads back");
        assertThat(told(again, waits("P1D"))).isEmpty();
        assertThat(told(again, movesFirst())).isEmpty();
    }

    @Test
    void aTimeThatIsSetAnewEachTimeOrLeadsToAPersonFirstIsAWait() {
        assertThat(told(overdue("${until}", "", "Move", "Task"))).isEmpty();
        assertThat(told(overdue("${until}", "", "Other", "Task"))).isEmpty();
        assertThat(told(overdue("${workingDays.from(now(), 5)}", "", "Task"))).isEmpty();
        assertThat(told(overdue("P7D", "", "Task"))).isEmpty();
        assertThat(told(overdue("${until}", "cancelActivity=\"false\"", "End"))).isEmpty();
    }

    /** Sixty partners within sixty within sixty would be 216,000. */
    @Test
    void whatIsDoneForEachOfSeveralIsDoneWithinOneSuchOtherAtMost() {
        Sketch last = task("last", BOARD + DUE);

        assertThat(told(each("small", "last"), last)).isEmpty();
        assertThat(told(each("small", "second"), each("second", "last"), last)).isEmpty();
        assertThat(told(each("small", "second"), each("second", "third"), each("third", "last"), last))
                .singleElement()
                .asString()
                .startsWith("Each: it is done for each of several within");
    }

    @Test
    void aProcessAndAllThatItCallsHaveAThousandStepsTogether() {
        Sketch last = task("last", BOARD + DUE);

        assertThat(told(calls("small", "second", 9), calls("second", "third", 9), calls("third", "last", 2), last))
                .isEmpty();
        assertThat(told(calls("small", "second", 9), calls("second", "third", 9), calls("third", "last", 9), last))
                .singleElement()
                .asString()
                .startsWith("small: the process and all that it calls have more than 1000 steps");
    }

    /** Each is looked at once, however often it is called. */
    @Test
    void longChainsOfCallsAreRefusedInLittleTime() {
        List<Sketch> chain = new ArrayList<>(List.of(task("p12", BOARD + DUE)));
        for (int i = 0; i < 12; i++) {
            chain.add(calls("p" + i, "p" + (i + 1), 20));
        }

        assertTimeout(Duration.ofSeconds(60), () -> assertThat(told(chain.toArray(Sketch[]::new)))
                .anyMatch(told -> told.startsWith("p0: the process and all that it calls have more than")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fact-settled", "measure-dropped", "deadline-moved"})
    void aMessageToOneProcessIsHeardInNoOther(String message) {
        assertThat(told(waiting("small", message)))
                .singleElement()
                .asString()
                .startsWith(
                        "Wait: it waits for a message that nobody sends to this process; choose one of draft-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"project-withdrawn", "project-stopped", "draft-taken-back", "signature-withdrawn"})
    void aMessageToAllOfAProjectIsHeardInEach(String message) {
        assertThat(told(waiting("small", message))).isEmpty();
    }

    @Test
    void aMessageToOneProcessIsHeardInWhatItCalls() {
        assertThat(told(call("renew-fact", "small"), waiting("small", "fact-settled")))
                .noneMatch(told -> told.startsWith("Wait: "));
    }

    /** Each ran without end in one transaction until the node had no memory left. */
    @Test
    void aConditionThatTheCircleItselfBringsAboutIsNoWait() {
        Sketch both = new Sketch("small")
                .takes("go")
                .start()
                .condition("Open", "${go}")
                .service("Off", "${false}", "go")
                .condition("Shut", "${!go}")
                .service("On", "${true}", "go")
                .choice("More", "No")
                .end("End")
                .line("Start", "Open", "Off", "Shut", "On", "More")
                .flow("Yes", "More", "Open", "${go}")
                .flow("No", "More", "End");
        Sketch beside = beside("cancelActivity=\"false\"")
                .service("Again", "${true}", "go")
                .end("EndBeside")
                .line("Beside", "Again", "EndBeside");
        Sketch back = beside("").service("Other", "${true}", "other").line("Beside", "Other", "Task");

        assertThat(told(both)).singleElement().asString().startsWith("Open: ");
        assertThat(told(beside)).singleElement().asString().startsWith("Beside: ");
        assertThat(told(back)).singleElement().asString().contains("lead back to the beginning");
    }

    @Test
    void whatIsCalledForEachOfSeveralMayBeCalledForNone() {
        Sketch each = new Sketch("small")
                .takes("partners,go")
                .start()
                .each("Each", "called", "partner")
                .choice("More", "No")
                .end("End")
                .line("Start", "Each", "More")
                .flow("Yes", "More", "Each", "${go}")
                .flow("No", "More", "End");

        assertThat(told(each, task("called", BOARD + DUE)))
                .singleElement()
                .asString()
                .contains("lead back to the beginning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${'admin'}", "${partner}", "${5}", "${now()}"})
    void noStepMakesALeadOfWhatIsNoPerson(String expression) {
        assertThat(told(new Sketch("small")
                        .takes("partner")
                        .start()
                        .service("Set", expression, "lead")
                        .user("Task", "camunda:assignee=\"${lead}\"")
                        .end("End")
                        .line("Start", "Set", "Task", "End")))
                .anySatisfy(told -> assertThat(told).startsWith("Set: “lead” is read as the account of a person"));
    }

    @Test
    void aTaskIsForSomebody() {
        assertThat(told(task("small", "camunda:candidateGroups=\"${null}\"" + DUE)))
                .containsExactly("Task: “${null}” gives no role; write one such as information-board, or one of an "
                        + "organisation, as ig-${partner}");
    }

    @Test
    void aTaskIsDueAtSomeTime() {
        assertThat(told(task("small", BOARD + " camunda:dueDate=\"${null}\"")))
                .containsExactly(
                        "Task: its due date is nothing; write a moment, as workingDays.from(now(), 10) gives one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:assignee=\"${ lead }\"",
                "camunda:candidateGroups=\"${'information-board'}\"" + DUE,
                "camunda:candidateGroups=\"ig-${'bolton'}, ig-${partner}\"" + DUE
            })
    void otherwiseAnybodyMayBeNamed(String who) {
        assertThat(told(task("small", who))).isEmpty();
    }

    /** Camunda Modeler leaves them behind, and shows them nowhere. */
    @ParameterizedTest
    @ValueSource(strings = {"bpmn:signal", "bpmn:escalation", "bpmn:message", "bpmn:error"})
    void whatNoEventNamesAnyMoreDoesNoHarm(String element) {
        assertThat(told(task("small", BOARD + DUE).root("<" + element + " id=\"Left\" name=\"left\"/>")))
                .isEmpty();
    }

    private static Sketch waits(String time) {
        return new Sketch("called")
                .takes("until,partner")
                .start()
                .timer("Wait", time)
                .end("End")
                .line("Start", "Wait", "End");
    }

    private static Sketch movesFirst() {
        return new Sketch("called")
                .takes("until,partner")
                .start()
                .service("Move", "${workingDays.from(now(), 5)}", "until")
                .timer("Wait", "${until}")
                .end("End")
                .line("Start", "Move", "Wait", "End");
    }

    /** What happens when a task is overdue. */
    private static Sketch overdue(String time, String attributes, String... then) {
        String[] line = new String[then.length + 1];
        line[0] = "Beside";
        System.arraycopy(then, 0, line, 1, then.length);
        Sketch sketch = new Sketch("small")
                .takes("lead,until")
                .start()
                .user("Task", "camunda:assignee=\"${lead}\"")
                .late("Beside", "Task", attributes, time)
                .end("End")
                .line("Start", "Task", "End")
                .line(line);
        if (List.of(then).contains("Move")) {
            sketch.service("Move", "${workingDays.from(now(), 5)}", "until");
        }
        return List.of(then).contains("Other") ? sketch.user("Other", BOARD + DUE) : sketch;
    }

    private static Sketch circle(String time) {
        return circle(time, "go");
    }

    private static Sketch circle(String time, String takes) {
        return new Sketch("small")
                .takes(takes)
                .start()
                .timer("Wait", time)
                .choice("More", "No")
                .end("End")
                .line("Start", "Wait", "More")
                .flow("Yes", "More", "Wait", "${go}")
                .flow("No", "More", "End");
    }

    private static Sketch each(String id, String called) {
        return new Sketch(id)
                .takes("partners,partner,lead")
                .start()
                .each("Each", called, "partner")
                .end("End")
                .line("Start", "Each", "End");
    }

    private static Sketch call(String id, String called) {
        return calls(id, called, 1);
    }

    private static Sketch calls(String id, String called, int times) {
        Sketch sketch = new Sketch(id).takes("partner,lead").start().end("End");
        List<String> line = new ArrayList<>(List.of("Start"));
        for (int i = 1; i <= times; i++) {
            sketch.call("Call" + i, called, "partner");
            line.add("Call" + i);
        }
        line.add("End");
        return sketch.line(line.toArray(String[]::new));
    }

    private static Sketch waiting(String id, String message) {
        return new Sketch(id)
                .takes("partner")
                .start()
                .message("Wait", "Message_1")
                .end("End")
                .line("Start", "Wait", "End")
                .root("<bpmn:message id=\"Message_1\" name=\"" + message + "\"/>");
    }

    private static Sketch beside(String interrupting) {
        return new Sketch("small")
                .takes("go,lead")
                .start()
                .user("Task", "camunda:assignee=\"${lead}\"")
                .beside("Beside", "Task", interrupting, "${go}")
                .end("End")
                .line("Start", "Task", "End");
    }

    private static Sketch task(String id, String who) {
        return new Sketch(id)
                .takes("lead,partner")
                .start()
                .user("Task", who)
                .end("End")
                .line("Start", "Task", "End");
    }

    private List<String> told(Sketch... models) {
        List<ModelFile> files = new ArrayList<>(List.of(new ModelFile(
                "site-visit.form",
                OwnersDrawings.file("src/test/resources/own-processes/site-visit.form")
                        .getBytes(StandardCharsets.UTF_8))));
        for (Sketch model : models) {
            files.add(model.file());
        }
        return gate.findings(files, Surroundings.NONE).stream()
                .flatMap(finding -> finding.violations().stream())
                .map(violation -> violation.element() + ": " + violation.rule())
                .toList();
    }
}
