package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.util.Optional;

/** Gives a task that several people may do to one of them. */
public interface TaskPassing {

    /** The task, if the person may do it in an office; empty also when there is no such task. */
    Optional<PassableTask> find(String task, Person by);

    /**
     * Gives the task to a colleague, who is told, with a note.
     *
     * @param colleague the id of one of the task's {@link PassableTask#colleagues()}
     * @throws Refused when the task is not the person's to pass, the colleague is not among those who may have it, or
     *     somebody else was quicker
     */
    void pass(String task, String colleague, String note, Person by);
}
