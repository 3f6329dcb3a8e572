package gm.sharing.workflow.sharingproject;

import gm.sharing.project.ProjectJourney;
import gm.sharing.project.ProjectReference;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of a project that its lead withdrew it. */
@Component
class ProjectWithdrawal implements ProjectJourney {

    private static final String MESSAGE = "project-withdrawn";

    private final RuntimeService runtime;

    ProjectWithdrawal(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void withdrawn(ProjectReference reference) {
        runtime.createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(reference.value())
                .correlate();
    }
}
