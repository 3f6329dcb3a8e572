package gm.sharing.work;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/** The open tasks of everybody, as the engine knows them. */
public interface WorkTasks {

    /** Those that are looked for. */
    Page<WorkTask> find(Whose whose, WorkQuery query, Pageable page);

    /** The organisations by which a list can be narrowed: those whose part a task is, and those that lead its project. */
    Set<OrganisationCode> organisations(Whose whose);

    /** How many these are. One statement. */
    Waiting waitingFor(Whose.Own whose, Instant now);
}
