package gm.sharing.workflow.form;

import gm.sharing.question.RunPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells processes of which several may run on one project: those that people start, those that the program starts beside the
 * project's own journey, a process owner's own that are called, and those that are called for each of several, such as data
 * protection officers. Partners are told apart by whom the answers are about.
 */
@Component
class Runs {

    private static final String PARTNER = "partner";

    private final FormHandlers handlers;

    Runs(FormHandlers handlers) {
        this.handlers = handlers;
    }

    /**
     * Which process it is in which something is answered, as {@link RunPath} writes it; null in the journey of the project. What is
     * called again from the same place, after a revision, is the same. To be called inside a command of the engine.
     */
    @Nullable String of(ExecutionEntity execution) {
        String root = execution.getRootProcessInstanceId();
        Deque<String> calls = new ArrayDeque<>();
        ExecutionEntity in = execution;
        while (!in.getProcessInstanceId().equals(root)) {
            ExecutionEntity call = process(in).getSuperExecution();
            List<String> apart = apart(call, in.getProcessDefinition());
            if (!apart.isEmpty()) {
                calls.addFirst(call.getProcessDefinition().getKey() + " " + String.join(" ", apart));
            }
            in = call;
        }
        return RunPath.of(isTheJourney(in.getProcessDefinition()) ? "" : root, List.copyOf(calls));
    }

    private static ExecutionEntity process(ExecutionEntity execution) {
        return execution.isProcessInstanceExecution()
                ? execution
                : Context.getCommandContext().getExecutionManager().findExecutionById(execution.getProcessInstanceId());
    }

    /** What tells a call from others of the same process. */
    private List<String> apart(ExecutionEntity call, ProcessDefinitionEntity called) {
        return Stream.concat(
                        handlers.asksIn(called.getKey()) ? Stream.empty() : Stream.of(call.getActivityId()), each(call))
                .collect(Collectors.toList());
    }

    private static Stream<String> each(ExecutionEntity call) {
        String element = call.getActivity().getFlowScope() instanceof ActivityImpl around
                        && around.getActivityBehavior() instanceof MultiInstanceActivityBehavior loop
                ? loop.getCollectionElementVariable()
                : null;
        return element == null || element.equals(PARTNER)
                ? Stream.empty()
                : Stream.of(String.valueOf(call.getVariable(element)));
    }

    private boolean isTheJourney(ProcessDefinitionEntity process) {
        return process.getStartFormHandler() instanceof StartFormSubmission start && !handlers.startsOwn(start.form());
    }
}
