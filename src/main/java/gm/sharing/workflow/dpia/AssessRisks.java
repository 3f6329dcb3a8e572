package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.RiskList;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead names the risks and what is done about them. */
@Component
class AssessRisks implements FormHandler<RiskList> {

    private final Dpias dpias;
    private final Prefill prefill;

    AssessRisks(Dpias dpias, Prefill prefill) {
        this.dpias = dpias;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-risks";
    }

    @Override
    public Class<RiskList> answers() {
        return RiskList.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>();
        if (!dpia.risks().isEmpty()) {
            values.putAll(prefill.with(
                    new RiskList(dpia.risks().stream().map(GradedRisk::risk).toList())));
        }
        if (dpia.residualHigh()) {
            values.put("staysHigh", AssessmentText.staysHigh(dpia));
        }
        return values;
    }

    @Override
    public Map<String, Object> accept(RiskList answers, FormTask task, Person by) {
        dpias.assessRisks(task.reference(), answers, by);
        return Map.of();
    }
}
