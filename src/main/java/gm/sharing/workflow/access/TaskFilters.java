package gm.sharing.workflow.access;

import gm.sharing.wording.Words;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lists of tasks that everybody finds in Tasklist. Each shows only what the person may read anyway; a list that an
 * administrator changed stays as it is.
 */
@Component
@Order(30)
class TaskFilters implements EnginePreparation {

    private static final Words WORDS = Words.in("work/lists");

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    @Override
    public String what() {
        return "the lists of tasks in Tasklist";
    }

    @Override
    public void prepare(Parts parts) {
        parts.each(lists(), shared -> "the list “" + shared.name() + "” in Tasklist", this::share);
    }

    private List<Shared> lists() {
        return List.of(
                // Tasklist opens the first one: it has whatever the person can do.
                new Shared(
                        0,
                        "Waiting for you",
                        WORDS.text("in-tasklist"),
                        mostUrgentFirst()
                                .or()
                                .taskAssigneeExpression("${currentUser()}")
                                .taskCandidateGroupInExpression("${currentUserGroups()}")
                                .endOr()),
                new Shared(
                        1,
                        "My tasks",
                        "Tasks that are yours.",
                        mostUrgentFirst().taskAssigneeExpression("${currentUser()}")),
                new Shared(
                        2,
                        "My organisation's tasks",
                        "Tasks that you or a colleague in the same role can do, also those that somebody has taken.",
                        mostUrgentFirst()
                                .taskCandidateGroupInExpression("${currentUserGroups()}")
                                .includeAssignedTasks()),
                new Shared(
                        3,
                        "Overdue",
                        "Tasks that should have been done by now.",
                        mostUrgentFirst().dueBeforeExpression("${now()}")));
    }

    private TaskQuery mostUrgentFirst() {
        return tasks.createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    /** People may have lists of the same name: theirs have an owner. Of several without one the oldest stays ours. */
    private void share(Shared shared) {
        Filter filter = filters
                .createFilterQuery()
                .filterResourceType(EntityTypes.TASK)
                .filterName(shared.name())
                .orderByFilterId()
                .asc()
                .list()
                .stream()
                .filter(candidate -> candidate.getOwner() == null)
                .findFirst()
                .orElseGet(() -> filters.saveFilter(filters.newTaskFilter(shared.name())
                        .setQuery(shared.query())
                        .setProperties(Map.of(
                                "description",
                                shared.description(),
                                "priority",
                                shared.position(),
                                "refresh",
                                true,
                                "showUndefinedVariable",
                                false,
                                "variables",
                                List.of(
                                        Map.of("name", "project", "label", "Project"),
                                        Map.of("name", "brief", "label", "Measure"))))));
        grants.everybody(Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private record Shared(int position, String name, String description, TaskQuery query) {}
}
