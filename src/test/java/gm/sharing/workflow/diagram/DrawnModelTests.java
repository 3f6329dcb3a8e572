package gm.sharing.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.journey.RunningPart.Kind;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** In which order a model's steps are told. */
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
}
