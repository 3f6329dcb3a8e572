package gm.sharing.workflow.form;

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

    /** A choice as forms take it. */
    public record Option(String label, String value) {}

    /** Everybody in the project, for a select whose options come from {@code ownerOptions}. */
    public List<Option> of(ProjectReference reference) {
        return owners.of(projects.get(reference)).stream()
                .map(owner -> new Option(owners.nameOf(owner), owner))
                .toList();
    }
}
