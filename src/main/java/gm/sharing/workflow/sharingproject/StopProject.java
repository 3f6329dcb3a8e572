package gm.sharing.workflow.sharingproject;

import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Ends the project in the record, for the reasons that the Information Board gave. */
@Needs("round")
@Sets(@Variable(name = "waiting"))
@ModelBean(value = "stopProject", in = "sharing-project")
class StopProject implements JavaDelegate {

    private final SignOffs signOffs;
    private final Projects projects;
    private final ProjectEnds ends;
    private final Measures measures;
    private final Deciders deciders;

    StopProject(SignOffs signOffs, Projects projects, ProjectEnds ends, Measures measures, Deciders deciders) {
        this.signOffs = signOffs;
        this.projects = projects;
        this.ends = ends;
        this.measures = measures;
        this.deciders = deciders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = SignOffRounds.reference(execution);
        var number = SignOffRounds.round(execution);
        var round = signOffs.of(reference).stream()
                .filter(signOff -> signOff.round() == number)
                .toList();
        execution.setVariable(
                PeopleWaiting.VARIABLE, PeopleWaiting.whenEnded(deciders.of(projects.get(reference)), round));
        var reasons = signOffs.reasonsToStop(reference, number)
                .orElseThrow(() -> new IllegalStateException("Nobody decided to stop " + reference));
        ends.stop(reference, reasons);
        measures.end(reference);
    }
}
