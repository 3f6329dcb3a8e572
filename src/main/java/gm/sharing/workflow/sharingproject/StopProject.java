package gm.sharing.workflow.sharingproject;

import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Ends the project in the record, for the reasons that the Information Board gave. */
@ModelBean("stopProject")
class StopProject implements JavaDelegate {

    private final SignOffs signOffs;
    private final Projects projects;

    StopProject(SignOffs signOffs, Projects projects) {
        this.signOffs = signOffs;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = SignOffRounds.reference(execution);
        var reasons = signOffs.reasonsToStop(reference, SignOffRounds.round(execution))
                .orElseThrow(() -> new IllegalStateException("Nobody decided to stop " + reference));
        projects.stop(reference, reasons);
    }
}
