package gm.sharing.steps.consultation;

import gm.sharing.consultation.Acceptance;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data protection officer records whether the Commissioner takes the request on. */
@Sets(@Variable(name = "acceptance", codes = Acceptance.Answer.class))
@Component
class IcoAcceptance implements FormHandler<Acceptance> {

    private final PriorConsultations consultations;
    private final ConsultationText texts;

    IcoAcceptance(PriorConsultations consultations, ConsultationText texts) {
        this.consultations = consultations;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "ico-acceptance";
    }

    @Override
    public Set<String> processes() {
        return Set.of("prior-consultation");
    }

    @Override
    public Class<Acceptance> answers() {
        return Acceptance.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of("situation", texts.situation(consultations.get(task.reference())));
    }

    @Override
    public Map<String, Object> accept(Acceptance answers, FormTask task, Person by) {
        consultations.answer(task.reference(), answers, by);
        return Map.of("acceptance", answers.acceptance().code());
    }
}
