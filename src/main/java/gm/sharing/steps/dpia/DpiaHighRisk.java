package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.HighRiskAnswer;
import gm.sharing.dpia.HighRisks;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead says what to do about a risk that stays high. */
@Sets(@Variable(name = "highRisk", codes = HighRiskAnswer.Way.class))
@Component
class DpiaHighRisk implements FormHandler<HighRiskAnswer> {

    private final Dpias dpias;
    private final HighRisks highRisks;

    DpiaHighRisk(Dpias dpias, HighRisks highRisks) {
        this.highRisks = highRisks;
        this.dpias = dpias;
    }

    @Override
    public String form() {
        return "dpia-high-risk";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<HighRiskAnswer> answers() {
        return HighRiskAnswer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of("staysHigh", AssessmentText.staysHigh(dpias.get(task.reference())));
    }

    @Override
    public Map<String, Object> accept(HighRiskAnswer answers, FormTask task, Person by) {
        highRisks.answer(task.reference(), answers, by);
        return Map.of("highRisk", answers.answer().code());
    }
}
