package gm.sharing.steps.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads which sign-off an instance of partner-sign-off drives. */
final class SignOffExecution {

    private SignOffExecution() {}

    static SignOffId id(DelegateExecution execution) {
        return new SignOffId(
                new ProjectReference(execution.getProcessBusinessKey()),
                ((Number) execution.getVariable("round")).intValue(),
                new OrganisationCode((String) execution.getVariable("partner")));
    }
}
