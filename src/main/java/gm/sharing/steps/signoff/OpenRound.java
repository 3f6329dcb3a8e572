package gm.sharing.steps.signoff;

import gm.sharing.agreement.Agreements;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Projects;
import gm.sharing.signoff.RoundOpening;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Puts the newest version to the partners whom the plan of the round asks. */
@Sets({
    @Variable(name = "round", type = Integer.class),
    @Variable(name = "partners", type = List.class, whom = Whom.ORGANISATION)
})
@Needs(forms = "check-draft")
@ModelBean(value = "openRound", in = "sharing-project")
class OpenRound implements ServiceStep {

    private final Projects projects;
    private final Agreements agreements;
    private final RoundPlans plans;
    private final RoundOpening opening;
    private final SignOffTables tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    OpenRound(
            Projects projects,
            Agreements agreements,
            RoundPlans plans,
            RoundOpening opening,
            SignOffTables tables,
            WorkingDays workingDays,
            Clock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.plans = plans;
        this.opening = opening;
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void run(Instance instance) {
        var project = projects.get(instance.reference());
        var version = agreements.latest(project.reference());
        var plan = plans.of(project.reference());
        var now = Date.from(clock.instant());
        var round = opening.open(
                project.reference(),
                version.number(),
                version.digest(),
                partner -> workingDays.from(now, tables.days(project, partner)).toInstant(),
                plan);
        projects.sentForSignOff(project.reference());
        instance.set("round", round);
        instance.set(
                "partners",
                new ArrayList<>(
                        plan.partners().stream().map(OrganisationCode::value).toList()));
    }
}
