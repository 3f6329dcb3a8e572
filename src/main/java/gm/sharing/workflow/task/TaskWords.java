package gm.sharing.workflow.task;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model says about a user task.
 *
 * @param stage the framework's stage, 1 to 7, from the task's property {@code stage}
 * @param lane who does it, from the lane in which the task or the sub-process around it lies
 */
record TaskWords(int stage, String lane) {

    static TaskWords of(BpmnModelInstance model, String taskId) {
        UserTask task = model.getModelElementById(taskId);
        return new TaskWords(stage(task), lane(model, task));
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

    private static String lane(BpmnModelInstance model, UserTask task) {
        return model.getModelElementsByType(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(task)
                        || lane.getFlowNodeRefs().contains(task.getParentElement()))
                .map(Lane::getName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The task " + task.getId() + " lies in no lane"));
    }
}
