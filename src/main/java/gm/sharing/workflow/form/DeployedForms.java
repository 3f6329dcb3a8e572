package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** The newest deployed version of each form: what people see is what the server checks. */
@Component
class DeployedForms {

    private final ObjectMapper json;
    private final Map<String, FormDefinition> byDefinition = new ConcurrentHashMap<>();

    DeployedForms(ObjectMapper json) {
        this.json = json;
    }

    /**
     * To be called inside a command of the engine.
     *
     * @throws IllegalStateException when no such form is deployed
     */
    FormDefinition latest(String form) {
        var definition = Context.getCommandContext()
                .getCamundaFormDefinitionManager()
                .findLatestDefinitionByKeyAndTenantId(form, null);
        if (definition == null) {
            throw new IllegalStateException("The form " + form + " is not deployed. Deploy it with its model.");
        }
        return byDefinition.computeIfAbsent(definition.getId(), id -> read(definition));
    }

    private FormDefinition read(CamundaFormDefinitionEntity definition) {
        var commands = Context.getCommandContext();
        var resource = commands.runWithoutAuthorization(() -> commands.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName()));
        try {
            return new FormDefinition(json.readTree(resource.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The form " + definition.getKey() + " is not readable", e);
        }
    }
}
