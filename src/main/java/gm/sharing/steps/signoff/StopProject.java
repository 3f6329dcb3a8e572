package gm.sharing.steps.signoff;

import gm.sharing.measure.Measures;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.Projects;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import gm.sharing.workflow.instance.PeopleWaiting;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the project in the record, for the reasons that the Information Board gave. */
@Needs("round")
@Sets(@Variable(name = "waiting", whom = Whom.RECIPIENTS))
@ModelBean(value = "stopProject", in = "sharing-project")
class StopProject implements ServiceStep {

    private final SignOffs signOffs;
    private final BoardDecisions board;
    private final Projects projects;
    private final ProjectEnds ends;
    private final Measures measures;
    private final Deciders deciders;

    StopProject(
            SignOffs signOffs,
            BoardDecisions board,
            Projects projects,
            ProjectEnds ends,
            Measures measures,
            Deciders deciders) {
        this.signOffs = signOffs;
        this.board = board;
        this.projects = projects;
        this.ends = ends;
        this.measures = measures;
        this.deciders = deciders;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        var number = instance.round();
        var round = signOffs.of(reference).stream()
                .filter(signOff -> signOff.round() == number)
                .toList();
        instance.set(PeopleWaiting.VARIABLE, waiting(deciders.of(projects.get(reference)), round));
        var reasons = board.reasonsToStop(reference, number)
                .orElseThrow(() -> new IllegalStateException("Nobody decided to stop " + reference));
        ends.stop(reference, reasons);
        measures.end(reference);
    }

    /** Everybody whom the sign-offs waited for that ended without a decision; their IG officers are told as partners. */
    private static String waiting(
            Map<OrganisationCode, SignOffTables.WhoDecides> whoDecides, Collection<SignOff> round) {
        return PeopleWaiting.listed(round.stream()
                .filter(signOff -> signOff.state() == SignOffState.ENDED)
                .filter(signOff -> signOff.said().at(Step.REVIEW).isPresent())
                .map(signOff -> "group:"
                        + next(whoDecides.get(signOff.partner()), signOff).groupOf(signOff.partner())));
    }

    private static Role next(SignOffTables.@Nullable WhoDecides whoDecides, SignOff reviewed) {
        return whoDecides != null
                        && whoDecides.guardian()
                        && reviewed.said().at(Step.CONFIDENTIAL_USE).isEmpty()
                ? Role.CALDICOTT_GUARDIAN
                : Role.SIGNATORY;
    }
}
