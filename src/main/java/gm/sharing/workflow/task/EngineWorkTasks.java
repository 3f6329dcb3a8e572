package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
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
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Reads open tasks over all projects. A page costs five statements, however many there are. */
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
        var query = tasks.createTaskQuery().active().or().taskAssignee(person.id());
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
        List<String> shared =
                person.groups().stream().filter(EngineWorkTasks::isShared).toList();
        return shared.isEmpty()
                ? Page.empty(page)
                : page(
                        longestFirst(tasks.createTaskQuery()
                                .taskCandidateGroupIn(shared)
                                .includeAssignedTasks()
                                .taskAssigneeNotIn(person.id())),
                        page);
    }

    /** The offices of an organisation, the Board and the panel; leads of all organisations are in one group. */
    private static boolean isShared(String group) {
        return Role.organisationOf(group).isPresent()
                || Role.INFORMATION_BOARD.group().equals(group)
                || Role.ETHICS_PANEL.group().equals(group);
    }

    private static TaskQuery longestFirst(TaskQuery query) {
        return query.active().orderByTaskCreateTime().asc();
    }

    private Page<WorkTask> page(TaskQuery query, Pageable page) {
        List<Task> found = query.listPage((int) page.getOffset(), page.getPageSize());
        long all = found.size() < page.getPageSize() && page.getOffset() == 0 ? found.size() : query.count();
        if (found.isEmpty()) {
            return new PageImpl<>(List.of(), page, all);
        }
        var partners = models.partners(found);
        var candidates = models.candidates(found);
        var keys = keys(found);
        return new PageImpl<>(
                found.stream()
                        .map(task -> workTask(
                                task,
                                partners.get(task.getProcessInstanceId()),
                                candidates.getOrDefault(task.getId(), List.of()),
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

    private static WorkTask workTask(
            Task task, @Nullable OrganisationCode partner, List<String> candidates, String key) {
        var project = ProjectReference.isOne(key) ? new ProjectReference(key) : null;
        var subject = project == null && OrganisationCode.isOne(key) ? new OrganisationCode(key) : null;
        return new WorkTask(
                task.getId(),
                task.getName(),
                project,
                partner == null ? subject : partner,
                candidates,
                task.getAssignee(),
                task.getOwner(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getPriority() >= PRESSING);
    }
}
