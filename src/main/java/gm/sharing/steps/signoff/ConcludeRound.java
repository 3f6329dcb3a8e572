package gm.sharing.steps.signoff;

import gm.sharing.project.ProjectEnds;
import gm.sharing.project.Projects;
import gm.sharing.signoff.RoundOutcome;
import gm.sharing.signoff.Rounds;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/**
 * Concludes a round from the recorded decisions and says in {@code roundOutcome} how it ended. A sharing whose last day passed
 * meanwhile goes back to its lead, as if changes were asked for: nothing is published that has ended.
 */
@Needs("round")
@Sets(@Variable(name = "roundOutcome", codes = RoundOutcome.class))
@ModelBean(value = "concludeRound", in = "sharing-project")
class ConcludeRound implements ServiceStep {

    private final Rounds rounds;
    private final Projects projects;
    private final ProjectEnds ends;

    ConcludeRound(Rounds rounds, Projects projects, ProjectEnds ends) {
        this.rounds = rounds;
        this.projects = projects;
        this.ends = ends;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        var outcome = rounds.conclude(reference, instance.round());
        if (outcome == RoundOutcome.ALL_SIGNED && ends.sendBackWhenEnded(reference)) {
            outcome = RoundOutcome.CHANGES_REQUESTED;
            instance.set("roundOutcome", outcome.code());
            return;
        }
        switch (outcome) {
            case REFUSED -> projects.referredToBoard(reference);
            case CHANGES_REQUESTED -> projects.sentBackToLead(reference);
            case ALL_SIGNED, GO_ON_WITHOUT, STOPPED -> {}
        }
        instance.set("roundOutcome", outcome.code());
    }
}
