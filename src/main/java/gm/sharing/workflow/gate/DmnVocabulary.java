package gm.sharing.workflow.gate;

import java.util.Map;

/** The elements and attributes of a decision table. A decision is one table, written in FEEL, and asks no other. */
final class DmnVocabulary {

    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Map<String, String> NAMESPACES = Map.of(
            "dmn", DMN,
            "camunda", CAMUNDA,
            "modeler", BpmnVocabulary.MODELER,
            "dmndi", "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "dc", "http://www.omg.org/spec/DMN/20180521/DC/",
            "di", "http://www.omg.org/spec/DMN/20180521/DI/",
            "biodi", "http://bpmn.io/schema/dmn/biodi/2.0");

    private static final String LIST =
            """
            dmn:definitions | id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion | dmn:description dmn:decision dmndi:DMNDI
            dmn:decision | id name camunda:historyTimeToLive camunda:versionTag | dmn:description dmn:decisionTable
            dmn:description | | #text
            dmn:decisionTable | id hitPolicy aggregation biodi:annotationsWidth | dmn:input dmn:output dmn:rule
            dmn:input | id label biodi:width | dmn:description dmn:inputExpression dmn:inputValues
            dmn:inputExpression | id typeRef | dmn:text
            dmn:inputValues | id | dmn:text
            dmn:output | id label name typeRef biodi:width | dmn:description dmn:outputValues
            dmn:outputValues | id | dmn:text
            dmn:rule | id | dmn:description dmn:inputEntry dmn:outputEntry
            dmn:inputEntry | id | dmn:description dmn:text
            dmn:outputEntry | id | dmn:description dmn:text
            dmn:text | | #text
            dmndi:DMNDI | | dmndi:DMNDiagram
            dmndi:DMNDiagram | id | dmndi:DMNShape
            dmndi:DMNShape | id dmnElementRef | dc:Bounds
            dc:Bounds | x y width height |
            """;

    private static final String ONLY_FEEL = "decisions are written in FEEL; take the expression language out";

    private static final Map<String, String> HINTS = Map.of(
            "expressionLanguage", ONLY_FEEL,
            "literalExpression", "a decision is a table; write it as one, or ask for a service",
            "informationRequirement",
                    "a decision asks no other; ask the other one in the process and pass on its answer");

    private static final Vocabulary VOCABULARY = new Vocabulary(NAMESPACES, "dmn:definitions", LIST, HINTS);

    private DmnVocabulary() {}

    static Vocabulary get() {
        return VOCABULARY;
    }
}
