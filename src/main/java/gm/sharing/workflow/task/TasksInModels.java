package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What open tasks get from their models and from the instances that they belong to. */
@Component
class TasksInModels {

    private static final Logger LOG = LoggerFactory.getLogger(TasksInModels.class);

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Map<String, TaskWords> words = new ConcurrentHashMap<>();

    TasksInModels(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc) {
        this.runtime = runtime;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    TaskWords words(Task task) {
        return words(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    TaskWords words(String model, String element) {
        return words.computeIfAbsent(model + "#" + element, key -> read(model, element));
    }

    /** A model that is stored may be broken; its open tasks are there all the same. */
    private TaskWords read(String model, String element) {
        try {
            return TaskWords.of(repository.getBpmnModelInstance(model), element);
        } catch (RuntimeException e) {
            LOG.warn("The model {} of an open task cannot be read", model, e);
            return TaskWords.UNKNOWN;
        }
    }

    /** By the instance of the partner's sign-off, or of the advice of its data protection officer. One statement. */
    Map<String, OrganisationCode> partners(List<Task> open) {
        return runtime
                .createVariableInstanceQuery()
                .variableNameIn("partner", "adviser")
                .processInstanceIdIn(
                        open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
                .list()
                .stream()
                .filter(partner -> OrganisationCode.isOne(String.valueOf(partner.getValue())))
                .collect(Collectors.toMap(
                        VariableInstance::getProcessInstanceId,
                        partner -> new OrganisationCode(partner.getValue().toString()),
                        (first, second) -> first));
    }

    /**
     * The groups of those who may do these tasks, by task, in the order of their names. One statement: the engine would be asked
     * for each.
     */
    Map<String, List<String>> candidates(Collection<String> open) {
        return jdbc
                .sql(
                        """
                        select task_id_, group_id_ from act_ru_identitylink
                        where type_ = 'candidate' and group_id_ is not null and task_id_ in (:tasks)""")
                .param("tasks", open)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
