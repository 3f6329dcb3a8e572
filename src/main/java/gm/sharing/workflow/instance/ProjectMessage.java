package gm.sharing.workflow.instance;

import gm.sharing.project.ProjectReference;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;

/**
 * A message to whatever waits for it in a project: its own process, and those that process owners began beside it or let it
 * call.
 */
final class ProjectMessage {

    private ProjectMessage() {}

    /**
     * Lets all of them hear it.
     *
     * @return the ids of the process instances that heard it
     * @throws gm.sharing.Refused when none waits for it
     */
    static Set<String> to(ProjectReference reference, MessageCorrelationBuilder message) {
        var heard = message.processInstanceBusinessKey(reference.value()).correlateAllWithResult().stream()
                .map(result -> result.getExecution().getProcessInstanceId())
                .collect(Collectors.toUnmodifiableSet());
        if (heard.isEmpty()) {
            // The engine says it, so that people are told in the words that stand beside it.
            message.correlate();
        }
        return heard;
    }
}
