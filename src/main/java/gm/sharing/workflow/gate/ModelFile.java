package gm.sharing.workflow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** A file that can be deployed. What it holds is read once, when somebody first asks for it. */
public final class ModelFile {

    private static final int DEEPEST_FORM = 60;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_FORM)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final XMLInputFactory XML = xml();

    static {
        TableReader.install();
    }

    /** What a file is, decided as the engine's deployers decide: by the end of its name, to the letter. */
    public enum Kind {
        BPMN("bpmn", "bpmn20.xml"),
        DMN("dmn", "dmn11.xml"),
        FORM("form"),
        CMMN("cmmn", "cmmn10.xml", "cmmn11.xml"),
        OTHER;

        @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody changes
        private final List<String> endings;

        Kind(String... endings) {
            this.endings = List.of(endings);
        }
    }

    private final String name;
    private final byte[] content;
    private final SingletonSupplier<String> text = SingletonSupplier.of(this::readText);
    private final SingletonSupplier<BpmnModelInstance> bpmn = SingletonSupplier.of(this::readBpmn);
    private final SingletonSupplier<DmnModelInstance> dmn = SingletonSupplier.of(this::readDmn);
    private final SingletonSupplier<JsonNode> form = SingletonSupplier.of(this::readForm);
    private final SingletonSupplier<List<String>> keys = SingletonSupplier.of(this::readKeys);
    private final SingletonSupplier<List<XmlElement>> elements = SingletonSupplier.of(() -> XmlElements.of(content()));

    /**
     * A file under the name by which the engine knows it.
     *
     * @param name its ending tells what the file is
     */
    public ModelFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return content.clone();
    }

    public InputStream content() {
        return new ByteArrayInputStream(content);
    }

    int size() {
        return content.length;
    }

    /** Whether the words stand somewhere in the file, as they are. */
    boolean mentions(String words) {
        return text.obtain().contains(words);
    }

    public Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The keys of what it defines: executable processes, decisions, or a form. */
    public List<String> keys() {
        return keys.obtain();
    }

    private List<String> readKeys() {
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

    public boolean sameContent(byte[] other) {
        return Arrays.equals(content, other);
    }

    /**
     * The elements of a BPMN or DMN file as they stand there.
     *
     * @throws XmlElements.Unreadable when it cannot be read
     */
    List<XmlElement> elements() {
        return elements.obtain();
    }

    /**
     * The processes that it holds.
     *
     * @throws IllegalArgumentException when it is not a BPMN model
     */
    public BpmnModelInstance bpmn() {
        return bpmn.obtain();
    }

    /**
     * The decisions that it holds.
     *
     * @throws IllegalArgumentException when it is not a DMN model
     */
    public DmnModelInstance dmn() {
        return dmn.obtain();
    }

    /**
     * The form that it is.
     *
     * @throws IllegalArgumentException when it is not JSON
     */
    public JsonNode form() {
        return form.obtain();
    }

    private String readText() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private BpmnModelInstance readBpmn() {
        try {
            return Bpmn.readModelFromStream(content());
        } catch (ModelException e) {
            throw new IllegalArgumentException(name + " is not a model", e);
        }
    }

    private DmnModelInstance readDmn() {
        try {
            return Dmn.readModelFromStream(content());
        } catch (ModelException e) {
            throw new IllegalArgumentException(name + " is not a decision table", e);
        }
    }

    private JsonNode readForm() {
        try {
            return DateLabels.inPlace(JSON.readTree(content));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is not a form", e);
        }
    }

    private String formId() {
        JsonNode id = form().path("id");
        if (!id.isTextual()) {
            throw new IllegalArgumentException(name + " has no id");
        }
        return id.textValue();
    }
}
