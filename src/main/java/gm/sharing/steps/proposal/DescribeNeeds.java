package gm.sharing.steps.proposal;

import gm.sharing.organisation.Person;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.Needs;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** The lead describes what is shared, about whom and why. */
@Component
class DescribeNeeds implements FormHandler<Needs> {

    private static final Words WORDS = Words.in("project/needs");

    private static final int MOST_SHOWN = 5;

    private final Projects projects;
    private final ListedProjects listed;
    private final OrganisationOptions organisations;
    private final Prefill prefill;

    DescribeNeeds(Projects projects, ListedProjects listed, OrganisationOptions organisations, Prefill prefill) {
        this.projects = projects;
        this.listed = listed;
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
        values.put("namesakes", namesakes(project));
        values.put("partnershipOptions", organisations.partnershipsOf(project.leadOrganisation()));
        return values;
    }

    /** Somebody may have sent the proposal twice, or not know of a colleague's. */
    private String namesakes(SharingProject project) {
        var others = listed.namesakes(project, PageRequest.ofSize(MOST_SHOWN));
        return others.isEmpty()
                ? ""
                : WORDS.text(
                        "namesakes",
                        Map.of(
                                "project", project.reference(),
                                "others",
                                        others.stream()
                                                .map(other -> "- " + other.reference() + ": "
                                                        + other.status().label())
                                                .collect(Collectors.joining("\n"))));
    }

    @Override
    public Map<String, Object> accept(Needs answers, FormTask task, Person by) {
        projects.describeNeeds(task.reference(), answers, by);
        return Map.of();
    }
}
