package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

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
class TallyAdvice implements JavaDelegate {

    private final Dpias dpias;
    private final ProjectFacts facts;

    TallyAdvice(Dpias dpias, ProjectFacts facts) {
        this.dpias = dpias;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        var tally = dpias.get(reference).adviceRound().tally();
        execution.setVariable("personalData", facts.of(reference).get("personalData"));
        execution.setVariable("approved", tally.approved());
        execution.setVariable("rejected", tally.rejected());
        execution.setVariable("open", tally.open());
        execution.setVariable("overdue", tally.overdue());
        execution.setVariable("sentBack", !dpias.sendBack(reference).isEmpty());
    }
}
