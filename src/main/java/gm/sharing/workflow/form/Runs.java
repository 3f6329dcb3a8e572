package gm.sharing.workflow.form;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells processes that people start on a project, of which several may run, from the project's own journey. */
@Component
class Runs {

    private final FormHandlers handlers;

    Runs(FormHandlers handlers) {
        this.handlers = handlers;
    }

    /**
     * Which process it is in which something is answered, with all that it calls; null in the journey of the project. To be called
     * inside a command of the engine.
     */
    @Nullable String of(ExecutionEntity execution) {
        String root = execution.getRootProcessInstanceId();
        ExecutionEntity process = root.equals(execution.getProcessInstanceId())
                ? execution
                : Context.getCommandContext().getExecutionManager().findExecutionById(root);
        return process != null
                        && process.getProcessDefinition().getStartFormHandler() instanceof StartFormSubmission start
                        && handlers.startsOwn(start.form())
                ? root
                : null;
    }
}
