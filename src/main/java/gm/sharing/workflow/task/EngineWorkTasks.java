package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.WorkTask;
import gm.sharing.work.WorkTasks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Reads open tasks over all projects. A page costs four statements, however many there are. */
@Component
class EngineWorkTasks implements WorkTasks {

    /** The priority that models give what is overdue; fifty is the engine's own. */
    private static final int PRESSING = 100;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TasksInModels models;

    EngineWorkTasks(TaskService tasks, RuntimeService runtime, TasksInModels models) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
    }

    @Override
    public Page<WorkTask> of(Person person, Pageable page) {
        var query = tasks.createTaskQuery().or().taskAssignee(person.id());
        if (!person.groups().isEmpty()) {
            query.taskCandidateGroupIn(List.copyOf(person.groups()));
        }
        return page(
                query.endOr()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskCreateTime()
                        .asc(),
                page);
    }

    @Override
    public Page<WorkTask> ofProjects(Collection<ProjectReference> projects, Pageable page) {
        return projects.isEmpty()
                ? Page.empty(page)
                : page(
                        longestFirst(tasks.createTaskQuery()
                                .processInstanceBusinessKeyIn(projects.stream()
                                        .map(ProjectReference::value)
                                        .toArray(String[]::new))),
                        page);
    }

    @Override
    public Page<WorkTask> ofColleagues(Person person, Pageable page) {
        return person.groups().isEmpty()
                ? Page.empty(page)
                : page(
                        longestFirst(tasks.createTaskQuery()
                                .taskCandidateGroupIn(List.copyOf(person.groups()))
                                .includeAssignedTasks()
                                .taskAssigneeNotIn(person.id())),
                        page);
    }

    private static TaskQuery longestFirst(TaskQuery query) {
        return query.orderByTaskCreateTime().asc();
    }

    private Page<WorkTask> page(TaskQuery query, Pageable page) {
        List<Task> found = query.listPage((int) page.getOffset(), page.getPageSize());
        long all = found.size() < page.getPageSize() && page.getOffset() == 0 ? found.size() : query.count();
        if (found.isEmpty()) {
            return new PageImpl<>(List.of(), page, all);
        }
        var variables = models.variables(found);
        var keys = keys(found);
        return new PageImpl<>(
                found.stream()
                        .map(task -> workTask(
                                task,
                                variables.getOrDefault(task.getProcessInstanceId(), Map.of()),
                                keys.getOrDefault(task.getProcessInstanceId(), "")))
                        .toList(),
                page,
                all);
    }

    private Map<String, String> keys(List<Task> found) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private WorkTask workTask(Task task, Map<String, String> variables, String key) {
        var project = ProjectReference.isOne(key) ? new ProjectReference(key) : null;
        var subject = project == null && OrganisationCode.isOne(key) ? new OrganisationCode(key) : null;
        return new WorkTask(
                task.getId(),
                task.getName(),
                project,
                TasksInModels.organisation(variables).orElse(subject),
                models.groups(task, variables),
                task.getAssignee(),
                task.getOwner(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getPriority() >= PRESSING);
    }
}
