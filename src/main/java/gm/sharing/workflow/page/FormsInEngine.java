package gm.sharing.workflow.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused;
import gm.sharing.SafeMarkdown;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.task.TaskWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens forms and hands answers in as the person who is signed in, by the services that the REST API uses: the engine's
 * permissions, the forms' rules and what happens afterwards are the same.
 */
@Component
class FormsInEngine {

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService models;
    private final IdentityService identity;
    private final ObjectMapper json;

    FormsInEngine(
            FormService forms,
            TaskService tasks,
            RepositoryService models,
            IdentityService identity,
            ObjectMapper json) {
        this.forms = forms;
        this.tasks = tasks;
        this.models = models;
        this.identity = identity;
        this.json = json;
    }

    /**
     * The form of a task; empty when there is no such task for the person.
     *
     * @throws ProcessEngineException when it ends while it is read
     */
    Optional<Opened> task(String id, Person person) {
        return as(person, () -> Optional.ofNullable(
                        tasks.createTaskQuery().taskId(id).active().singleResult())
                .map(task -> opened(task, person)));
    }

    private Opened opened(Task task, Person person) {
        return new Opened(
                "/tasks/" + task.getId(),
                task.getName(),
                help(task.getDescription()),
                read(forms.getDeployedTaskForm(task.getId())),
                shown(forms.getTaskFormVariables(task.getId(), null, false)),
                model(task.getProcessDefinitionId()).getKey(),
                task.getTaskDefinitionKey(),
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                sharesDrafts(task)
                        && (task.getAssignee() == null
                                ? isOfOffice(task, person)
                                : person.id().equals(task.getAssignee())));
    }

    private boolean sharesDrafts(Task task) {
        ModelElementInstance element = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return element instanceof FlowElement step && TaskWords.sharesDrafts(step);
    }

    private boolean isOfOffice(Task task, Person person) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .anyMatch(person.groups()::contains);
    }

    /** The form with which a process begins; empty when there is none that the person may start. */
    Optional<Opened> start(String process, Person person) {
        return as(person, () -> startable(process).map(definition -> {
            ProcessDefinitionEntity model = model(definition.getId());
            return new Opened(
                    "/start/" + process,
                    Objects.requireNonNullElse(definition.getName(), process),
                    help((String) model.getProperty("documentation")),
                    read(forms.getDeployedStartForm(definition.getId())),
                    Map.of(),
                    process,
                    null,
                    null,
                    null,
                    false);
        }));
    }

    private Optional<ProcessDefinition> startable(String process) {
        return Optional.ofNullable(models.createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .active()
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .singleResult())
                .filter(definition -> model(definition.getId()).getStartFormDefinition() != null);
    }

    private ProcessDefinitionEntity model(String definition) {
        return (ProcessDefinitionEntity) ((RepositoryServiceImpl) models).getDeployedProcessDefinition(definition);
    }

    private static String help(@Nullable String documentation) {
        return documentation == null ? "" : SafeMarkdown.html(documentation);
    }

    private JsonNode read(InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, JsonNode> shown(VariableMap variables) {
        Map<String, JsonNode> shown = new HashMap<>();
        variables.keySet().forEach(name -> shown.put(name, plain(variables.getValueTyped(name))));
        return shown;
    }

    private JsonNode plain(@Nullable TypedValue value) {
        try {
            return value instanceof SerializableValue written && written.getValueSerialized() != null
                    ? json.readTree(written.getValueSerialized())
                    : json.valueToTree(value == null ? null : value.getValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Completes a task with the answers of its form. Not to be called in a transaction: what others change at the same moment is
     * repeated from the beginning.
     *
     * @throws Refused naming the fields, when they were refused
     */
    void complete(String task, ObjectNode answers, Person person) {
        refusing(person, () -> {
            forms.submitTaskForm(task, answers(answers));
            return "";
        });
    }

    /**
     * Begins a process with the answers of its form, as {@link #complete} does.
     *
     * @return the reference of the project that it is about
     */
    String begin(String process, ObjectNode answers, Person person) {
        return refusing(person, () -> forms.submitStartForm(
                        startable(process).orElseThrow().getId(), answers(answers))
                .getBusinessKey());
    }

    private Map<String, Object> answers(ObjectNode answers) {
        return json.convertValue(answers, new TypeReference<HashMap<String, Object>>() {});
    }

    /**
     * Takes a task of an office for the person.
     *
     * @throws Refused when it is not theirs to take, or somebody else has it
     */
    void take(String task, Person person) {
        refusing(person, () -> {
            tasks.claim(task, person.id());
            return "";
        });
    }

    /**
     * Gives a task back to its office. The engine's permissions let administrators do that alone, so it is done without them.
     *
     * @throws Refused when the person does not have it, or it belongs to no office
     */
    void giveBack(String id, Person person) {
        Task task = tasks.createTaskQuery()
                .taskId(id)
                .taskAssignee(person.id())
                .active()
                .singleResult();
        if (task == null || !isOfAnOffice(id)) {
            throw new Refused(FormWords.text("not-yours-to-give-back"));
        }
        try {
            tasks.setAssignee(id, null);
        } catch (NullValueException | NotFoundException | OptimisticLockingException ended) {
            throw new Refused(FormWords.text("not-yours-to-give-back"));
        }
    }

    /** Whether it is open, whosever it is. */
    boolean isThere(String task) {
        return tasks.createTaskQuery().taskId(task).count() > 0;
    }

    /** Whether others than whoever has it may do the task. */
    boolean isOfAnOffice(String task) {
        return tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(Objects::nonNull);
    }

    private <T> T refusing(Person person, Supplier<T> work) {
        try {
            return as(person, work);
        } catch (ProcessEngineException e) {
            throw refusal(e).orElseThrow(() -> e);
        }
    }

    private static Optional<Refused> refusal(ProcessEngineException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
        }
        return thrown instanceof FormFieldValidationException
                        || thrown instanceof BadUserRequestException
                        || thrown instanceof AuthorizationException
                        || thrown instanceof TaskAlreadyClaimedException
                        || thrown instanceof NullValueException
                ? Optional.of(new Refused(String.valueOf(thrown.getMessage())))
                : Optional.empty();
    }

    private <T> T as(Person person, Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
