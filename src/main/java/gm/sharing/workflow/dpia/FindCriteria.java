package gm.sharing.workflow.dpia;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps the criteria that the project meets on record, and counts them by list for the table {@code dpia-screening}. */
@ModelBean("findCriteria")
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
        List<Criterion> found = criteria.of(reference);
        execution.setVariable("dpiaCurrent", dpias.meets(reference, found));
        execution.setVariable("criteriaAlways", count(found, CriteriaList.ALWAYS));
        execution.setVariable("criteriaIco", count(found, CriteriaList.ICO));
        execution.setVariable("criteriaIcoPlus", count(found, CriteriaList.ICO_PLUS));
        execution.setVariable("criteriaWp248", count(found, CriteriaList.WP248));
    }

    private static int count(List<Criterion> found, CriteriaList list) {
        return (int)
                found.stream().filter(criterion -> criterion.list() == list).count();
    }
}
