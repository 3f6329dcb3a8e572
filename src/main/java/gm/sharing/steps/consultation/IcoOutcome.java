package gm.sharing.steps.consultation;

import gm.sharing.consultation.Outcome;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.dpia.ConsultationOutcome;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The signatory of the lead organisation decides what follows from the consultation. */
@Sets(@Variable(name = "consultationOutcome", codes = ConsultationOutcome.class))
@Component
class IcoOutcome implements FormHandler<Outcome> {

    private final PriorConsultations consultations;
    private final ConsultationText texts;

    IcoOutcome(PriorConsultations consultations, ConsultationText texts) {
        this.consultations = consultations;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "ico-outcome";
    }

    @Override
    public Set<String> processes() {
        return Set.of("prior-consultation");
    }

    @Override
    public Class<Outcome> answers() {
        return Outcome.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of(
                "situation",
                texts.situation(consultations.get(task.reference())),
                "highRisks",
                texts.highRisks(task.reference()));
    }

    @Override
    public Map<String, Object> accept(Outcome answers, FormTask task, Person by) {
        consultations.decide(task.reference(), answers, by);
        return Map.of("consultationOutcome", answers.outcome().code());
    }
}
