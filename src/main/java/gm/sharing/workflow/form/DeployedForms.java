package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.workflow.gate.DateLabels;
import gm.sharing.workflow.gate.form.ShippedForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * The deployed versions of each form. What people see is the newest, and what the server checks; the earlier ones say what
 * somebody saw who had the form open when it changed.
 */
@Component
class DeployedForms {

    /** Nobody has a form open for longer than it takes to deploy it so often. */
    private static final int MOST_VERSIONS = 100;

    private final ObjectMapper json;
    private final ShippedForms shipped;
    private final Map<String, DeployedForm> byDefinition = new ConcurrentHashMap<>();

    DeployedForms(ObjectMapper json, ShippedForms shipped) {
        this.json = json;
        this.shipped = shipped;
    }

    /**
     * To be called inside a command of the engine, like all of these.
     *
     * @throws IllegalStateException when no such form is deployed
     */
    DeployedForm latest(String form) {
        return find(form)
                .orElseThrow(() ->
                        new IllegalStateException("The form " + form + " is not deployed. Deploy it with its model."));
    }

    /** The newest version; empty when no such form is deployed. */
    Optional<DeployedForm> find(String form) {
        return Optional.ofNullable(Context.getCommandContext()
                        .getCamundaFormDefinitionManager()
                        .findLatestDefinitionByKeyAndTenantId(form, null))
                .map(this::read);
    }

    /**
     * One version, which is read from the database only once.
     *
     * @throws IllegalStateException when there is none with this id
     */
    DeployedForm version(String definition) {
        DeployedForm known = byDefinition.get(definition);
        if (known != null) {
            return known;
        }
        var found =
                Context.getCommandContext().getCamundaFormDefinitionManager().findLatestDefinitionById(definition);
        if (found == null) {
            throw new IllegalStateException("There is no form " + definition);
        }
        return read(found);
    }

    /** The versions before one, the newest first; they are read as far as somebody looks. */
    Stream<DeployedForm> before(DeployedForm form) {
        var definitions = Context.getCommandContext().getCamundaFormDefinitionManager();
        return IntStream.iterate(form.version() - 1, version -> version > 0, version -> version - 1)
                .limit(MOST_VERSIONS)
                .mapToObj(version -> definitions.findDefinitionByKeyVersionAndTenantId(form.id(), version, null))
                .filter(Objects::nonNull)
                .map(this::read);
    }

    private DeployedForm read(CamundaFormDefinitionEntity definition) {
        return byDefinition.computeIfAbsent(definition.getId(), id -> {
            var commands = Context.getCommandContext();
            return commands.runWithoutAuthorization(() -> read(definition, commands));
        });
    }

    private JsonNode placed(String form, JsonNode content) {
        return shipped.find(form)
                .map(came -> ShippedPlaces.into(content, came.form()))
                .orElse(content);
    }

    private DeployedForm read(CamundaFormDefinitionEntity definition, CommandContext commands) {
        var resource = commands.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        try {
            return new DeployedForm(
                    definition.getKey(),
                    definition.getVersion(),
                    commands.getDeploymentManager()
                            .findDeploymentById(definition.getDeploymentId())
                            .getDeploymentTime()
                            .toInstant(),
                    new FormDefinition(
                            placed(definition.getKey(), DateLabels.inPlace(json.readTree(resource.getBytes())))));
        } catch (IOException e) {
            throw new UncheckedIOException("The form " + definition.getKey() + " is not readable", e);
        }
    }
}
