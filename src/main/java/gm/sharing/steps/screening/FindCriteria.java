package gm.sharing.steps.screening;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Dpias;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

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
class FindCriteria implements ServiceStep {

    private final Criteria criteria;
    private final Dpias dpias;

    FindCriteria(Criteria criteria, Dpias dpias) {
        this.criteria = criteria;
        this.dpias = dpias;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        FoundCriteria found = criteria.of(reference);
        instance.set("dpiaCurrent", dpias.meets(reference, found.all()));
        instance.set("criteriaAlways", found.count(CriteriaList.ALWAYS));
        instance.set("criteriaIco", found.count(CriteriaList.ICO));
        instance.set("criteriaIcoPlus", found.count(CriteriaList.ICO_PLUS));
        instance.set("criteriaWp248", found.count(CriteriaList.WP248));
    }
}
