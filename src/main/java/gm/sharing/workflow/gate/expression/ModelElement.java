package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An element of a model by its local names, because the engine takes extensions in more than one namespace. What it holds
 * is read as XML, so that no spelling hides it.
 */
record ModelElement(Element xml) {

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

    /** The root of a model. */
    static ModelElement of(ModelFile file) {
        try {
            return new ModelElement(
                    XML.newDocumentBuilder().parse(file.content()).getDocumentElement());
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
        return Objects.requireNonNullElse(xml.getLocalName(), xml.getNodeName());
    }

    boolean is(String name) {
        return name().equals(name);
    }

    Optional<ModelElement> parent() {
        return xml.getParentNode() instanceof Element parent ? Optional.of(new ModelElement(parent)) : Optional.empty();
    }

    Stream<ModelElement> children() {
        NodeList nodes = xml.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new ModelElement((Element) node));
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
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < xml.getAttributes().getLength(); i++) {
            Node attribute = xml.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(
                        Objects.requireNonNullElse(attribute.getLocalName(), attribute.getNodeName()),
                        attribute.getNodeValue());
            }
        }
        return attributes;
    }

    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributes().getLength(); i++) {
            Node attribute = xml.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())
                    && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                return attribute.getNodeValue();
            }
        }
        return null;
    }

    /** Its own text, without what its children hold. */
    String text() {
        StringBuilder text = new StringBuilder();
        NodeList nodes = xml.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.TEXT_NODE
                    || nodes.item(i).getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(nodes.item(i).getNodeValue());
            }
        }
        return text.toString();
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
