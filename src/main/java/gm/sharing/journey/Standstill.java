package gm.sharing.journey;

import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a fault stops a project, as the process knows it at this moment. */
public interface Standstill {

    /** What stops the project or one of the processes that it called; empty when nothing does. */
    Optional<Stop> of(ProjectReference reference);

    /**
     * A stop by a fault, told without its cause, which is for those who mend it.
     *
     * @param since null when it happened in this minute
     * @param triedAgain whether it may go on by itself
     */
    record Stop(@Nullable Instant since, boolean triedAgain) {}
}
