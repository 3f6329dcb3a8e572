package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import gm.sharing.journey.SentStep;
import gm.sharing.project.ProjectReference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a step that was done before, with what the record says now, for whoever goes on in the same process. */
@Component
public class EarlierForms {

    private final ProcessEngineConfigurationImpl engine;
    private final ShownForm shown;
    private final DeployedForms forms;
    private final ObjectMapper json;

    EarlierForms(ProcessEngineConfigurationImpl engine, ShownForm shown, DeployedForms forms, ObjectMapper json) {
        this.engine = engine;
        this.shown = shown;
        this.forms = forms;
        this.json = json;
    }

    /**
     * A form as it would be opened again.
     *
     * @param shown what it is given, with the answers of before
     */
    public record Earlier(JsonNode form, Map<String, JsonNode> shown) {}

    /**
     * Whether the person may read it is for the caller to know.
     *
     * @param task one that is open
     * @param step the id of another element of the model by which it runs; empty is answered when it has no form
     */
    public Optional<Earlier> of(String task, String step) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> read(task, step, context)));
    }

    /**
     * The form of a step of a project's own journey, whether or not that still goes on. Whether the person may read it is for the
     * caller to know.
     */
    public Earlier of(ProjectReference project, SentStep sent) {
        FormTask then = new FormTask("", sent.step(), sent.name(), project.value(), Map.of(), Set::of);
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> earlier(sent.form(), shown.of(sent.form(), then, () -> null))));
    }

    private Optional<Earlier> read(String id, String step, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(id);
        TaskDefinition definition =
                task.getProcessDefinition().getTaskDefinitions().get(step);
        if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        String form = definition.getCamundaFormDefinitionKey().getExpressionText();
        FormTask now = FormTasks.of(task);
        FormTask then = new FormTask(now.id(), step, now.name(), now.about(), now.variables(), now.candidates());
        return Optional.of(earlier(form, shown.of(form, then, task)));
    }

    private Earlier earlier(String form, Map<String, @Nullable Object> values) {
        Map<String, JsonNode> given = new HashMap<>();
        values.forEach((name, value) -> given.put(name, plain(value)));
        return new Earlier(forms.latest(form).definition().form(), given);
    }

    private JsonNode plain(@Nullable Object value) {
        return value instanceof LocalDate day ? TextNode.valueOf(day.toString()) : json.valueToTree(value);
    }
}
