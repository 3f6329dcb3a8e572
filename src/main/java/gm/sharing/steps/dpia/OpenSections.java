package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the sections that the assessment begins with; the project then counts as being assessed. */
@ModelBean(value = "openSections", in = "dpia")
class OpenSections implements JavaDelegate {

    private final Dpias dpias;
    private final Projects projects;

    OpenSections(Dpias dpias, Projects projects) {
        this.dpias = dpias;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        projects.assessmentStarted(reference);
        dpias.begin(reference);
    }
}
