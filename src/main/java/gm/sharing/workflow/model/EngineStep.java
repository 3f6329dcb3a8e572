package gm.sharing.workflow.model;

import gm.sharing.workflow.step.ServiceStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of ours as the engine calls it, as a task's delegate or as a listener. */
record EngineStep(ServiceStep step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        step.run(new EngineInstance(execution));
    }
}
