package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Counts the advice for the table {@code dpia-gate}, and opens the sections that are to fix. */
@Sets({
    @Variable(name = "personalData", type = Boolean.class),
    @Variable(name = "approved", type = Integer.class),
    @Variable(name = "rejected", type = Integer.class),
    @Variable(name = "open", type = Integer.class),
    @Variable(name = "overdue", type = Integer.class),
    @Variable(name = "sentBack", type = Boolean.class)
})
@ModelBean(value = "tallyAdvice", in = "dpia")
class TallyAdvice implements ServiceStep {

    private final Dpias dpias;
    private final ProjectFacts facts;

    TallyAdvice(Dpias dpias, ProjectFacts facts) {
        this.dpias = dpias;
        this.facts = facts;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        var tally = dpias.get(reference).adviceRound().tally();
        instance.set("personalData", facts.of(reference).personalData());
        instance.set("approved", tally.approved());
        instance.set("rejected", tally.rejected());
        instance.set("open", tally.open());
        instance.set("overdue", tally.overdue());
        instance.set("sentBack", !dpias.sendBack(reference).isEmpty());
    }
}
