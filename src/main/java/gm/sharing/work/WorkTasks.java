package gm.sharing.work;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.Collection;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/** The open tasks of everybody, as the engine knows them. */
public interface WorkTasks {

    /** Those that the person has, and those that nobody has and the person may take; what is due first comes first, what has no date last. */
    Page<WorkTask> of(Person person, Pageable page);

    /** Those of these projects, whoever has them; what has waited longest comes first. */
    Page<WorkTask> ofProjects(Collection<ProjectReference> projects, Pageable page);

    /** Those of the person's offices that somebody else has taken; what has waited longest comes first. */
    Page<WorkTask> ofColleagues(Person person, Pageable page);
}
