package gm.sharing.steps.signoff;

import gm.sharing.signoff.SignOffRules;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Closes the sign-off of a partner that did not decide in time and that the rule of sign-off does not need. */
@Needs({"partner", "round"})
@ModelBean(value = "goOnWithoutPartner", in = "partner-sign-off")
class GoOnWithoutPartner implements ServiceStep {

    private final SignOffRules rules;

    GoOnWithoutPartner(SignOffRules rules) {
        this.rules = rules;
    }

    @Override
    public void run(Instance instance) {
        rules.goOnWithout(SignOffExecution.id(instance));
    }
}
