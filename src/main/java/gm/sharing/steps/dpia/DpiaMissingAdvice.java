package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.MissingAdvice;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead records why nobody's advice could be had. */
@Needs("gateReason")
@Component
class DpiaMissingAdvice implements FormHandler<MissingAdvice> {

    private final Dpias dpias;
    private final ReviewText review;

    DpiaMissingAdvice(Dpias dpias, ReviewText review) {
        this.dpias = dpias;
        this.review = review;
    }

    @Override
    public String form() {
        return "dpia-missing-advice";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<MissingAdvice> answers() {
        return MissingAdvice.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of("gateReason", task.text("gateReason"), "adviceText", review.advice(dpias.get(task.reference())));
    }

    @Override
    public Map<String, Object> accept(MissingAdvice answers, FormTask task, Person by) {
        dpias.explainMissingAdvice(task.reference(), answers, by);
        return Map.of();
    }
}
