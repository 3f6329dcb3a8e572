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

/**
 * What the engine runs now: the latest version of each process, decision and form, and who deployed it. Whatever belongs to a
 * tenant plays no part, because this service has none; of what is stored in halves only what is there is told.
 */
final class LatestModels {

    private LatestModels() {}

    /**
     * The latest version of something that a file defines.
     *
     * @param deployment the id of its deployment
     * @param file the name under which it was deployed
     * @param source names the program that deployed it, if it said so
     * @param content null when it is gone
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Latest(
            String key,
            int version,
            String deployment,
            String file,
            @Nullable String source,
            @Nullable Date deployed,
            byte @Nullable [] content) {

        /** Whether it is the same file, byte by byte. */
        boolean isSameAs(ModelFile other) {
            return content != null && other.sameContent(content);
        }
    }

    /** The latest versions of what the file defines; empty for what was never deployed. */
    static List<Latest> of(ModelFile file, CommandContext context) {
        return file.keys().stream()
                .map(key -> definition(file.kind(), key, context))
                .filter(Objects::nonNull)
                .map(definition -> latest(definition, context))
                .toList();
    }

    /** The latest definition of a key; null when there is none. */
    static @Nullable ResourceDefinitionEntity<?> definition(ModelFile.Kind kind, String key, CommandContext context) {
        return switch (kind) {
            case BPMN -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKeyAndTenantId(key, null);
            case DMN -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKeyAndTenantId(key, null);
            case FORM -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null);
            case CMMN, OTHER -> null;
        };
    }

    /** The content of a definition; null when it is gone. */
    static byte @Nullable [] content(ResourceDefinitionEntity<?> definition, CommandContext context) {
        ResourceEntity resource = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        return resource == null ? null : resource.getBytes();
    }

    private static Latest latest(ResourceDefinitionEntity<?> definition, CommandContext context) {
        DeploymentEntity deployment = context.getDeploymentManager().findDeploymentById(definition.getDeploymentId());
        return new Latest(
                definition.getKey(),
                definition.getVersion(),
                definition.getDeploymentId(),
                definition.getResourceName(),
                deployment == null ? null : deployment.getSource(),
                deployment == null ? null : deployment.getDeploymentTime(),
                content(definition, context));
    }
}
