package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element of a model by its local names, because the engine takes extensions in more than one namespace. What it holds
 * is read as XML, so that no spelling hides it. Nothing changes it once it is read, so that checks share it.
 */
final class ModelElement {

    /** What a message is about, so that Modeler shows something that people can find. */
    private static final Set<String> SHOWN = Set.of(
            "process",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "complexGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "message",
            "signal",
            "error",
            "escalation",
            "participant");

    private static final DocumentBuilderFactory XML = xmlReader();

    /** Several rules look at one file, and many checks at what is in force. */
    private static final Map<ModelFile, ModelElement> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private final @Nullable ModelElement parent;
    private final String name;
    private final Map<String, String> attributes = new TreeMap<>();
    private final String text;
    private final List<ModelElement> children = new ArrayList<>();

    private ModelElement(@Nullable ModelElement parent, Element xml) {
        this.parent = parent;
        name = local(xml);
        for (int i = 0; i < xml.getAttributes().getLength(); i++) {
            Node attribute = xml.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.putIfAbsent(local(attribute), attribute.getNodeValue());
            }
        }
        StringBuilder own = new StringBuilder();
        for (Node node = xml.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new ModelElement(this, child));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                own.append(node.getNodeValue());
            }
        }
        text = own.toString();
    }

    private static String local(Node node) {
        return Objects.requireNonNullElse(node.getLocalName(), node.getNodeName());
    }

    /** The root of a model. */
    static ModelElement of(ModelFile file) {
        return READ.computeIfAbsent(file, ModelElement::read);
    }

    private static ModelElement read(ModelFile file) {
        try {
            return new ModelElement(
                    null, XML.newDocumentBuilder().parse(file.content()).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file.name() + " is not a model", e);
        }
    }

    private static DocumentBuilderFactory xmlReader() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    boolean is(String name) {
        return this.name.equals(name);
    }

    Optional<ModelElement> parent() {
        return Optional.ofNullable(parent);
    }

    Stream<ModelElement> children() {
        return children.stream();
    }

    /** Itself and everything in it. */
    Stream<ModelElement> all() {
        return Stream.concat(Stream.of(this), children().flatMap(ModelElement::all));
    }

    /** Itself and everything around it, from the inside. */
    Stream<ModelElement> around() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, element -> element.flatMap(ModelElement::parent))
                .flatMap(Optional::stream);
    }

    boolean isIn(ModelElement other) {
        return around().anyMatch(other::equals);
    }

    /** By local name. */
    Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /** Its own text, without what its children hold. */
    String text() {
        return text;
    }

    /** The element that people see, around this one. */
    ModelElement shown() {
        return around().filter(element -> SHOWN.contains(element.name()) && element.attribute("id") != null)
                .findFirst()
                .orElse(this);
    }

    Violation violation(String rule) {
        ModelElement shown = shown();
        return new Violation(
                Objects.requireNonNullElse(shown.attribute("id"), ""),
                Objects.requireNonNullElse(shown.attribute("name"), ""),
                rule);
    }
}
