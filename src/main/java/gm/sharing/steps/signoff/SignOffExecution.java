package gm.sharing.steps.signoff;

import gm.sharing.signoff.SignOffId;
import gm.sharing.workflow.step.Instance;

/** Reads which sign-off an instance of partner-sign-off drives. */
final class SignOffExecution {

    private SignOffExecution() {}

    static SignOffId id(Instance instance) {
        return new SignOffId(instance.reference(), instance.round(), instance.partner());
    }
}
