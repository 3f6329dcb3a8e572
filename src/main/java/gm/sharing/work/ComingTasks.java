package gm.sharing.work;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may come to people when the task that is open now is done, as the models say that run. */
public interface ComingTasks {

    /**
     * What comes next, without another task in between, to an office that the person holds. Nothing whose office depends on what is
     * decided before, and nothing of other organisations but what a project waits for that the person's own organisation leads.
     *
     * @param project only of this one; null for those of all
     * @return what is due first comes first; of very many only the first
     */
    List<ComingTask> of(Person person, @Nullable ProjectReference project);
}
