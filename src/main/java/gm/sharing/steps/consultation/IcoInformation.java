package gm.sharing.steps.consultation;

import gm.sharing.consultation.InformationSent;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead sends the Commissioner the information that is asked for. */
@Component
class IcoInformation implements FormHandler<InformationSent> {

    private final PriorConsultations consultations;
    private final ConsultationText texts;

    IcoInformation(PriorConsultations consultations, ConsultationText texts) {
        this.consultations = consultations;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "ico-information";
    }

    @Override
    public Set<String> processes() {
        return Set.of("prior-consultation");
    }

    @Override
    public Class<InformationSent> answers() {
        return InformationSent.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var consultation = consultations.get(task.reference());
        return Map.of(
                "question",
                Markdown.quoted(consultation.openQuestion().orElseThrow().question()),
                "situation",
                texts.situation(consultation));
    }

    @Override
    public Map<String, Object> accept(InformationSent answers, FormTask task, Person by) {
        consultations.inform(task.reference(), answers, by);
        return Map.of();
    }
}
