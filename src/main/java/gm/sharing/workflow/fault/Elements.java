package gm.sharing.workflow.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Names elements of models as their owners know them: id, name and model. */
@Component
class Elements {

    private final RepositoryService repository;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** Lazy, because the engine is built with what uses it. */
    Elements(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** For example: Service_Draft (“Draft the agreement”) of sharing-project. */
    String inWords(@Nullable String definition, @Nullable String element) {
        if (definition == null) {
            return "A job of the engine";
        }
        String model = definition.replaceFirst(":.*", "");
        if (element == null) {
            return model;
        }
        return names.computeIfAbsent(
                definition + "#" + element, key -> element + named(definition, element) + " of " + model);
    }

    /** A model that is stored may be broken. */
    private String named(String definition, String element) {
        try {
            ModelElementInstance found =
                    repository.getBpmnModelInstance(definition).getModelElementById(element);
            String name = found == null ? null : found.getAttributeValue("name");
            return name == null || name.isBlank() ? "" : " (“" + name.strip().replaceAll("\\s+", " ") + "”)";
        } catch (RuntimeException e) {
            return "";
        }
    }
}
