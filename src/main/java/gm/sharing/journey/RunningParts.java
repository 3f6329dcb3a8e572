package gm.sharing.journey;

import gm.sharing.journey.RunningPart.Ahead;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The parts of a project's journey that run at this moment, each as its model draws it. */
public interface RunningParts {

    /**
     * One for each version of a process by which the project runs, what it goes through itself before what is called; empty when
     * nothing runs.
     *
     * @param known whether what one organisation does for itself may be told
     */
    List<RunningPart> of(ProjectReference reference, Predicate<OrganisationCode> known);

    /** What people do before the next milestone of what the project goes through itself; empty when no milestone comes. */
    Optional<Ahead> ahead(ProjectReference reference);

    /**
     * The drawing of a process, as BPMN, without anything but shapes and names; empty when no part that may be told runs by it.
     *
     * @param version 0 for the newest by which a part runs
     */
    Optional<String> drawing(
            ProjectReference reference, Predicate<OrganisationCode> known, String process, int version);
}
