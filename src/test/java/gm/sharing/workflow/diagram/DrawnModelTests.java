package gm.sharing.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.journey.RunningPart.Kind;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.junit.jupiter.api.Test;

/** In which order a model's steps are told, and which of them are certain to come. */
class DrawnModelTests {

    private final DrawnModel project = DrawnModel.of(
            Bpmn.readModelFromFile(Shipped.file("sharing-project.bpmn").toFile()), "sharing-project");

    @Test
    void tellsStepsInTheOrderInWhichTheyAreDrawn() {
        assertThat(project.elements().stream()
                        .filter(element -> element.kind() == Kind.PERSON || element.kind() == Kind.PART)
                        .map(DrawnModel.Drawn::id))
                .containsSubsequence(
                        "Task_DescribeNeeds",
                        "Task_NamePartners",
                        "Task_DescribeFlows",
                        "Task_AgreeArrangements",
                        "Task_AnswerScreening",
                        "Call_Dpia",
                        "Task_CheckDraft",
                        "Call_PartnerSignOff");
    }

    @Test
    void hasEveryElementOfEveryShippedModelOnce() {
        for (var file : Shipped.ending(".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            var key = file.getFileName().toString().replace(".bpmn", "");

            assertThat(DrawnModel.of(model, key).elements().stream().map(DrawnModel.Drawn::id))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(FlowNode.class).stream()
                            .map(FlowNode::getId)
                            .toList());
        }
    }

    @Test
    void isCertainOfWhatLiesOnEveryWay() {
        assertThat(project.ways().from(Set.of("Task_DescribeNeeds")))
                .contains("Task_NamePartners", "Task_DescribeFlows", "Task_AgreeArrangements", "Task_AnswerScreening")
                .doesNotContain("Task_DescribeNeeds", "Call_Dpia", "Service_DraftAgreement", "Task_ReviseProject");
    }

    @Test
    void isCertainOfNothingThatDependsOnADecision() {
        assertThat(project.ways().from(Set.of("Task_CheckDraft")))
                .doesNotContain("Call_PartnerSignOff", "Task_ReviseProject");
        assertThat(project.ways().from(Set.of("Call_PartnerSignOff")))
                .doesNotContain("Service_ConcludeRound", "Send_TellTakenBack", "Service_PublishAgreement");
    }

    /** The end that ends everything may come before the way beside it goes on. */
    @Test
    void isNotCertainOfAWayBesideOneThatEndsEverything() {
        var model = Bpmn.createExecutableProcess("p")
                .startEvent()
                .parallelGateway("fork")
                .userTask("one")
                .userTask("two")
                .endEvent("all")
                .moveToNode("fork")
                .userTask("beside")
                .userTask("last")
                .endEvent()
                .done();
        EndEvent all = model.getModelElementById("all");
        all.getEventDefinitions().add(model.newInstance(TerminateEventDefinition.class));
        var certain = waysOf(model);

        assertThat(certain.from(Set.of("one", "beside"))).doesNotContain("two", "last");
        assertThat(certain.from(Set.of("one"))).contains("two");
    }

    @Test
    void isCertainOfAllWaysThatAreTakenAtOnce() {
        var certain = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("first")
                .parallelGateway("fork")
                .userTask("one")
                .parallelGateway("join")
                .userTask("last")
                .endEvent()
                .moveToNode("fork")
                .userTask("two")
                .connectTo("join")
                .done());

        assertThat(certain.from(Set.of("first"))).contains("one", "two", "last");
        assertThat(certain.from(Set.of("one", "two"))).contains("last").doesNotContain("one", "two");
    }

    @Test
    void countsATimerThatBreaksOffAsAnotherWay() {
        var certain = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("wait")
                .userTask("next")
                .endEvent()
                .moveToActivity("wait")
                .boundaryEvent("late")
                .timerWithDuration("P1D")
                .userTask("instead")
                .endEvent()
                .done());

        assertThat(certain.from(Set.of("wait"))).isEmpty();
        assertThat(certain.from(Set.of("late"))).contains("instead").doesNotContain("next");
    }

    @Test
    void goesRoundInCirclesOnlyOnce() {
        var certain = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("draft")
                .exclusiveGateway("ready")
                .condition("yes", "${ready}")
                .userTask("send")
                .endEvent()
                .moveToNode("ready")
                .condition("no", "${not ready}")
                .connectTo("draft")
                .done());

        assertThat(certain.from(Set.of("draft"))).containsExactlyInAnyOrder("ready", "send", endOf(certain));
    }

    private static String endOf(CertainWays certain) {
        return certain.from(Set.of("send")).iterator().next();
    }

    private static CertainWays waysOf(BpmnModelInstance model) {
        return DrawnModel.of(model, "p").ways();
    }
}
