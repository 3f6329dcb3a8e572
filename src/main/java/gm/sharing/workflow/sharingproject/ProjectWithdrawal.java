package gm.sharing.workflow.sharingproject;

import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectJourney;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffs;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the process of a project that its lead withdrew it, and takes no decision of its partners and follows up no measure any more. */
@Component
class ProjectWithdrawal implements ProjectJourney {

    private static final String MESSAGE = "project-withdrawn";

    private final RuntimeService runtime;
    private final ObjectProvider<SignOffs> signOffs;
    private final ObjectProvider<Measures> measures;

    /** The others are looked up when they are needed, because they know the projects, which know this. */
    ProjectWithdrawal(RuntimeService runtime, ObjectProvider<SignOffs> signOffs, ObjectProvider<Measures> measures) {
        this.runtime = runtime;
        this.signOffs = signOffs;
        this.measures = measures;
    }

    @Override
    public void withdrawn(ProjectReference reference) {
        signOffs.getObject().end(reference);
        measures.getObject().end(reference);
        runtime.createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(reference.value())
                .correlate();
    }
}
