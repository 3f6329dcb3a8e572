package gm.sharing.workflow.instance;

import gm.sharing.Refused;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffJourney;
import gm.sharing.workflow.gate.ProgramMessage;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of one partner's sign-off what the record learnt. */
@Component
class EngineSignOffs implements SignOffJourney {

    private final RuntimeService runtime;

    EngineSignOffs(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void deadlineMoved(SignOffId id) {
        var told = runtime.createMessageCorrelation(ProgramMessage.DEADLINE_MOVED.text())
                .processInstanceBusinessKey(id.reference().value())
                .processInstanceVariableEquals("partner", id.partner().value())
                .processInstanceVariableEquals("round", id.round())
                .correlateAllWithResult();
        if (told.isEmpty()) {
            throw new Refused("This review began with a model that knows no more time. The Information Board can extend"
                    + " it once it is asked.");
        }
    }
}
