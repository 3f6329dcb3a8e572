package gm.sharing.workflow.gate.expression;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place of a model where something is written that the engine works out, or that only looks so.
 *
 * @param what the attribute or element, in the words of the file
 * @param expected null where the engine takes everything as it is written
 */
record Site(ModelElement element, String what, String text, @Nullable Expected expected) {

    private static final Set<String> TASKS =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition");

    private static final Map<String, Expected> OF_USER_TASK = Map.of(
            "assignee", Expected.PERSON,
            "candidateUsers", Expected.GROUPS,
            "candidateGroups", Expected.GROUPS,
            "dueDate", Expected.MOMENT,
            "followUpDate", Expected.MOMENT,
            "priority", Expected.NUMBER,
            "formRef", Expected.PLAIN,
            "formRefVersion", Expected.PLAIN);

    private static final Map<String, Expected> OF_TASK = Map.of(
            "expression", Expected.ACTION,
            "delegateExpression", Expected.STEP,
            "decisionRef", Expected.PLAIN,
            "decisionRefVersion", Expected.PLAIN,
            "decisionRefVersionTag", Expected.PLAIN,
            "resultVariable", Expected.PLAIN,
            "topic", Expected.PLAIN,
            "taskPriority", Expected.NUMBER);

    private static final Map<String, Expected> OF_CALL = Map.of(
            "calledElement", Expected.PLAIN,
            "calledElementVersion", Expected.PLAIN,
            "calledElementVersionTag", Expected.PLAIN,
            "variableMappingDelegateExpression", Expected.MAPPING);

    private static final Map<String, Map<String, Expected>> OF_OTHERS = Map.ofEntries(
            Map.entry("callActivity", OF_CALL),
            Map.entry("userTask", OF_USER_TASK),
            Map.entry("multiInstanceLoopCharacteristics", Map.of("collection", Expected.LIST)),
            Map.entry("conditionalEventDefinition", Map.of("variableName", Expected.VARIABLE)),
            Map.entry(
                    "executionListener",
                    Map.of("expression", Expected.ACTION, "delegateExpression", Expected.EXECUTION_LISTENER)),
            Map.entry(
                    "taskListener",
                    Map.of("expression", Expected.ACTION, "delegateExpression", Expected.TASK_LISTENER)),
            Map.entry(
                    "in",
                    Map.of(
                            "source", Expected.VARIABLE,
                            "sourceExpression", Expected.VALUE,
                            "businessKey", Expected.TEXT)),
            Map.entry("out", Map.of("source", Expected.VARIABLE, "sourceExpression", Expected.VALUE)),
            Map.entry("field", Map.of("expression", Expected.VALUE, "stringValue", Expected.PLAIN)));

    private static final Map<String, Expected> TEXTS = Map.ofEntries(
            Map.entry("conditionExpression", Expected.CONDITION),
            Map.entry("condition", Expected.CONDITION),
            Map.entry("completionCondition", Expected.CONDITION),
            Map.entry("loopCardinality", Expected.NUMBER),
            Map.entry("timeDate", Expected.MOMENT),
            Map.entry("timeDuration", Expected.PLAIN),
            Map.entry("timeCycle", Expected.PLAIN),
            Map.entry("inputParameter", Expected.VALUE),
            Map.entry("outputParameter", Expected.VALUE),
            Map.entry("value", Expected.VALUE),
            Map.entry("entry", Expected.VALUE),
            Map.entry("expression", Expected.VALUE),
            Map.entry("string", Expected.PLAIN),
            Map.entry("failedJobRetryTimeCycle", Expected.PLAIN));

    /** Settings as Camunda Modeler's panel calls them, where that differs from the file. */
    private static final Map<String, String> IN_MODELER = Map.ofEntries(
            Map.entry("assignee", "Assignee"),
            Map.entry("businessKey", "Business key expression"),
            Map.entry("calledElement", "Called element"),
            Map.entry("candidateGroups", "Candidate groups"),
            Map.entry("collection", "Collection"),
            Map.entry("completionCondition", "Completion condition"),
            Map.entry("condition", "Condition expression"),
            Map.entry("conditionExpression", "Condition expression"),
            Map.entry("decisionRef", "Decision reference"),
            Map.entry("delegateExpression", "Delegate expression"),
            Map.entry("documentation", "Element documentation"),
            Map.entry("dueDate", "Due date"),
            Map.entry("expression", "Expression"),
            Map.entry("followUpDate", "Follow up date"),
            Map.entry("formRef", "Form reference"),
            Map.entry("priority", "Priority"),
            Map.entry("resultVariable", "Result variable"),
            Map.entry("source", "Source"),
            Map.entry("sourceExpression", "Source expression"),
            Map.entry("timeCycle", "Timer"),
            Map.entry("timeDate", "Timer"),
            Map.entry("timeDuration", "Timer"),
            Map.entry("variableName", "Variable name"));

    /** What people read; the engine works it out at a user task only. */
    private static final Set<String> PROSE = Set.of("documentation", "text");

    /** All places in an element, in the order of the file; without the drawing. */
    static Stream<Site> in(ModelElement root) {
        return root.is("BPMNDiagram")
                ? Stream.empty()
                : Stream.concat(of(root), root.children().flatMap(Site::in));
    }

    private static Stream<Site> of(ModelElement element) {
        Map<String, Expected> known =
                OF_OTHERS.getOrDefault(element.name(), TASKS.contains(element.name()) ? OF_TASK : Map.of());
        Stream<Site> attributes = element.attributes().entrySet().stream()
                .map(attribute ->
                        new Site(element, attribute.getKey(), attribute.getValue(), known.get(attribute.getKey())));
        Stream<Site> text = PROSE.contains(element.name()) || element.text().isBlank()
                ? Stream.empty()
                : Stream.of(new Site(element, element.name(), element.text().strip(), TEXTS.get(element.name())));
        return Stream.of(attributes, text, told(element))
                .flatMap(sites -> sites)
                .filter(site -> site.expected != null || ExpressionSyntax.isIn(site.text));
    }

    /** What the engine makes the description of a task of: all that documents it, as one text. */
    private static Stream<Site> told(ModelElement element) {
        String text = element.children()
                .filter(child -> child.is("documentation"))
                .map(child -> child.text().strip())
                .collect(Collectors.joining("\n\n"));
        return element.is("userTask") && ExpressionSyntax.isIn(text)
                ? Stream.of(new Site(element, "documentation", text, Expected.WORDS))
                : Stream.empty();
    }

    /** Where it stands and what it says, as the end of a message. */
    String shown() {
        String name = element.attribute("name");
        String place =
                switch (what) {
                    case "inputParameter" -> "Input " + Wording.quoted(String.valueOf(name));
                    case "outputParameter" -> "Output " + Wording.quoted(String.valueOf(name));
                    default -> IN_MODELER.getOrDefault(what, what);
                };
        return "(" + place + ": " + Wording.quoted(text) + ")";
    }

    /** Whether there is a task: while it is made and in its listeners. */
    boolean hasTask() {
        return element.is("userTask") || element.is("taskListener");
    }

    /** Whether nothing runs yet: at the start event of a process. */
    boolean beforeTheStart() {
        return element.is("process")
                || element.is("message")
                || element.is("signal")
                || element.around()
                        .filter(outer -> outer.name().endsWith("EventDefinition"))
                        .flatMap(definition -> definition.parent().stream())
                        .anyMatch(event -> event.is("startEvent")
                                && event.parent()
                                        .filter(parent -> parent.is("process"))
                                        .isPresent());
    }
}
