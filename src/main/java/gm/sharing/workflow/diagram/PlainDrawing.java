package gm.sharing.workflow.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.SAXException;

/**
 * Takes out of a model whatever is neither a shape nor a name: conditions, expressions, documentation and all that the engine
 * reads. Only what is listed here stays.
 */
final class PlainDrawing {

    private static final Set<String> NAMESPACES = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** Elements of those namespaces that say how something is done, or what else there is. */
    private static final Set<String> UNDRAWN = Set.of(
            "documentation",
            "extensionElements",
            "conditionExpression",
            "ioSpecification",
            "property",
            "script",
            "import",
            "message",
            "signal",
            "error",
            "escalation",
            "itemDefinition",
            "interface",
            "resource",
            "dataStore");

    /** Elements whose text is shown, or names another element. */
    private static final Set<String> TEXTS =
            Set.of("text", "incoming", "outgoing", "flowNodeRef", "sourceRef", "targetRef", "categoryValueRef");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "targetNamespace",
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "processRef",
            "cancelActivity",
            "triggeredByEvent",
            "isInterrupting",
            "isSequential",
            "default",
            "gatewayDirection",
            "eventGatewayType",
            "associationDirection",
            "bpmnElement",
            "isHorizontal",
            "isExpanded",
            "isMarkerVisible",
            "x",
            "y",
            "width",
            "height");

    private PlainDrawing() {}

    /** @throws IOException when it cannot be read or is no XML */
    static String of(InputStream model) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(model);
            clear(document.getDocumentElement());
            DOMImplementationLS writing = (DOMImplementationLS) document.getImplementation();
            return writing.createLSSerializer().writeToString(document.getDocumentElement());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static void clear(Element element) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!stays(attribute)) {
                element.removeAttributeNode(attribute);
            }
        }
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner && isDrawn(inner)) {
                clear(inner);
            } else if (child.getNodeType() != Node.TEXT_NODE || !TEXTS.contains(element.getLocalName())) {
                element.removeChild(child);
            }
            child = next;
        }
    }

    private static boolean isDrawn(Element element) {
        return NAMESPACES.contains(Objects.requireNonNullElse(element.getNamespaceURI(), ""))
                && !UNDRAWN.contains(element.getLocalName());
    }

    private static boolean stays(Attr attribute) {
        return attribute.getNamespaceURI() == null
                ? ATTRIBUTES.contains(attribute.getLocalName())
                : XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                        && NAMESPACES.contains(attribute.getValue());
    }
}
