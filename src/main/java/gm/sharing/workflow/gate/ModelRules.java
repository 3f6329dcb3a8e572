package gm.sharing.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a model may not hold, whoever deploys it: anything that would run code of its own. Models say what happens, in
 * which order and by when; what a step does is written in Java and named by the model.
 *
 * <p>The rules read the file itself and know elements and attributes by their local names, because the engine accepts
 * extensions in more than one namespace.
 */
final class ModelRules {

    private static final String NO_SCRIPTS = "scripts are not allowed in models";
    private static final String NO_CLASSES =
            "models name services with a delegate expression such as ${sendNotice}, not Java" + " classes";
    private static final String NO_CONNECTORS = "connectors are not allowed in models";
    private static final String NO_COMMANDS =
            "tasks that run commands or send mail on their own are not allowed; use" + " ${sendNotice}";
    private static final String ONLY_CAMUNDA_FORMS = "only Camunda Forms are allowed; set the form reference";
    private static final String NO_REACH = "expressions may not reach for Java classes or for the engine";
    private static final String ONLY_FEEL = "decisions are written in FEEL";
    private static final String NO_CASES = "case models (CMMN) are not used here";

    private static final Set<String> FORMS = Set.of("formKey", "formData", "formProperty", "formHandlerClass");
    private static final Set<String> DELEGATES = Set.of("delegateExpression", "variableMappingDelegateExpression");
    private static final Set<String> COMMANDS = Set.of("shell", "mail");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");
    private static final Pattern NAME_OF_BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
    private static final Pattern REACH =
            Pattern.compile("get(Declaring)?Class\\b|\\.\\s*class\\b|\\[\\s*['\"]class['\"]"
                    + "\\s*]|\\bforName\\b|\\bjava\\.|[pP]rocessEngine(Services)?\\b");

    private static final XMLInputFactory XML = xml();

    private final Predicate<String> isModelBean;

    /**
     * Rules where delegate expressions may name certain beans.
     *
     * @param isModelBean whether a model may name the bean of this name
     */
    ModelRules(Predicate<String> isModelBean) {
        this.isModelBean = isModelBean;
    }

    /** What breaks the rules in this file, in the order of the file; nothing for a file that the engine does not run. */
    List<Violation> violations(ModelFile file) {
        return switch (file.kind()) {
            case BPMN, DMN -> new Reading(file).violations();
            case CMMN -> List.of(new Violation("", "", NO_CASES));
            case FORM, OTHER -> List.of();
        };
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** One pass through one file. */
    private final class Reading {

        private final ModelFile file;
        private final List<Violation> violations = new ArrayList<>();
        private final Deque<String> ids = new ArrayDeque<>();

        Reading(ModelFile file) {
            this.file = file;
        }

        List<Violation> violations() {
            try {
                XMLStreamReader reader = XML.createXMLStreamReader(file.content());
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> open(reader);
                        case XMLStreamConstants.END_ELEMENT -> ids.pop();
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
                        case XMLStreamConstants.DTD -> add(reader, "document types are not allowed");
                        default -> {}
                    }
                }
                reader.close();
            } catch (XMLStreamException e) {
                violations.add(new Violation(
                        "",
                        "",
                        e.getLocation().getLineNumber(),
                        e.getLocation().getColumnNumber(),
                        "the file cannot be read: " + e.getMessage()));
            }
            return violations;
        }

        private void open(XMLStreamReader reader) {
            String id = reader.getAttributeValue(null, "id");
            ids.push(id != null ? id : ids.isEmpty() ? "" : ids.peek());
            String name = reader.getLocalName();
            if (name.equals("script") || name.equals("scriptTask")) {
                add(reader, NO_SCRIPTS);
            } else if (name.equals("connector")) {
                add(reader, NO_CONNECTORS);
            } else if (FORMS.contains(name)) {
                add(reader, ONLY_CAMUNDA_FORMS);
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attribute(reader, name, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }

        private void attribute(XMLStreamReader reader, String element, String name, String value) {
            if (FORMS.contains(name)) {
                add(reader, ONLY_CAMUNDA_FORMS);
            } else if (name.equals("class") || name.endsWith("Class")) {
                add(reader, NO_CLASSES);
            } else if (name.equals("type") && COMMANDS.contains(value.toLowerCase(Locale.ROOT))) {
                add(reader, NO_COMMANDS);
            } else if (CONDITIONS.contains(element) && name.equals("language")) {
                add(reader, NO_SCRIPTS);
            } else if (file.kind() == ModelFile.Kind.DMN && isForeignLanguage(name, value)) {
                add(reader, ONLY_FEEL);
            } else if (DELEGATES.contains(name)) {
                delegate(reader, value);
            } else {
                expression(reader, value);
            }
        }

        private static boolean isForeignLanguage(String attribute, String value) {
            return attribute.equals("expressionLanguage")
                    && !value.isBlank()
                    && !value.toLowerCase(Locale.ROOT).contains("feel");
        }

        private void delegate(XMLStreamReader reader, String value) {
            Matcher bean = NAME_OF_BEAN.matcher(value);
            if (!bean.matches() || !isModelBean.test(bean.group(1))) {
                add(reader, value + " is not one of the services that models may use");
            }
        }

        private void text(XMLStreamReader reader) {
            expression(reader, reader.getText());
        }

        private void expression(XMLStreamReader reader, String value) {
            if (EXPRESSION.matcher(value).find() && REACH.matcher(value).find()) {
                add(reader, NO_REACH);
            }
        }

        private void add(XMLStreamReader reader, String rule) {
            String element = ids.isEmpty() ? "" : ids.peek();
            if (violations.stream()
                    .noneMatch(known ->
                            known.element().equals(element) && known.rule().equals(rule))) {
                violations.add(new Violation(
                        element,
                        "",
                        reader.getLocation().getLineNumber(),
                        reader.getLocation().getColumnNumber(),
                        rule));
            }
        }
    }
}
