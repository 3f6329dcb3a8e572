package gm.sharing.workflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/** A file that can be deployed. */
final class ModelFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a file is, by the endings of names that the engine knows. */
    enum Kind {
        BPMN("(?i).*bpmn(20\\.xml)?"),
        DMN("(?i).*dmn(11\\.xml)?"),
        FORM("(?i).*form"),
        CMMN("(?i).*cmmn(1[01]\\.xml)?"),
        OTHER(".*");

        private final String names;

        Kind(String names) {
            this.names = names;
        }
    }

    private final String name;
    private final byte[] content;

    /**
     * A file under the name by which the engine knows it.
     *
     * @param name its ending tells what the file is
     */
    ModelFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    InputStream content() {
        return new ByteArrayInputStream(content);
    }

    Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> name.matches(kind.names))
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The keys of what it defines: executable processes, decisions, or a form. */
    List<String> keys() {
        return switch (kind()) {
            case BPMN ->
                Bpmn.readModelFromStream(content()).getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .map(Process::getId)
                        .toList();
            case DMN ->
                Dmn.readModelFromStream(content()).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
            case FORM -> List.of(formId());
            case CMMN, OTHER -> List.of();
        };
    }

    boolean sameContent(byte[] other) {
        return Arrays.equals(content, other);
    }

    private String formId() {
        try {
            JsonNode id = JSON.readTree(content).path("id");
            if (!id.isTextual()) {
                throw new IllegalArgumentException(name + " has no id");
            }
            return id.textValue();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is not a form", e);
        }
    }
}
