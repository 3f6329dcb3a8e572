package gm.sharing.insight;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom the open tasks of projects wait, as the engine knows it. */
public interface WorkInHand {

    /** One row for each group; a task that several groups may do counts for each. */
    List<Waiting> now();

    /** What of projects should have been done by now. */
    Late late();

    /** The same without what is the part of others than these organisations. */
    Late lateFor(Collection<OrganisationCode> parts);

    /**
     * What should have been done by now.
     *
     * @param projects in which there is such a task
     */
    record Late(int projects, int tasks) {}

    /**
     * What waits for one group.
     *
     * @param group null for tasks that the model gives to a person and to no group, such as those of a lead
     * @param overdue how many of them should have been done
     * @param since when the oldest began
     */
    record Waiting(@Nullable String group, int tasks, int overdue, Instant since) {}
}
