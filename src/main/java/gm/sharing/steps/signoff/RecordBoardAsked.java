package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The record says that the Information Board was asked about a stalled review. */
@Needs({"partner", "round"})
@ModelBean(value = "recordBoardAsked", in = "partner-sign-off")
class RecordBoardAsked implements ExecutionListener {

    private final Deadlines deadlines;

    RecordBoardAsked(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateExecution execution) {
        deadlines.boardAsked(SignOffExecution.id(execution));
    }
}
