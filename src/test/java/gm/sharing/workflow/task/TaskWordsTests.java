package gm.sharing.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.organisation.Role;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom a task waits, as its model says it. */
class TaskWordsTests {

    private static final Map<String, Role> PARTNERS = Map.of(
            "ig-${partner}", Role.IG_OFFICER,
            "dpo-${partner}", Role.DPO,
            "signatory-${partner}", Role.SIGNATORY,
            "caldicott-${partner}", Role.CALDICOTT_GUARDIAN);

    @Test
    void waitsForTheRoleOfTheCandidatesInEveryShippedModelWhoeverGetsItFirst() {
        var found = new TreeMap<String, Optional<Role>>();
        shipped().forEach(model -> model.getModelElementsByType(UserTask.class).forEach(task -> {
            var groups = task.getCamundaCandidateGroupsList();
            var role = TaskWords.of(model, task.getId()).role();
            if (!groups.isEmpty() && PARTNERS.containsKey(groups.get(0))) {
                assertThat(role).as(task.getId()).contains(PARTNERS.get(groups.get(0)));
                found.put(task.getId(), role);
            } else if (groups.isEmpty()) {
                assertThat(role).as(task.getId()).contains(Role.PROJECT_LEAD);
            } else {
                assertThat(role).as(task.getId()).isNotEqualTo(Optional.of(Role.PROJECT_LEAD));
            }
        }));

        assertThat(found)
                .containsKeys(
                        "Task_ReviewAgreement",
                        "Task_AgreeConfidentialUse",
                        "Task_SignAgreement",
                        "Task_CountersignAgreement");
    }

    @ParameterizedTest
    @CsvSource({
        "${lead},,PROJECT_LEAD",
        "${again ? askedBy : null},ig-${partner},IG_OFFICER",
        "${lead},information-board,INFORMATION_BOARD",
        ",signatory-${partner},SIGNATORY",
        "${askedBy},,",
        ",${reviewers},",
        ",dpo-${adviser},"
    })
    void takesWhoGetsATaskFirstForNoRole(@Nullable String assignee, @Nullable String groups, @Nullable Role role) {
        var model = Bpmn.createExecutableProcess("process")
                .startEvent()
                .userTask("Task_Own")
                .endEvent()
                .done();
        UserTask task = model.getModelElementById("Task_Own");
        if (assignee != null) {
            task.setCamundaAssignee(assignee);
        }
        if (groups != null) {
            task.setCamundaCandidateGroups(groups);
        }
        var stage = model.newInstance(CamundaProperty.class);
        stage.setCamundaName("stage");
        stage.setCamundaValue("4");
        var extensions = model.newInstance(ExtensionElements.class);
        extensions
                .addExtensionElement(CamundaProperties.class)
                .getCamundaProperties()
                .add(stage);
        task.setExtensionElements(extensions);

        assertThat(TaskWords.of(model, "Task_Own"))
                .isEqualTo(new TaskWords(4, Optional.ofNullable(role), null, "process"));
    }

    private static Stream<BpmnModelInstance> shipped() {
        return Shipped.ending(".bpmn").stream().map(model -> Bpmn.readModelFromFile(model.toFile()));
    }
}
