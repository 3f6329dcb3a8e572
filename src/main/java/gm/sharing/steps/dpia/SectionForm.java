package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.KeptAsAsked;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The form of a section of which no rule reads an answer: filled in with what was written before or, the first time, with
 * what the lead said of the project; above it what the reviewers want mended.
 *
 * @param suggested the first answers by field
 */
record SectionForm(
        String form,
        DpiaSection section,
        Function<ProjectReference, Map<String, Object>> suggested,
        Dpias dpias,
        ReviewText review)
        implements FormHandler<KeptAsAsked> {

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<KeptAsAsked> answers() {
        return KeptAsAsked.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values =
                new HashMap<>(dpia.section(section).isWritten() ? Map.of() : suggested.apply(task.reference()));
        review.comments(dpia, section).ifPresent(comments -> values.put("comments", comments));
        return values;
    }

    @Override
    public Map<String, Object> accept(KeptAsAsked answers, FormTask task, Person by) {
        dpias.write(task.reference(), section, by);
        return Map.of();
    }

    @Override
    public Optional<String> doneBy(ProjectReference reference) {
        return ReviewText.savedBy(dpias.get(reference), section);
    }
}
