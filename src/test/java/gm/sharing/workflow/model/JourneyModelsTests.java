package gm.sharing.workflow.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import gm.sharing.workflow.ModelProperties;
import gm.sharing.workflow.model.Models.Journey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model and table of this application keeps to, beyond what the engine asks, so that people can read and change it. */
class JourneyModelsTests extends ModelsOfTheApplication {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** The first word of an id, by the type of the element. */
    private static final Map<String, String> FIRST_WORDS = Map.ofEntries(
            Map.entry("boundaryEvent", "Timer|Event"),
            Map.entry("businessRuleTask", "Rule"),
            Map.entry("callActivity", "Call"),
            Map.entry("endEvent", "End"),
            Map.entry("eventBasedGateway", "Gateway"),
            Map.entry("exclusiveGateway", "Gateway|Join"),
            Map.entry("inclusiveGateway", "Gateway|Join"),
            Map.entry("intermediateCatchEvent", "Timer|Wait"),
            Map.entry("parallelGateway", "Gateway"),
            Map.entry("sendTask", "Send"),
            Map.entry("serviceTask", "Service"),
            Map.entry("startEvent", "Start"),
            Map.entry("subProcess", "SubProcess"),
            Map.entry("userTask", "Task"));

    static Stream<File> decisions() {
        return Models.decisions();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void bearsTheNameOfItsProcess(Journey journey) {
        assertThat(all(journey, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(journey.name());
            assertThat(process.isExecutable()).isTrue();
        });
        assertThat(all(journey, Participant.class))
                .singleElement()
                .satisfies(pool -> assertThat(pool.getProcess().getId()).isEqualTo(journey.name()));
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void saysItsVersionAndKeepsItsHistoryForTenYears(Journey journey) {
        Process process = all(journey, Process.class).iterator().next();

        assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+");
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void opensInModelerForThisEngine(Journey journey) {
        ModelElementInstance definitions = journey.model().getDefinitions();

        assertThat(definitions.getAttributeValueNs(MODELER, "executionPlatform"))
                .isEqualTo("Camunda Platform");
        assertThat(definitions.getAttributeValueNs(MODELER, "executionPlatformVersion"))
                .isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void namesEveryStep(Journey journey) {
        assertThat(ids(all(journey, FlowNode.class), node -> isBlank(node.getName()) && !joins(node)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void idsSayWhatAnElementIs(Journey journey) {
        assertThat(ids(all(journey, FlowNode.class), node -> !node.getId()
                        .matches("(" + firstWord(node) + ")_[A-Z][A-Za-z]+(_[A-Z][A-Za-z]+)?")))
                .isEmpty();
        assertThat(ids(
                        all(journey, FlowNode.class),
                        node -> joins(node) != node.getId().startsWith("Join_")))
                .isEmpty();
        assertThat(ids(all(journey, SequenceFlow.class), flow -> !flow.getId().startsWith("Flow_")))
                .isEmpty();
        assertThat(ids(all(journey, Lane.class), lane -> !lane.getId().matches("Lane_[A-Z][A-Za-z]+")))
                .isEmpty();
    }

    private static String firstWord(FlowNode node) {
        return Objects.requireNonNull(
                FIRST_WORDS.get(node.getElementType().getTypeName()),
                () -> node.getElementType().getTypeName() + " is not used in models so far");
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void namesEveryWayOutOfADecisionAndLeavesNoneToChance(Journey journey) {
        for (Gateway gateway : all(journey, Gateway.class)) {
            if (!joins(gateway) && decides(gateway)) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                assertThat(ids(gateway.getOutgoing(), flow -> isBlank(flow.getName())))
                        .isEmpty();
                assertThat(ids(
                                gateway.getOutgoing(),
                                flow -> (flow.getConditionExpression() == null) != flow.equals(otherwise(gateway))))
                        .isEmpty();
            }
        }
    }

    private static SequenceFlow otherwise(Gateway gateway) {
        return gateway instanceof InclusiveGateway several
                ? several.getDefault()
                : ((ExclusiveGateway) gateway).getDefault();
    }

    /**
     * Then several flows into one step are always alternatives, and none is taken for something that waits. Where
     * several ways are taken at once, an inclusive gateway splits and another one joins; what a parallel gateway
     * begins is ended by the end of either.
     */
    @ParameterizedTest
    @MethodSource("journeys")
    void splitsOnlyByDecisions(Journey journey) {
        assertThat(ids(
                        all(journey, Gateway.class),
                        gateway -> !(gateway instanceof ExclusiveGateway)
                                && !(gateway instanceof InclusiveGateway)
                                && !(gateway instanceof ParallelGateway)
                                && !(gateway instanceof EventBasedGateway)))
                .isEmpty();
        assertThat(all(journey, ParallelGateway.class)).allSatisfy(gateway -> {
            assertThat(joins(gateway)).isFalse();
            assertThat(all(journey, EndEvent.class).stream()
                            .filter(end -> end.getParentElement().equals(gateway.getParentElement())))
                    .allMatch(JourneyModelsTests::endsTheRest);
        });
        assertThat(all(journey, InclusiveGateway.class))
                .satisfies(gateways -> assertThat(gateways.stream().filter(JourneyModelsTests::joins))
                        .hasSize(gateways.size() / 2));
        assertThat(ids(
                        all(journey, FlowNode.class),
                        node -> !(node instanceof Gateway) && node.getOutgoing().size() > 1))
                .isEmpty();
        assertThat(ids(
                        all(journey, Gateway.class),
                        gateway -> gateway.getIncoming().size() > 1
                                && gateway.getOutgoing().size() > 1))
                .isEmpty();
    }

    /** Whoever is late reads it; the names of what follows say it less well. */
    @ParameterizedTest
    @MethodSource("journeys")
    void saysOfEveryTimerWhatHappensThen(Journey journey) {
        assertThat(ids(
                        all(journey, CatchEvent.class),
                        event -> !event.getChildElementsByType(TimerEventDefinition.class)
                                        .isEmpty()
                                && isBlank(ModelProperties.first(event, "then"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void givesEveryStepOneLaneWhereThereAreLanes(Journey journey) {
        List<FlowNode> inLanes = all(journey, Lane.class).stream()
                .flatMap(lane -> lane.getFlowNodeRefs().stream())
                .toList();

        assertThat(inLanes).doesNotHaveDuplicates();
        if (!inLanes.isEmpty()) {
            assertThat(inLanes).containsExactlyInAnyOrderElementsOf(all(journey, FlowNode.class));
        }
        assertThat(ids(all(journey, Lane.class), lane -> isBlank(lane.getName())))
                .isEmpty();
    }

    @Test
    void hasATaskForEveryForm() {
        Set<String> used =
                journeys().flatMap(journey -> forms(journey).stream()).collect(toSet());
        List<String> there = Shipped.ending(".form").stream()
                .map(form -> form.getFileName().toString())
                .toList();

        assertThat(there).extracting(name -> name.replace(".form", "")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void offersModelerTheTemplateOfEveryNotice() throws IOException {
        var template = new ObjectMapper()
                .readTree(Files.readString(new File(".camunda/element-templates/send-notice.json").toPath()))
                .get(0);

        assertThat(template.path("id").asText()).isEqualTo(SEND_NOTICE);
        assertThat(template.path("properties").findValues("binding"))
                .extracting(binding -> binding.path("name").asText())
                .containsExactly("camunda:delegateExpression", "to", "subject", "text", "goesOut", "until", "onlyIf");
    }

    /** Whoever chose one email a day hears at once of what is overdue. */
    @ParameterizedTest
    @MethodSource("journeys")
    void everyNoticeSaysHowSoonItGoesOut(Journey journey) {
        assertThat(all(journey, SendTask.class))
                .allSatisfy(task -> {
                    var goesOut = task
                            .getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaInputOutput.class)
                            .list()
                            .stream()
                            .flatMap(inputs -> inputs.getCamundaInputParameters().stream())
                            .filter(input -> "goesOut".equals(input.getCamundaName()))
                            .map(input -> input.getTextContent().strip())
                            .toList();
                    assertThat(goesOut).as(task.getId()).hasSize(1).isSubsetOf("at-once", "may-wait");
                    if (task.getId().matches(".*(Escalation|Overdue|Stopped|Chase).*")) {
                        assertThat(goesOut).as(task.getId()).containsExactly("at-once");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyTableHasItsNameAndASourceForEachRow(File file) {
        var model = Dmn.readModelFromFile(file);

        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId()).isEqualTo(file.getName().replace(".dmn", ""));
            assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            assertThat(decision.getDescription()).isNotNull();
        });
        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
            assertThat(rule.getDescription().getTextContent()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyTableIsDrawn(File file) throws IOException {
        assertThat(Files.readString(file.toPath()))
                .contains("dmnElementRef=\"" + file.getName().replace(".dmn", "") + "\"");
    }

    /** Whether a person's answer or a table's result chooses the way, and not time or an event. */
    private static boolean decides(Gateway gateway) {
        return !(gateway instanceof ParallelGateway) && !(gateway instanceof EventBasedGateway);
    }

    private static boolean endsTheRest(EndEvent end) {
        return end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance);
    }

    /** A gateway where ways only meet; nothing is decided there, so it has no name. */
    private static boolean joins(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }
}
