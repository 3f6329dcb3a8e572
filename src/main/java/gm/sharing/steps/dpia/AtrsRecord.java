package gm.sharing.steps.dpia;

import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.ethics.Ethics;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead records the algorithmic tool for the public. */
@Component
class AtrsRecord implements FormHandler<AlgorithmRecord> {

    private final Ethics ethics;
    private final Prefill prefill;

    AtrsRecord(Ethics ethics, Prefill prefill) {
        this.ethics = ethics;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "atrs-record";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<AlgorithmRecord> answers() {
        return AlgorithmRecord.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return ethics.algorithmOf(task.reference()).map(prefill::with).orElseGet(Map::of);
    }

    @Override
    public Map<String, Object> accept(AlgorithmRecord answers, FormTask task, Person by) {
        ethics.recordAlgorithm(task.reference(), answers, by);
        return Map.of();
    }
}
