package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Advice;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The data protection officer reads the whole assessment and advises. */
@Component
class AdviseOnDpia implements FormHandler<Advice> {

    private final Dpias dpias;

    AdviseOnDpia(Dpias dpias) {
        this.dpias = dpias;
    }

    @Override
    public String form() {
        return "dpia-advise";
    }

    @Override
    public Class<Advice> answers() {
        return Advice.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return AssessmentText.of(dpias.get(task.reference()));
    }

    @Override
    public Map<String, Object> accept(Advice answers, FormTask task, Person by) {
        dpias.advise(task.reference(), answers, by);
        return Map.of("advice", answers.advice().code());
    }
}
