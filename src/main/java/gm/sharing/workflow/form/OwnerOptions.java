package gm.sharing.workflow.form;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who can see to a measure, as choices of a form. */
@Component
public class OwnerOptions {

    private final Projects projects;
    private final Owners owners;

    OwnerOptions(Projects projects, Owners owners) {
        this.projects = projects;
        this.owners = owners;
    }

    /** Everybody in the project, for a select whose options come from {@code ownerOptions}. */
    public List<Option> of(ProjectReference reference) {
        return options(owners.of(projects.get(reference)));
    }

    /** Who can see to what a partner asks for, as {@link Owners#forPartner}. */
    public List<Option> forPartner(OrganisationCode partner, ProjectReference reference) {
        return options(owners.forPartner(partner, projects.headline(reference)));
    }

    private List<Option> options(List<String> chosen) {
        return chosen.stream()
                .map(owner -> new Option(owners.nameOf(owner), owner))
                .toList();
    }
}
