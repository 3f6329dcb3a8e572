package gm.sharing.workflow.gate;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the elements of a file in their order, within limits that keep whoever reads it afterwards from harm. */
final class XmlElements {

    private static final int DEEPEST = 40;
    private static final int MOST = 20_000;

    private static final XMLInputFactory XML = factory();

    private final List<XmlElement> elements = new ArrayList<>();
    private final Deque<XmlElement> open = new ArrayDeque<>();

    private XmlElements() {}

    /** @throws Unreadable with what is wrong and where */
    static List<XmlElement> of(InputStream content) {
        return new XmlElements().read(content);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<XmlElement> read(InputStream content) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(content);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(reader);
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
                    case XMLStreamConstants.DTD ->
                        throw at(reader, "document types are not allowed; save the file with Camunda Modeler");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw at(reader, "only elements and text are allowed; save the file with Camunda Modeler");
                    default -> {}
                }
            }
            reader.close();
            return List.copyOf(elements);
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    "the file cannot be read; save it with Camunda Modeler ("
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ")",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNumber());
        }
    }

    private void begin(XMLStreamReader reader) {
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            QName name = reader.getAttributeName(i);
            attributes.put(new QName(name.getNamespaceURI(), name.getLocalPart()), reader.getAttributeValue(i));
        }
        XmlElement element = new XmlElement(
                open.peek(),
                reader.getName(),
                attributes,
                reader.getLocation().getLineNumber(),
                reader.getLocation().getColumnNumber());
        open.push(element);
        elements.add(element);
        if (open.size() > DEEPEST) {
            throw at(reader, "elements lie within one another more than " + DEEPEST + " times; make the model flatter");
        }
        if (elements.size() > MOST) {
            throw at(reader, "the file has more than " + MOST + " elements; divide it into several models");
        }
    }

    private void text(XMLStreamReader reader) {
        XmlElement around = open.peek();
        if (around != null) {
            around.append(reader.getText());
        }
    }

    private static Unreadable at(XMLStreamReader reader, String rule) {
        return new Unreadable(
                rule, reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    /** Why a file cannot be read, in the words of a {@link Violation}. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        Unreadable(String rule, int line, int column) {
            super(rule);
            this.line = line;
            this.column = column;
        }

        Violation violation() {
            return new Violation("", "", line, column, String.valueOf(getMessage()));
        }
    }
}
