package gm.sharing.workflow.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The routing answers of tasks that stand beside one another, so that what one person chose does not lead another on. */
final class WaysOn {

    private WaysOn() {}

    /**
     * Sets routing answers. Beside other ways those of the task's own way are kept there as well: all ways have them, the newest
     * for what follows when they come together, and this way its own until then.
     */
    static void route(TaskEntity task, Map<String, Object> answers, Set<String> ofItsWay) {
        ExecutionEntity way = way(task.getExecution());
        if (!way.isConcurrent() || ofItsWay.isEmpty()) {
            task.setVariables(answers);
            return;
        }
        Map<String, Object> own = new HashMap<>(answers);
        own.keySet().retainAll(ofItsWay);
        way.getParent().setVariables(answers);
        way.setVariablesLocal(own);
    }

    /** What a task has around it, such as a timer, gives it an execution of its own within its way. */
    private static ExecutionEntity way(ExecutionEntity execution) {
        ExecutionEntity around = execution.getParent();
        return !execution.isConcurrent()
                        && around != null
                        && around.isConcurrent()
                        && execution.getActivity().isScope()
                ? around
                : execution;
    }
}
