package gm.sharing.steps.signoff;

import gm.sharing.signoff.SignOffRules;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes the sign-off of a partner that did not decide in time and that the rule of sign-off does not need. */
@Needs({"partner", "round"})
@ModelBean(value = "goOnWithoutPartner", in = "partner-sign-off")
class GoOnWithoutPartner implements JavaDelegate {

    private final SignOffRules rules;

    GoOnWithoutPartner(SignOffRules rules) {
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rules.goOnWithout(SignOffRounds.signOff(execution));
    }
}
