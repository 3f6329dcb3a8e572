package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.ethics.Ethics;
import gm.sharing.ethics.EthicsAdvice;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.form.Prefill;
import gm.sharing.workflow.gate.expression.Needs;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ethics panel reads the assessment and advises by the principles of the Data and AI Ethics Framework. */
@Needs("ethicsReason")
@Component
class EthicsAdvise implements FormHandler<EthicsAdvice> {

    private final Ethics ethics;
    private final EthicsText texts;
    private final Dpias dpias;
    private final Prefill prefill;
    private final AssessmentText assessment;

    EthicsAdvise(Ethics ethics, EthicsText texts, Dpias dpias, Prefill prefill, AssessmentText assessment) {
        this.assessment = assessment;
        this.ethics = ethics;
        this.texts = texts;
        this.dpias = dpias;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "ethics-advise";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<EthicsAdvice> answers() {
        return EthicsAdvice.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Map<String, Object> values = new HashMap<>();
        values.put("assessment", assessment.text(dpias.get(task.reference())));
        ethics.adviceOf(task.reference()).ifPresent(given -> values.putAll(prefill.with(given.advice())));
        values.put("panelAsked", Markdown.quoted(task.text("ethicsReason")));
        texts.algorithm(task.reference()).ifPresent(tool -> values.put("algorithm", tool));
        texts.advice(task.reference()).ifPresent(advice -> values.put("ethicsAdvice", advice));
        return values;
    }

    @Override
    public Map<String, Object> accept(EthicsAdvice answers, FormTask task, Person by) {
        ethics.advise(task.reference(), answers, by);
        return Map.of();
    }
}
