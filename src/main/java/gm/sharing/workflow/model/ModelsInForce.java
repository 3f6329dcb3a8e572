package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** The files of everything that the engine runs now. To be used inside the command that gives it. */
record ModelsInForce(CommandContext context, Map<String, Optional<ModelFile>> read) implements Surroundings {

    ModelsInForce(CommandContext context) {
        this(context, new HashMap<>());
    }

    /** Each file is read once, because many rules look at it. */
    @Override
    public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
        return read.computeIfAbsent(
                kind + " " + key, unread -> Optional.ofNullable(LatestModels.definition(kind, key, context))
                        .flatMap(this::file));
    }

    @Override
    public Stream<ModelFile> all(ModelFile.Kind kind) {
        return keys(kind).distinct().flatMap(key -> find(kind, key).stream());
    }

    private Stream<String> keys(ModelFile.Kind kind) {
        var repository = context.getProcessEngineConfiguration().getRepositoryService();
        return switch (kind) {
            case BPMN ->
                context
                        .runWithoutAuthorization(() -> repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .withoutTenantId()
                                .list())
                        .stream()
                        .map(ProcessDefinition::getKey);
            case DMN ->
                context
                        .runWithoutAuthorization(() -> repository
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .withoutTenantId()
                                .list())
                        .stream()
                        .map(DecisionDefinition::getKey);
            case FORM -> forms();
            case CMMN, OTHER -> Stream.empty();
        };
    }

    /** The engine has no query for forms. */
    private Stream<String> forms() {
        List<?> definitions = context.getDbEntityManager().selectList("selectAllCamundaFormDefinitions");
        return definitions.stream()
                .map(CamundaFormDefinitionEntity.class::cast)
                .filter(definition -> definition.getTenantId() == null)
                .map(CamundaFormDefinitionEntity::getKey);
    }

    /** Empty when the definition is there and its file is gone. */
    private Optional<ModelFile> file(ResourceDefinitionEntity<?> definition) {
        return Optional.ofNullable(LatestModels.content(definition, context))
                .map(content -> new ModelFile(definition.getResourceName(), content));
    }
}
