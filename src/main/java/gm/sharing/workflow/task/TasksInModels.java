package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What open tasks get from their models and from the instances that they belong to. */
@Component
class TasksInModels {

    private static final Logger LOG = LoggerFactory.getLogger(TasksInModels.class);

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<String, TaskWords> words = new ConcurrentHashMap<>();

    TasksInModels(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    TaskWords words(Task task) {
        return words.computeIfAbsent(
                task.getProcessDefinitionId() + "#" + task.getTaskDefinitionKey(), key -> read(task));
    }

    /** A model that is stored may be broken; its open tasks are there all the same. */
    private TaskWords read(Task task) {
        try {
            return TaskWords.of(
                    repository.getBpmnModelInstance(task.getProcessDefinitionId()), task.getTaskDefinitionKey());
        } catch (RuntimeException e) {
            LOG.warn("The model {} of an open task cannot be read", task.getProcessDefinitionId(), e);
            return TaskWords.UNKNOWN;
        }
    }

    /** By the instance of the partner's sign-off, or of the advice of its data protection officer. One statement. */
    Map<String, OrganisationCode> partners(List<Task> open) {
        Map<String, OrganisationCode> partners = new HashMap<>();
        variables(open, Set.of("partner", "adviser")).forEach((instance, values) -> organisation(values)
                .ifPresent(partner -> partners.put(instance, partner)));
        return partners;
    }

    /** What the models of these tasks name in their candidates, and whose part each is; by instance. One statement. */
    Map<String, Map<String, String>> variables(List<Task> open) {
        return variables(
                open,
                Stream.concat(
                                Stream.of("partner", "adviser"),
                                open.stream()
                                        .flatMap(task -> words(task).groups().stream())
                                        .flatMap(
                                                group -> VARIABLE.matcher(group).results())
                                        .map(name -> name.group(1)))
                        .collect(Collectors.toSet()));
    }

    /** The organisation whose part it is; empty for a task of the whole project. */
    static Optional<OrganisationCode> organisation(Map<String, String> variables) {
        return Stream.of("partner", "adviser")
                .map(variables::get)
                .filter(value -> value != null && OrganisationCode.isOne(value))
                .findFirst()
                .map(OrganisationCode::new);
    }

    /** The groups of those who may do the task; a name that stands for nothing here leaves its group out. */
    List<String> groups(Task task, Map<String, String> variables) {
        return words(task).groups().stream()
                .map(group -> VARIABLE.matcher(group)
                        .replaceAll(
                                name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), name.group()))))
                .filter(group -> !group.contains("${"))
                .toList();
    }

    private Map<String, Map<String, String>> variables(List<Task> open, Set<String> names) {
        return runtime
                .createVariableInstanceQuery()
                .variableNameIn(names.toArray(String[]::new))
                .processInstanceIdIn(
                        open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
                .list()
                .stream()
                .filter(variable -> variable.getValue() instanceof String)
                .collect(Collectors.groupingBy(
                        VariableInstance::getProcessInstanceId,
                        Collectors.toMap(
                                VariableInstance::getName,
                                variable -> (String) variable.getValue(),
                                (first, second) -> first)));
    }
}
