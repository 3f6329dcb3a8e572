package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people still have to do for a project, as the process knows it. */
public interface OpenTasks {

    /** The open tasks of the project and of all its partners' reviews, oldest first; empty when it has ended. */
    List<OpenTask> of(ProjectReference reference);

    /** What the program does next by itself in the project: for each step whose part it is, empty when it is the whole project's. */
    List<Optional<OrganisationCode>> prepared(ProjectReference reference);

    /** The open tasks of these projects, by project; those without open tasks are not there. One statement. */
    Map<ProjectReference, List<ListedTask>> listed(Collection<ProjectReference> references);

    /** The same, of which only what is everybody's or the part of one of these organisations is seen. */
    Map<ProjectReference, List<ListedTask>> listed(
            Collection<ProjectReference> references, Collection<OrganisationCode> parts);

    /** How a task stands, open or ended; empty when there never was such a task of a project. */
    Optional<TaskStanding> standing(String task);

    /** The project of a task, open or done; empty when there never was such a task or its project ended. */
    Optional<ProjectReference> projectOf(String task);

    /** The projects in which somebody should have done something by now. */
    Set<ProjectReference> overdue(Instant now);

    /** The same without what is the part of others than these organisations. */
    Set<ProjectReference> overdue(Instant now, Collection<OrganisationCode> parts);
}
