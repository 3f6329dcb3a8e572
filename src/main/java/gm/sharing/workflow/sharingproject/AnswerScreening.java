package gm.sharing.workflow.sharingproject;

import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Screening;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead says which criteria of the screening the project meets; the process counts them. */
@Component
class AnswerScreening implements FormHandler<Screening> {

    private final Dpias dpias;
    private final ProjectInBrief brief;
    private final Prefill prefill;

    AnswerScreening(Dpias dpias, ProjectInBrief brief, Prefill prefill) {
        this.dpias = dpias;
        this.brief = brief;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "answer-screening";
    }

    @Override
    public Class<Screening> answers() {
        return Screening.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Map<String, Object> values = new HashMap<>();
        values.put("information", brief.information(task.reference()));
        dpias.find(task.reference()).ifPresent(dpia -> {
            values.putAll(prefill.with(dpia.screening()));
            if (dpia.status() == DpiaStatus.APPROVED) {
                values.put("approvedDpia", dpia.headline());
            }
        });
        return values;
    }

    /** Whether an approved assessment is still current is decided by {@link Dpias#screen}. */
    @Override
    public Map<String, Object> accept(Screening answers, FormTask task, Person by) {
        boolean current = dpias.screen(task.reference(), answers, by);
        return Map.of(
                "criteriaAlways", answers.always().size(),
                "criteriaIco", answers.ico().size(),
                "criteriaIcoPlus", answers.icoPlus().size(),
                "criteriaWp248", answers.wp248().size(),
                "dpiaCurrent", current);
    }
}
