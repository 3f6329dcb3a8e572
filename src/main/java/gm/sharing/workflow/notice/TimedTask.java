package gm.sharing.workflow.notice;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The task at whose edge the timer stands that leads to a notice. */
final class TimedTask {

    private TimedTask() {}

    /** The id of the open task; empty where no timer leads here, or where several such tasks are open. */
    static Optional<String> of(DelegateExecution execution) {
        if (!(execution.getBpmnModelElementInstance() instanceof FlowNode step)) {
            return Optional.empty();
        }
        return step.getIncoming().stream()
                .map(SequenceFlow::getSource)
                .filter(BoundaryEvent.class::isInstance)
                .map(event -> ((BoundaryEvent) event).getAttachedTo())
                .filter(UserTask.class::isInstance)
                .findFirst()
                .map(task -> open(execution, task.getId()))
                .filter(open -> open.size() == 1)
                .map(open -> open.get(0).getId());
    }

    private static List<Task> open(DelegateExecution execution, String element) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(element)
                .active()
                .list();
    }
}
