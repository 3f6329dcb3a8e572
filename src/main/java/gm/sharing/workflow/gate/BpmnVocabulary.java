package gm.sharing.workflow.gate;

import java.util.Map;

/** The elements and attributes of a process model. What the engine knows beyond them runs code, or nobody needed it yet. */
final class BpmnVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    private static final Map<String, String> NAMESPACES = Map.of(
            "bpmn", BPMN,
            "camunda", CAMUNDA,
            "modeler", MODELER,
            "bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI",
            "dc", "http://www.omg.org/spec/DD/20100524/DC",
            "di", "http://www.omg.org/spec/DD/20100524/DI",
            "xsi", "http://www.w3.org/2001/XMLSchema-instance",
            "bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "color", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    /**
     * {@code language} and {@code camunda:resource} of an expression would make it a script. A signal or an escalation that no event
     * names any more is what Camunda Modeler leaves behind, where nobody could delete it.
     */
    private static final String LIST =
            """
            @node | bpmn:documentation bpmn:extensionElements bpmn:incoming bpmn:outgoing bpmn:property bpmn:dataInputAssociation bpmn:dataOutputAssociation
            @named | id name
            @template | camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            @async | camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            @service | camunda:delegateExpression camunda:expression camunda:resultVariable
            @events | bpmn:messageEventDefinition bpmn:timerEventDefinition bpmn:conditionalEventDefinition
            @drawn | bpmn:textAnnotation bpmn:association bpmn:group
            @flow | bpmn:startEvent bpmn:endEvent bpmn:intermediateCatchEvent bpmn:intermediateThrowEvent bpmn:boundaryEvent bpmn:userTask bpmn:serviceTask bpmn:sendTask bpmn:businessRuleTask bpmn:callActivity bpmn:subProcess bpmn:exclusiveGateway bpmn:inclusiveGateway bpmn:parallelGateway bpmn:eventBasedGateway bpmn:sequenceFlow bpmn:dataObject bpmn:dataObjectReference bpmn:dataStoreReference @drawn
            @listeners | camunda:executionListener
            @job | camunda:failedJobRetryTimeCycle camunda:properties
            @io | camunda:inputOutput
            bpmn:definitions | id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion | bpmn:collaboration bpmn:process bpmn:message bpmn:error bpmn:signal bpmn:escalation bpmn:category bpmn:dataStore bpmndi:BPMNDiagram
            bpmn:collaboration | @named | bpmn:documentation bpmn:participant @drawn
            bpmn:participant | @named processRef | bpmn:documentation
            bpmn:message | @named | bpmn:documentation
            bpmn:error | @named errorCode camunda:errorMessage | bpmn:documentation
            bpmn:signal | @named |
            bpmn:escalation | @named escalationCode |
            bpmn:category | @named | bpmn:categoryValue
            bpmn:categoryValue | id value |
            bpmn:dataStore | @named |
            bpmn:process | @named @template isExecutable camunda:versionTag camunda:historyTimeToLive camunda:isStartableInTasklist camunda:candidateStarterGroups | bpmn:documentation bpmn:extensionElements bpmn:laneSet @flow
            bpmn:process/bpmn:extensionElements | | camunda:properties
            bpmn:documentation | id textFormat | #text
            bpmn:extensionElements | | @listeners @job @io
            bpmn:laneSet | @named | bpmn:lane
            bpmn:lane | @named | bpmn:documentation bpmn:flowNodeRef bpmn:childLaneSet
            bpmn:childLaneSet | @named | bpmn:lane
            bpmn:flowNodeRef | | #text
            bpmn:incoming | | #text
            bpmn:outgoing | | #text
            bpmn:startEvent | @named @template @async isInterrupting camunda:initiator camunda:formRef camunda:formRefBinding camunda:formRefVersion | @node @events bpmn:errorEventDefinition
            bpmn:endEvent | @named @template @async | @node bpmn:terminateEventDefinition bpmn:errorEventDefinition
            bpmn:intermediateCatchEvent | @named @template @async | @node @events bpmn:linkEventDefinition
            bpmn:intermediateThrowEvent | @named @template @async | @node bpmn:linkEventDefinition
            bpmn:boundaryEvent | @named @template @async attachedToRef cancelActivity | @node @events bpmn:errorEventDefinition
            bpmn:userTask | @named @template @async camunda:formRef camunda:formRefBinding camunda:formRefVersion camunda:assignee camunda:candidateGroups camunda:dueDate camunda:followUpDate camunda:priority | @node
            bpmn:serviceTask | @named @template @async @service | @node
            bpmn:sendTask | @named @template @async @service | @node
            bpmn:businessRuleTask | @named @template @async camunda:decisionRef camunda:decisionRefBinding camunda:decisionRefVersion camunda:decisionRefVersionTag camunda:mapDecisionResult camunda:resultVariable | @node
            bpmn:callActivity | @named @template @async calledElement camunda:calledElementBinding camunda:calledElementVersion camunda:calledElementVersionTag | @node bpmn:multiInstanceLoopCharacteristics
            bpmn:callActivity/bpmn:extensionElements | | @listeners @job @io camunda:in camunda:out
            bpmn:subProcess | @named @template @async triggeredByEvent | @node bpmn:laneSet @flow
            bpmn:exclusiveGateway | @named @template @async default gatewayDirection | @node
            bpmn:inclusiveGateway | @named @template @async default gatewayDirection | @node
            bpmn:parallelGateway | @named @template @async gatewayDirection | @node
            bpmn:eventBasedGateway | @named @template @async gatewayDirection instantiate eventGatewayType | @node
            bpmn:sequenceFlow | @named sourceRef targetRef | bpmn:documentation bpmn:extensionElements bpmn:conditionExpression
            bpmn:sequenceFlow/bpmn:extensionElements | | camunda:properties
            bpmn:conditionExpression | id xsi:type | #text
            bpmn:multiInstanceLoopCharacteristics | id isSequential camunda:collection camunda:elementVariable camunda:asyncBefore camunda:asyncAfter camunda:exclusive | bpmn:extensionElements bpmn:completionCondition
            bpmn:multiInstanceLoopCharacteristics/bpmn:extensionElements | | camunda:failedJobRetryTimeCycle
            bpmn:completionCondition | id xsi:type | #text
            bpmn:messageEventDefinition | id messageRef | bpmn:extensionElements
            bpmn:messageEventDefinition/bpmn:extensionElements | | camunda:properties
            bpmn:timerEventDefinition | id | bpmn:timeDate bpmn:timeDuration bpmn:timeCycle
            bpmn:timeDate | id xsi:type | #text
            bpmn:timeDuration | id xsi:type | #text
            bpmn:timeCycle | id xsi:type | #text
            bpmn:conditionalEventDefinition | id camunda:variableName camunda:variableEvents | bpmn:condition
            bpmn:condition | id xsi:type | #text
            bpmn:terminateEventDefinition | id |
            bpmn:linkEventDefinition | id name |
            bpmn:errorEventDefinition | id errorRef camunda:errorCodeVariable camunda:errorMessageVariable |
            bpmn:textAnnotation | id textFormat | bpmn:text
            bpmn:group | id categoryValueRef | bpmn:documentation
            bpmn:dataObject | @named isCollection | bpmn:documentation
            bpmn:dataObjectReference | @named dataObjectRef | bpmn:documentation
            bpmn:dataStoreReference | @named dataStoreRef | bpmn:documentation
            bpmn:property | id name |
            bpmn:dataInputAssociation | id | bpmn:sourceRef bpmn:targetRef
            bpmn:dataOutputAssociation | id | bpmn:sourceRef bpmn:targetRef
            bpmn:sourceRef | | #text
            bpmn:targetRef | | #text
            bpmn:text | | #text
            bpmn:association | id associationDirection sourceRef targetRef |
            camunda:executionListener | event delegateExpression |
            camunda:failedJobRetryTimeCycle | | #text
            camunda:properties | | camunda:property
            camunda:property | id name value |
            camunda:inputOutput | | camunda:inputParameter camunda:outputParameter
            camunda:inputParameter | name | #text
            camunda:outputParameter | name | #text
            camunda:in | businessKey source sourceExpression target variables local |
            camunda:out | source sourceExpression target variables local |
            bpmndi:BPMNDiagram | id name | bpmndi:BPMNPlane
            bpmndi:BPMNPlane | id bpmnElement | bpmndi:BPMNShape bpmndi:BPMNEdge
            bpmndi:BPMNShape | id bpmnElement isHorizontal isMarkerVisible isExpanded isMessageVisible bioc:stroke bioc:fill color:background-color color:border-color | dc:Bounds bpmndi:BPMNLabel
            bpmndi:BPMNEdge | id bpmnElement sourceElement targetElement bioc:stroke bioc:fill color:background-color color:border-color | di:waypoint bpmndi:BPMNLabel
            bpmndi:BPMNLabel | id color:color | dc:Bounds
            dc:Bounds | x y width height |
            di:waypoint | x y |
            """;

    private static final String NO_SCRIPTS =
            "scripts are not allowed in models; name a service with a delegate expression such as ${sendNotice}";
    private static final String NO_CLASSES =
            "models name services with a delegate expression such as ${sendNotice}, not Java classes";
    private static final String NO_CODE_OF_THEIR_OWN =
            "tasks that run commands, send mail or wait for other programs are not allowed;"
                    + " use ${sendNotice} or another service";
    private static final String ONLY_CAMUNDA_FORMS = "only Camunda Forms are allowed; set the form reference";

    private static final String NO_SIGNALS =
            "a signal would reach all projects at once; wait for a message of the program, a time or a condition";
    private static final String NO_ESCALATIONS =
            "tell people with a send task and ${sendNotice}, or leave a sub-process with an error";
    private static final String NOT_TAKEN_BACK =
            "the record keeps what was done; say with steps of their own how it is put right";

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("script", NO_SCRIPTS),
            Map.entry("scriptTask", NO_SCRIPTS),
            Map.entry("scriptFormat", NO_SCRIPTS),
            Map.entry("language", NO_SCRIPTS),
            Map.entry("resource", NO_SCRIPTS),
            Map.entry("connector", "connectors are not allowed in models; use one of the services"),
            Map.entry("class", NO_CLASSES),
            Map.entry("formHandlerClass", NO_CLASSES),
            Map.entry("variableMappingClass", NO_CLASSES),
            Map.entry("type", NO_CODE_OF_THEIR_OWN),
            Map.entry("topic", NO_CODE_OF_THEIR_OWN),
            Map.entry("formKey", ONLY_CAMUNDA_FORMS),
            Map.entry("task", "a task without a type does nothing; choose what kind of task it is"),
            Map.entry("manualTask", "nobody is told of a manual task; choose a user task"),
            Map.entry("receiveTask", "a message is awaited by an event; use an intermediate event"),
            Map.entry("signal", NO_SIGNALS),
            Map.entry("signalEventDefinition", NO_SIGNALS),
            Map.entry("escalation", NO_ESCALATIONS),
            Map.entry("escalationEventDefinition", NO_ESCALATIONS),
            Map.entry("compensateEventDefinition", NOT_TAKEN_BACK),
            Map.entry("cancelEventDefinition", NOT_TAKEN_BACK),
            Map.entry("transaction", NOT_TAKEN_BACK),
            Map.entry(
                    "multiInstanceLoopCharacteristics",
                    "only a called process may run several times; put the step into a process of its own and call that"),
            Map.entry(
                    "standardLoopCharacteristics",
                    "the engine does not repeat a step by itself; draw a way back to it"),
            Map.entry("complexGateway", "use an exclusive, an inclusive or a parallel gateway"),
            Map.entry("adHocSubProcess", "the engine does not run it; draw in which order its steps come"),
            Map.entry("messageFlow", "messages between pools are not run; take it out"),
            Map.entry("candidateUsers", "people leave; write candidate groups, or an assignee such as ${lead}"),
            Map.entry("taskListener", "the program handles tasks itself; take the listener out, or send a notice"),
            Map.entry("formData", ONLY_CAMUNDA_FORMS),
            Map.entry("formProperty", ONLY_CAMUNDA_FORMS));

    private static final Vocabulary VOCABULARY = new Vocabulary(NAMESPACES, "bpmn:definitions", LIST, HINTS);

    private BpmnVocabulary() {}

    static Vocabulary get() {
        return VOCABULARY;
    }
}
