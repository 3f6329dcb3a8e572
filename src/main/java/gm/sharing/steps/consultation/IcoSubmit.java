package gm.sharing.steps.consultation;

import gm.sharing.consultation.PriorConsultations;
import gm.sharing.consultation.Regime;
import gm.sharing.consultation.Submission;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data protection officer of the lead organisation sends the request to the Commissioner. */
@Sets(@Variable(name = "regime", codes = Regime.class))
@Component
class IcoSubmit implements FormHandler<Submission> {

    private final PriorConsultations consultations;
    private final ConsultationText texts;

    IcoSubmit(PriorConsultations consultations, ConsultationText texts) {
        this.consultations = consultations;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "ico-submit";
    }

    @Override
    public Set<String> processes() {
        return Set.of("prior-consultation");
    }

    @Override
    public Class<Submission> answers() {
        return Submission.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Map<String, Object> values = new HashMap<>();
        values.put("highRisks", texts.highRisks(task.reference()));
        var consultation = consultations.get(task.reference());
        consultation.request().ifPresent(returned -> {
            values.put("returned", texts.situation(consultation));
            values.put("regime", returned.regime().code());
        });
        return values;
    }

    @Override
    public Map<String, Object> accept(Submission answers, FormTask task, Person by) {
        consultations.submit(task.reference(), answers, by);
        return Map.of("regime", answers.regime().code());
    }
}
