package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The record says that a partner was reminded. */
@Needs({"partner", "round"})
@ModelBean(value = "recordReminder", in = "partner-sign-off")
class RecordReminder implements ExecutionListener {

    private final Deadlines deadlines;

    RecordReminder(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateExecution execution) {
        deadlines.remindedOf(SignOffExecution.id(execution));
    }
}
