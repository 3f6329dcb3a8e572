package gm.sharing.workflow.task;

import gm.sharing.journey.ListedTask;
import gm.sharing.journey.OpenTask;
import gm.sharing.journey.OpenTasks;
import gm.sharing.journey.TaskStanding;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.ProjectOfInstance;
import gm.sharing.workflow.form.TaskPartners;
import gm.sharing.workflow.form.TasksAlike;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open tasks of a project and of the instances it called; all carry its reference as business key. */
@Component
class EngineOpenTasks implements OpenTasks {

    private static final List<String> LEADS = List.of(Role.PROJECT_LEAD.group());

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TasksInModels models;
    private final HistoryService history;
    private final Directory directory;
    private final TasksAlike alike;
    private final TaskPartners partners;
    private final TasksOfLists tasksOfLists;
    private final JdbcClient jdbc;

    EngineOpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            TasksInModels models,
            HistoryService history,
            Directory directory,
            TasksAlike alike,
            TaskPartners partners,
            TasksOfLists tasksOfLists,
            JdbcClient jdbc) {
        this.partners = partners;
        this.tasksOfLists = tasksOfLists;
        this.alike = alike;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
        this.history = history;
        this.directory = directory;
    }

    @Override
    public List<OpenTask> of(ProjectReference reference) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (open.isEmpty()) {
            return List.of();
        }
        var partners = models.partners(open);
        var candidates = models.candidates(open.stream().map(Task::getId).toList());
        return open.stream()
                .map(task -> openTask(
                        task,
                        partners.get(task.getProcessInstanceId()),
                        candidates.getOrDefault(task.getId(), List.of())))
                .toList();
    }

    @Override
    public List<Optional<OrganisationCode>> prepared(ProjectReference reference) {
        return jdbc
                .sql(
                        """
                        select coalesce((select min(part.text_) from act_ru_variable part
                          where part.var_scope_ in (job.process_instance_id_, job.execution_id_)
                            and part.name_ in ('partner', 'adviser')), '')
                        from act_ru_job job join act_ru_execution instance on instance.id_ = job.process_instance_id_
                        where job.type_ = 'message' and job.retries_ > 0 and instance.business_key_ = :project""")
                .param("project", reference.value())
                .query(String.class)
                .list()
                .stream()
                .map(part -> Optional.of(part).filter(OrganisationCode::isOne).map(OrganisationCode::new))
                .toList();
    }

    @Override
    public Map<ProjectReference, List<ListedTask>> listed(Collection<ProjectReference> references) {
        return tasksOfLists.of(references, null);
    }

    @Override
    public Map<ProjectReference, List<ListedTask>> listed(
            Collection<ProjectReference> references, Collection<OrganisationCode> parts) {
        return tasksOfLists.of(references, parts);
    }

    @Override
    public Optional<ProjectReference> projectOf(String task) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(task).singleResult())
                .flatMap(done -> ProjectOfInstance.find(done.getProcessInstanceId(), runtime, history));
    }

    @Override
    public Optional<TaskStanding> standing(String task) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(task).singleResult())
                .map(known -> new TaskStanding(
                        task,
                        known.getName(),
                        ProjectOfInstance.find(known.getProcessInstanceId(), runtime, history)
                                .orElse(null),
                        partners.of(task).or(() -> about(known)).orElse(null),
                        known.getEndTime() != null && isOfACallThatIsOver(known),
                        known.getEndTime() == null ? null : known.getEndTime().toInstant(),
                        TaskEntity.DELETE_REASON_COMPLETED.equals(known.getDeleteReason()),
                        known.getAssignee(),
                        known.getEndTime() == null ? candidates(task) : Set.of()));
    }

    @Override
    public Set<ProjectReference> overdue(Instant now) {
        return references(WorkStatement.overdue(now));
    }

    @Override
    public Set<ProjectReference> overdue(Instant now, Collection<OrganisationCode> parts) {
        return references(WorkStatement.overdue(now).ofParts(parts));
    }

    private Set<ProjectReference> references(WorkStatement overdue) {
        return jdbc.sql(overdue.keys()).params(overdue.values()).query(String.class).list().stream()
                .filter(ProjectReference::isOne)
                .map(ProjectReference::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a task that was begun with a release that kept it nowhere: what its process says, and its own place in it before. */
    private Optional<OrganisationCode> about(HistoricTaskInstance task) {
        return jdbc
                .sql(
                        """
                        select text_ from act_ru_variable
                        where name_ in ('partner', 'adviser') and var_scope_ in (:process, :place)
                        order by case var_scope_ when :place then 0 else 1 end""")
                .param("process", task.getProcessInstanceId())
                .param("place", task.getExecutionId())
                .query(String.class)
                .list()
                .stream()
                .filter(OrganisationCode::isOne)
                .findFirst()
                .map(OrganisationCode::new);
    }

    private boolean isOfACallThatIsOver(HistoricTaskInstance task) {
        HistoricProcessInstance process = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return process != null && process.getEndTime() != null && process.getSuperProcessInstanceId() != null;
    }

    /** The engine's own query fails of a task that ends meanwhile. */
    private Set<String> candidates(String task) {
        return Set.copyOf(jdbc.sql(
                        "select distinct group_id_ from act_ru_identitylink where task_id_ = ? and group_id_ is not null")
                .param(task)
                .query(String.class)
                .list());
    }

    private OpenTask openTask(Task task, @Nullable OrganisationCode partner, List<String> groups) {
        var inModel = models.words(task);
        return new OpenTask(
                task.getId(),
                task.getName(),
                inModel.stage(),
                inModel.role()
                        .filter(role -> groups.size() < 2)
                        .map(role -> words(role, partner))
                        .orElseGet(() -> inWords(groups, task)),
                inModel.role().map(Role.PROJECT_LEAD::equals).orElseGet(() -> groups.equals(LEADS)),
                task.getCreateTime().toInstant(),
                task.getAssignee(),
                task.getOwner(),
                partner,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                groups.stream()
                        .filter(group -> Role.organisationOf(group).isPresent())
                        .collect(Collectors.toUnmodifiableSet()),
                inModel.process(),
                task.getTaskDefinitionKey(),
                alike.areAnsweredTogether(inModel.form()));
    }

    private String words(Role role, @Nullable OrganisationCode partner) {
        return partner == null || !role.perOrganisation() ? role.label() : role.label() + ", " + nameOf(partner);
    }

    private String inWords(List<String> groups, Task task) {
        if (groups.isEmpty()) {
            return task.getAssignee() == null ? "Nobody" : "One person";
        }
        return groups.stream().map(this::inWords).collect(Collectors.joining(" or "));
    }

    private String inWords(String group) {
        return Role.ofGroup(group)
                .map(role -> Role.organisationOf(group)
                        .map(organisation -> role.label() + ", " + nameOf(organisation))
                        .orElse(role.label()))
                .orElse(group);
    }

    /** A model may name an organisation that the directory does not have. */
    private String nameOf(OrganisationCode organisation) {
        return directory.find(organisation).map(Organisation::name).orElse(organisation.value());
    }
}
