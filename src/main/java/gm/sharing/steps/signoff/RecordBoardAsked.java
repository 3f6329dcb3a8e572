package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** The record says that the Information Board was asked about a stalled review. */
@Needs({"partner", "round"})
@ModelBean(value = "recordBoardAsked", in = "partner-sign-off")
class RecordBoardAsked implements ServiceStep {

    private final Deadlines deadlines;

    RecordBoardAsked(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void run(Instance instance) {
        deadlines.boardAsked(SignOffExecution.id(instance));
    }
}
