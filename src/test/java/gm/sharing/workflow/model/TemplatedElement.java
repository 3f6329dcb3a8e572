package gm.sharing.workflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a model to which an element template is applied, as Camunda Modeler applies it. */
final class TemplatedElement {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String name;
    private final Document document;
    private final Element element;

    TemplatedElement(File model, String id) {
        name = model.getName();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(model);
        } catch (Exception e) {
            throw new IllegalStateException(model + " cannot be read", e);
        }
        element = elements(document.getDocumentElement(), BPMN, null).stream()
                .filter(found -> found.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Takes out what the template would set. */
    void clear(JsonNode template) {
        for (JsonNode property : template.path("properties")) {
            JsonNode binding = property.path("binding");
            if (binding.path("type").asText().equals("property")) {
                String attribute = binding.path("name").asText();
                element.removeAttributeNS(namespace(attribute), local(attribute));
            } else {
                bound(binding).forEach(found -> found.getParentNode().removeChild(found));
            }
        }
    }

    /** @param typed what a process owner types, by the name of the binding */
    void apply(JsonNode template, Map<String, String> typed) {
        element.setAttributeNS(
                CAMUNDA, "camunda:modelerTemplate", template.path("id").asText());
        element.setAttributeNS(
                CAMUNDA,
                "camunda:modelerTemplateVersion",
                template.path("version").asText());
        for (JsonNode property : template.path("properties")) {
            JsonNode binding = property.path("binding");
            String value = typed.getOrDefault(
                    binding.path("name").asText(), property.path("value").asText());
            if (!value.isEmpty()) {
                set(binding, value);
            }
        }
    }

    private void set(JsonNode binding, String value) {
        String name = binding.path("name").asText();
        switch (binding.path("type").asText()) {
            case "property" -> element.setAttributeNS(namespace(name), name, value);
            case "camunda:property" -> {
                Element property = add(container("properties"), "property");
                property.setAttribute("name", name);
                property.setAttribute("value", value);
            }
            case "camunda:inputParameter" -> {
                Element input = add(container("inputOutput"), "inputParameter");
                input.setAttribute("name", name);
                input.setTextContent(value);
            }
            case "camunda:outputParameter" -> {
                Element output = add(container("inputOutput"), "outputParameter");
                output.setAttribute("name", value);
                output.setTextContent(binding.path("source").asText());
            }
            case "camunda:in:businessKey" -> add(extensions(), "in").setAttribute("businessKey", value);
            case "camunda:in" -> {
                Element in = add(extensions(), "in");
                in.setAttribute("source", value);
                in.setAttribute("target", binding.path("target").asText());
            }
            default -> throw new IllegalArgumentException("A binding that is not used so far: " + binding);
        }
    }

    private List<Element> bound(JsonNode binding) {
        return elements(element, CAMUNDA, null).stream()
                .filter(found -> switch (binding.path("type").asText()) {
                    case "camunda:property" -> is(found, "property", "name", binding.path("name"));
                    case "camunda:inputParameter" -> is(found, "inputParameter", "name", binding.path("name"));
                    case "camunda:outputParameter" ->
                        found.getLocalName().equals("outputParameter")
                                && found.getTextContent()
                                        .equals(binding.path("source").asText());
                    case "camunda:in:businessKey" ->
                        found.getLocalName().equals("in") && found.hasAttribute("businessKey");
                    case "camunda:in" -> is(found, "in", "target", binding.path("target"));
                    default -> false;
                })
                .toList();
    }

    private static boolean is(Element found, String name, String attribute, JsonNode value) {
        return found.getLocalName().equals(name)
                && found.getAttribute(attribute).equals(value.asText());
    }

    ModelFile file() {
        try {
            var content = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(content));
            return new ModelFile(name, content.toByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(name + " cannot be written", e);
        }
    }

    private Element extensions() {
        return elements(element, BPMN, "extensionElements").stream()
                .filter(found -> found.getParentNode().equals(element))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(element.getAttribute("id") + " has no extensions"));
    }

    private Element container(String name) {
        return elements(extensions(), CAMUNDA, name).stream().findFirst().orElseGet(() -> add(extensions(), name));
    }

    private Element add(Element to, String name) {
        Element added = document.createElementNS(CAMUNDA, "camunda:" + name);
        to.appendChild(added);
        return added;
    }

    private static List<Element> elements(Element within, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        var all = within.getElementsByTagNameNS(namespace, name == null ? "*" : name);
        for (int index = 0; index < all.getLength(); index++) {
            Node node = all.item(index);
            found.add((Element) Objects.requireNonNull(node));
        }
        return found;
    }

    private static String namespace(String attribute) {
        return attribute.startsWith("camunda:") ? CAMUNDA : null;
    }

    private static String local(String attribute) {
        return attribute.substring(attribute.indexOf(':') + 1);
    }
}
