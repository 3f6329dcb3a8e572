package gm.sharing.workflow.instance;

import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignatureJourney;
import gm.sharing.workflow.gate.ProgramMessage;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of a project that a partner withdrew its signature. */
@Sets(@Variable(name = "partner", whom = Whom.ORGANISATION, with = "signature-withdrawn", local = true))
@Component
class SignatureWithdrawn implements SignatureJourney {

    private final RuntimeService runtime;

    SignatureWithdrawn(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** The partner stays in the scope of the message, because two may withdraw at the same time. */
    @Override
    public void withdrawn(SignOffId id) {
        ProjectMessage.to(
                id.reference(),
                runtime.createMessageCorrelation(ProgramMessage.SIGNATURE_WITHDRAWN.text())
                        .setVariableToTriggeredScope("partner", id.partner().value()));
    }
}
