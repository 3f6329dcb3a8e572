package gm.sharing.workflow.sharingproject;

import gm.sharing.organisation.Person;
import gm.sharing.project.Needs;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead describes what is shared, about whom and why. */
@Component
class DescribeNeeds implements FormHandler<Needs> {

    private final Projects projects;
    private final OrganisationOptions organisations;
    private final Prefill prefill;

    DescribeNeeds(Projects projects, OrganisationOptions organisations, Prefill prefill) {
        this.projects = projects;
        this.organisations = organisations;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "describe-needs";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<Needs> answers() {
        return Needs.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        Map<String, Object> values =
                new HashMap<>(project.needs().map(prefill::with).orElseGet(Map::of));
        values.put("partnershipOptions", organisations.partnershipsOf(project.leadOrganisation()));
        return values;
    }

    @Override
    public Map<String, Object> accept(Needs answers, FormTask task, Person by) {
        projects.describeNeeds(task.reference(), answers, by);
        return Map.of();
    }
}
