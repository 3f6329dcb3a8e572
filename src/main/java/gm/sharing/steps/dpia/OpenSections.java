package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Opens the sections that the assessment begins with; the project then counts as being assessed. */
@ModelBean(value = "openSections", in = "dpia")
class OpenSections implements ServiceStep {

    private final Dpias dpias;
    private final Projects projects;

    OpenSections(Dpias dpias, Projects projects) {
        this.dpias = dpias;
        this.projects = projects;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        projects.assessmentStarted(reference);
        dpias.begin(reference);
    }
}
