package gm.sharing.workflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A file that can be deployed. */
final class ModelFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLInputFactory XML = xml();

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
            case BPMN -> ids("process", "isExecutable");
            case DMN -> ids("decision", null);
            case FORM -> List.of(formId());
            case CMMN, OTHER -> List.of();
        };
    }

    /**
     * Reads no more than that: whether a file is a valid model is looked at when it is deployed, and each start reads all.
     *
     * @param onlyIf an attribute that has to be true, or null
     */
    private List<String> ids(String element, @Nullable String onlyIf) {
        List<String> ids = new ArrayList<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(content());
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)
                        && (onlyIf == null || "true".equals(reader.getAttributeValue(null, onlyIf)))) {
                    ids.add(reader.getAttributeValue(null, "id"));
                }
            }
            return List.copyOf(ids);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(name + " is not a model", e);
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
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
