package gm.sharing.workflow.partnersignoff;

import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The record says that a partner was reminded. */
@ModelBean("recordReminder")
class RecordReminder implements ExecutionListener {

    private final SignOffs signOffs;

    RecordReminder(SignOffs signOffs) {
        this.signOffs = signOffs;
    }

    @Override
    public void notify(DelegateExecution execution) {
        signOffs.remindedOf(SignOffExecution.id(execution));
    }
}
