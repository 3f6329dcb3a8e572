package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Necessity;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead assesses whether the processing is necessary and proportionate. */
@Component
class AssessNecessity implements FormHandler<Necessity> {

    private final Dpias dpias;
    private final Suggestions suggestions;
    private final Prefill prefill;

    AssessNecessity(Dpias dpias, Suggestions suggestions, Prefill prefill) {
        this.dpias = dpias;
        this.suggestions = suggestions;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-necessity";
    }

    @Override
    public Class<Necessity> answers() {
        return Necessity.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return dpias.get(task.reference())
                .necessity()
                .map(prefill::with)
                .orElseGet(() -> suggestions.necessity(task.reference()));
    }

    @Override
    public Map<String, Object> accept(Necessity answers, FormTask task, Person by) {
        dpias.assessNecessity(task.reference(), answers, by);
        return Map.of();
    }
}
