package gm.sharing.steps.proposal;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.Partner;
import gm.sharing.project.PartnerList;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lead names who takes part. */
@Component
class NamePartners implements FormHandler<PartnerList> {

    private final Projects projects;
    private final Directory directory;
    private final OrganisationOptions organisations;
    private final Prefill prefill;

    NamePartners(Projects projects, Directory directory, OrganisationOptions organisations, Prefill prefill) {
        this.projects = projects;
        this.directory = directory;
        this.organisations = organisations;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "name-partners";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<PartnerList> answers() {
        return PartnerList.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        Map<String, Object> values =
                new HashMap<>(project.partnerList().map(prefill::with).orElseGet(Map::of));
        values.put(
                "organisationOptions",
                Stream.concat(
                                organisations
                                        .ended(project.partners().stream()
                                                .map(Partner::organisation)
                                                .toList())
                                        .stream(),
                                organisations.all().stream())
                        .toList());
        values.put("leadName", directory.nameOf(project.leadOrganisation()));
        return values;
    }

    @Override
    public Map<String, Object> accept(PartnerList answers, FormTask task, Person by) {
        projects.namePartners(task.reference(), answers, by);
        return Map.of();
    }
}
