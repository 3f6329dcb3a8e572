package gm.sharing.steps.dpia;

import gm.sharing.dpia.Consultation;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Person;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead records who was consulted, and whose data protection officers are to advise. */
@Component
class DpiaConsult implements FormHandler<Consultation> {

    private final Dpias dpias;
    private final Projects projects;
    private final Directory directory;
    private final ReviewText review;
    private final Prefill prefill;

    DpiaConsult(Dpias dpias, Projects projects, Directory directory, ReviewText review, Prefill prefill) {
        this.dpias = dpias;
        this.projects = projects;
        this.directory = directory;
        this.review = review;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-consult";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<Consultation> answers() {
        return Consultation.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values =
                new HashMap<>(dpia.consultation().map(prefill::with).orElseGet(Map::of));
        values.put("adviserOptions", adviserOptions(task));
        review.comments(dpia, DpiaSection.CONSULTATION).ifPresent(comments -> values.put("comments", comments));
        return values;
    }

    /** The partners besides the lead organisation; a partnership has no data protection officer of its own. */
    private List<Map<String, String>> adviserOptions(FormTask task) {
        var project = projects.get(task.reference());
        return project.partners().stream()
                .map(Partner::organisation)
                .filter(partner -> !partner.equals(project.leadOrganisation()))
                .map(directory::get)
                .filter(Organisation::isLegalEntity)
                .map(partner ->
                        Map.of("label", partner.name(), "value", partner.code().value()))
                .toList();
    }

    @Override
    public Map<String, Object> accept(Consultation answers, FormTask task, Person by) {
        dpias.consult(task.reference(), answers, by);
        return Map.of();
    }

    @Override
    public Optional<String> doneBy(ProjectReference reference) {
        return ReviewText.savedBy(dpias.get(reference), DpiaSection.CONSULTATION);
    }
}
