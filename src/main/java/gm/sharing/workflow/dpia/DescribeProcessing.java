package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Description;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lead describes the need for the assessment and the processing. */
@Component
class DescribeProcessing implements FormHandler<Description> {

    private final Dpias dpias;
    private final Projects projects;
    private final Suggestions suggestions;
    private final Prefill prefill;

    DescribeProcessing(Dpias dpias, Projects projects, Suggestions suggestions, Prefill prefill) {
        this.dpias = dpias;
        this.projects = projects;
        this.suggestions = suggestions;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-describe";
    }

    @Override
    public Class<Description> answers() {
        return Description.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>(
                dpia.description().map(prefill::with).orElseGet(() -> suggestions.description(task.reference())));
        sentBack(dpia).ifPresent(text -> values.put("sentBack", text));
        return values;
    }

    @Override
    public Map<String, Object> accept(Description answers, FormTask task, Person by) {
        projects.assessmentStarted(task.reference());
        dpias.describe(task.reference(), answers, by);
        return Map.of();
    }

    /** Why the assessment came back to the lead: from the data protection officer, or rejected. */
    private static Optional<String> sentBack(Dpia dpia) {
        return AssessmentText.sentBack(dpia).or(() -> AssessmentText.rejection(dpia));
    }
}
