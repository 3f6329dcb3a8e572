package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** What the engine runs now: the latest version of each process, decision and form, and who deployed it. */
final class LatestModels {

    private LatestModels() {}

    /**
     * The latest version of something that a file defines.
     *
     * @param source names the program that deployed it, if it said so
     * @param sameContent whether it is the same file, byte by byte
     */
    record Latest(String key, int version, @Nullable String source, Date deployed, boolean sameContent) {}

    /** The latest versions of what the file defines; empty for what was never deployed. */
    static List<Latest> of(ModelFile file, CommandContext context) {
        return file.keys().stream()
                .map(key -> definition(file.kind(), key, context))
                .filter(Objects::nonNull)
                .map(definition -> latest(file, definition, context))
                .toList();
    }

    /** The latest definition of a key; null when there is none. */
    static @Nullable ResourceDefinitionEntity<?> definition(ModelFile.Kind kind, String key, CommandContext context) {
        return switch (kind) {
            case BPMN -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
            case DMN -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
            case FORM -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
            case CMMN, OTHER -> null;
        };
    }

    private static Latest latest(ModelFile file, ResourceDefinitionEntity<?> definition, CommandContext context) {
        DeploymentEntity deployment = context.getDeploymentManager().findDeploymentById(definition.getDeploymentId());
        ResourceEntity resource = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        return new Latest(
                definition.getKey(),
                definition.getVersion(),
                deployment.getSource(),
                deployment.getDeploymentTime(),
                file.sameContent(resource.getBytes()));
    }
}
