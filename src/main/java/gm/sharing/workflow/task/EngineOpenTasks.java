package gm.sharing.workflow.task;

import gm.sharing.journey.OpenTask;
import gm.sharing.journey.OpenTasks;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the open tasks of a project and of the instances it called; all carry its reference as business key. */
@Component
class EngineOpenTasks implements OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Directory directory;
    private final Owners owners;
    private final Map<String, TaskWords> words = new ConcurrentHashMap<>();

    EngineOpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            Directory directory,
            Owners owners) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.directory = directory;
        this.owners = owners;
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
        var partners = partners(open);
        return open.stream()
                .map(task -> openTask(task, partners.get(task.getProcessInstanceId())))
                .toList();
    }

    /** By the instance of the partner's sign-off, or of the advice of its data protection officer. */
    private Map<String, OrganisationCode> partners(List<Task> open) {
        return runtime
                .createVariableInstanceQuery()
                .variableNameIn("partner", "adviser")
                .processInstanceIdIn(
                        open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        VariableInstance::getProcessInstanceId,
                        partner -> new OrganisationCode(partner.getValue().toString()),
                        (first, second) -> first));
    }

    private OpenTask openTask(Task task, @Nullable OrganisationCode partner) {
        var inModel = words.computeIfAbsent(
                task.getProcessDefinitionId() + "#" + task.getTaskDefinitionKey(),
                key -> TaskWords.of(
                        repository.getBpmnModelInstance(task.getProcessDefinitionId()), task.getTaskDefinitionKey()));
        var groups = groups(task, inModel, partner);
        return new OpenTask(
                task.getId(),
                task.getName(),
                inModel.stage(),
                inModel.role().map(role -> words(role, partner)).orElseGet(() -> inWords(groups)),
                partner,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                groups.stream()
                        .filter(group -> Role.organisationOf(group).isPresent())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private String words(Role role, @Nullable OrganisationCode partner) {
        return partner == null || !role.perOrganisation()
                ? role.label()
                : role.label() + ", " + directory.nameOf(partner);
    }

    /** From the model where it says so: a project with many partners has many tasks. */
    private List<String> groups(Task task, TaskWords inModel, @Nullable OrganisationCode partner) {
        if (inModel.role().isPresent()
                && partner != null
                && inModel.role().get().isOffice()) {
            return List.of(inModel.role().get().groupOf(partner));
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private String inWords(List<String> groups) {
        return groups.stream().map(owners::nameOf).collect(Collectors.joining(" or "));
    }
}
