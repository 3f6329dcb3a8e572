package gm.sharing.steps.consultation;

import gm.sharing.consultation.CommissionerAnswer;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data protection officer records what came from the Commissioner. */
@Sets(@Variable(name = "icoAnswer", codes = CommissionerAnswer.Kind.class))
@Component
class IcoAnswer implements FormHandler<CommissionerAnswer> {

    private final PriorConsultations consultations;
    private final ConsultationText texts;

    IcoAnswer(PriorConsultations consultations, ConsultationText texts) {
        this.consultations = consultations;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "ico-answer";
    }

    @Override
    public Set<String> processes() {
        return Set.of("prior-consultation");
    }

    @Override
    public Class<CommissionerAnswer> answers() {
        return CommissionerAnswer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of("situation", texts.situation(consultations.get(task.reference())));
    }

    @Override
    public Map<String, Object> accept(CommissionerAnswer answers, FormTask task, Person by) {
        consultations.answer(task.reference(), answers, by);
        return Map.of("icoAnswer", answers.answer().code());
    }
}
