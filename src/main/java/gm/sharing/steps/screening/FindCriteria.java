package gm.sharing.steps.screening;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps the criteria that the project meets on record, and counts them by list for the table {@code dpia-screening}. */
@Sets({
    @Variable(name = "dpiaCurrent", type = Boolean.class),
    @Variable(name = "criteriaAlways", type = Integer.class),
    @Variable(name = "criteriaIco", type = Integer.class),
    @Variable(name = "criteriaIcoPlus", type = Integer.class),
    @Variable(name = "criteriaWp248", type = Integer.class)
})
@Needs(forms = {"describe-needs", "describe-flows", "answer-screening"})
@ModelBean(value = "findCriteria", in = "sharing-project")
class FindCriteria implements JavaDelegate {

    private final Criteria criteria;
    private final Dpias dpias;

    FindCriteria(Criteria criteria, Dpias dpias) {
        this.criteria = criteria;
        this.dpias = dpias;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        FoundCriteria found = criteria.of(reference);
        execution.setVariable("dpiaCurrent", dpias.meets(reference, found.all()));
        execution.setVariable("criteriaAlways", found.count(CriteriaList.ALWAYS));
        execution.setVariable("criteriaIco", found.count(CriteriaList.ICO));
        execution.setVariable("criteriaIcoPlus", found.count(CriteriaList.ICO_PLUS));
        execution.setVariable("criteriaWp248", found.count(CriteriaList.WP248));
    }
}
