package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import java.nio.charset.StandardCharsets;
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

    private static Sketch circle(String time) {
        return new Sketch("small")
                .takes("go")
                .start()
                .timer("Wait", time)
                .choice("More", "No")
                .end("End")
                .line("Start", "Wait", "More")
                .flow("Yes", "More", "Wait", "${go}")
                .flow("No", "More", "End");
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
