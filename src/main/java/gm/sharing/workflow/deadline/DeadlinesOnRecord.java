package gm.sharing.workflow.deadline;

import gm.sharing.deadline.Postponement;
import gm.sharing.project.ProjectReference;
import java.util.Map;
import java.util.Set;

/** Deadlines of one model's instances that the record keeps, too: it says where they lie after a new bank holiday. */
public interface DeadlinesOnRecord {

    /** The id of the process. */
    String model();

    /** The variables of an instance in which they are. */
    Set<String> variables();

    /**
     * Moves them on the record.
     *
     * @param values all variables of the instance
     * @param unchanged those of its deadlines that are as they were when the bank holiday was proclaimed
     * @return variables to be set in the instance
     */
    Map<String, Object> move(
            ProjectReference project, Map<String, Object> values, Set<String> unchanged, Postponement postponement);
}
