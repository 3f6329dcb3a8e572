package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The form of a section: filled in with what was written before or, the first time, with what the lead said of the
 * project; above it what the reviewers want mended.
 *
 * @param written what was written before
 * @param suggested the first answers by field
 */
record SectionForm<A extends Record>(
        String form,
        Class<A> answers,
        DpiaSection section,
        Function<Dpia, Optional<A>> written,
        Function<ProjectReference, Map<String, Object>> suggested,
        Save<A> save,
        Dpias dpias,
        ReviewText review,
        Prefill prefill)
        implements FormHandler<A> {

    /** Takes the answers to the record. */
    interface Save<A> {
        void save(ProjectReference reference, A answers, Person by);
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>(
                written.apply(dpia).map(prefill::with).orElseGet(() -> suggested.apply(task.reference())));
        review.comments(dpia, section).ifPresent(comments -> values.put("comments", comments));
        return values;
    }

    @Override
    public Map<String, Object> accept(A answers, FormTask task, Person by) {
        save.save(task.reference(), answers, by);
        return Map.of();
    }

    @Override
    public Optional<String> doneBy(ProjectReference reference) {
        return ReviewText.savedBy(dpias.get(reference), section);
    }
}
