package gm.sharing.workflow.form;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Reads what handlers need to know of the engine's task. */
final class FormTasks {

    private FormTasks() {}

    /** @throws ConcurrencyFailureException when somebody else completes the task while it is read */
    static FormTask of(DelegateTask task) {
        var execution = task.getExecution();
        if (execution == null) {
            throw ended(task, null);
        }
        return new FormTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                businessKey(task, execution),
                execution.getVariables(),
                () -> groups(task));
    }

    private static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .flatMap(link -> Stream.ofNullable(link.getGroupId()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The engine reads an execution and the process above it one after the other, and trips when it ends in between. */
    private static String businessKey(DelegateTask task, DelegateExecution execution) {
        try {
            return execution.getProcessBusinessKey();
        } catch (NullPointerException processEnded) {
            throw ended(task, processEnded);
        }
    }

    private static ConcurrencyFailureException ended(DelegateTask task, @Nullable Throwable cause) {
        return new ConcurrencyFailureException("Task " + task.getId() + " ended while it was read", cause);
    }
}
