package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** The record says that a partner was reminded. */
@Needs({"partner", "round"})
@ModelBean(value = "recordReminder", in = "partner-sign-off")
class RecordReminder implements ServiceStep {

    private final Deadlines deadlines;

    RecordReminder(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void run(Instance instance) {
        deadlines.remindedOf(SignOffExecution.id(instance));
    }
}
