package gm.sharing.workflow.sharingproject;

import gm.sharing.project.ProjectJourney;
import gm.sharing.project.ProjectReference;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of a project what happened to it outside. */
@Component
class SharingProjectJourney implements ProjectJourney {

    private final RuntimeService runtime;

    SharingProjectJourney(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void withdrawn(ProjectReference reference) {
        runtime.createMessageCorrelation("project-withdrawn")
                .processInstanceBusinessKey(reference.value())
                .correlateExclusively();
    }
}
