package gm.sharing.workflow.model;

import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.step.Instance;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** The engine's execution as steps know it. */
record EngineInstance(DelegateExecution execution) implements Instance {

    @Override
    public String id() {
        return execution.getProcessInstanceId();
    }

    @Override
    public ProjectReference reference() {
        return new ProjectReference(execution.getProcessBusinessKey());
    }

    @Override
    public @Nullable Object variable(String name) {
        return execution.getVariable(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
        execution.setVariable(name, value);
    }

    @Override
    public void setForAll(Map<String, ?> variables) {
        execution.getProcessInstance().setVariables(variables);
    }

    @Override
    public void setForAll(String name, @Nullable Object value) {
        execution.getProcessInstance().setVariable(name, value);
    }

    @Override
    public void forget(String name, String value) {
        forget((ExecutionEntity) execution.getProcessInstance(), name, value);
    }

    private static void forget(ExecutionEntity within, String name, String value) {
        if (value.equals(within.getVariableLocal(name))) {
            within.setVariableLocal(name, null);
        }
        within.getExecutions().forEach(part -> forget(part, name, value));
    }
}
