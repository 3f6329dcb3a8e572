package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Consultation;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead records who was consulted. */
@Component
class RecordConsultation implements FormHandler<Consultation> {

    private final Dpias dpias;
    private final Prefill prefill;

    RecordConsultation(Dpias dpias, Prefill prefill) {
        this.dpias = dpias;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-consult";
    }

    @Override
    public Class<Consultation> answers() {
        return Consultation.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return dpias.get(task.reference()).consultation().map(prefill::with).orElseGet(Map::of);
    }

    @Override
    public Map<String, Object> accept(Consultation answers, FormTask task, Person by) {
        dpias.consult(task.reference(), answers, by);
        return Map.of();
    }
}
