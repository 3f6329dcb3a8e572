package gm.sharing.project;

import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The projects for which somebody may begin something beside what the project itself goes through. */
@Service
@Transactional(readOnly = true)
public class StartableProjects {

    private final ListedProjects projects;
    private final SharingProjects kept;

    StartableProjects(ListedProjects projects, SharingProjects kept) {
        this.projects = projects;
        this.kept = kept;
    }

    /**
     * Lets nobody begin anything for the project, or end it, before this transaction ends: what begins while it is given up
     * would go on alone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(ProjectReference reference) {
        kept.hold(reference.value());
    }

    /**
     * Those that the person proposed, that an organisation leads or was sent for which the person acts, and all for the
     * Information Board; newest first, without those that were withdrawn or stopped.
     */
    public List<ProjectSummary> of(Person person) {
        List<ProjectSummary> all = person.holds(Role.INFORMATION_BOARD)
                ? projects.all(ProjectQuery.ANY, Pageable.unpaged()).getContent()
                : projects.summaries(projects.seenBy(person.id(), person.organisations()));
        return all.stream().filter(project -> !project.status().isGivenUp()).toList();
    }

    /** Whether the project is one of them. */
    public boolean includes(ProjectReference reference, Person person) {
        return of(person).stream().anyMatch(project -> project.reference().equals(reference));
    }
}
