package gm.sharing.workflow.task;

import gm.sharing.organisation.Role;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model says about a user task.
 *
 * @param stage the framework's stage, 1 to 7, from the task's property {@code stage}; 0 when it is not known
 * @param role the role of its candidates; a task with an assignee is the project lead's; empty when each instance has
 *     candidates of its own
 */
record TaskWords(int stage, Optional<Role> role) {

    /** Of a task whose model cannot be read or says nothing of stages. */
    static final TaskWords UNKNOWN = new TaskWords(0, Optional.empty());

    static TaskWords of(BpmnModelInstance model, String taskId) {
        UserTask task = model.getModelElementById(taskId);
        return new TaskWords(stage(task), role(task));
    }

    private static int stage(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "stage".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The task " + task.getId() + " has no stage"));
    }

    private static Optional<Role> role(UserTask task) {
        if (task.getCamundaAssignee() != null) {
            return Optional.of(Role.PROJECT_LEAD);
        }
        return task.getCamundaCandidateGroupsList().stream()
                .flatMap(group -> Role.ofGroup(group).stream())
                .findFirst();
    }
}
