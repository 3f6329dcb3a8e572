package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Objection;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The signatory of the lead organisation weighs advice against the processing. */
@Needs("gateReason")
@Sets(@Variable(name = "objection", codes = Objection.Weighing.class))
@Component
class DpiaWeighObjection implements FormHandler<Objection> {

    private final Dpias dpias;
    private final ReviewText review;
    private final AssessmentText assessment;

    DpiaWeighObjection(Dpias dpias, ReviewText review, AssessmentText assessment) {
        this.assessment = assessment;
        this.dpias = dpias;
        this.review = review;
    }

    @Override
    public String form() {
        return "dpia-weigh-objection";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<Objection> answers() {
        return Objection.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>(assessment.of(dpia));
        values.put("gateReason", task.text("gateReason"));
        values.put("adviceText", review.advice(dpia));
        return values;
    }

    @Override
    public Map<String, Object> accept(Objection answers, FormTask task, Person by) {
        dpias.weigh(task.reference(), answers, by);
        return Map.of("objection", answers.decision().code());
    }
}
