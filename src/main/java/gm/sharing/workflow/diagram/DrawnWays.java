package gm.sharing.workflow.diagram;

import gm.sharing.workflow.ModelProperties;
import gm.sharing.workflow.diagram.WayMap.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a process as it is drawn, those within its sub-processes among them. What may break off the whole process, as a
 * withdrawal does, is left aside.
 */
final class DrawnWays {

    /** Where every way ends. */
    static final String END = "#end";

    /** Where a sub-process is left behind. */
    private static final String LEFT = "#left";

    private final List<FlowNode> nodes;
    private final Map<FlowNode, List<BoundaryEvent>> boundaries;
    private final Map<String, List<Way>> next = new HashMap<>();

    private DrawnWays(List<FlowNode> nodes) {
        this.nodes = nodes;
        this.boundaries = nodes.stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .collect(Collectors.groupingBy(BoundaryEvent::getAttachedTo));
    }

    static WayMap of(List<FlowNode> nodes) {
        DrawnWays ways = new DrawnWays(nodes);
        nodes.forEach(ways::leave);
        return new WayMap(
                ways.next,
                nodes.stream()
                        .filter(ParallelGateway.class::isInstance)
                        .map(FlowNode::getId)
                        .collect(Collectors.toSet()),
                nodes.stream()
                        .filter(EndEvent.class::isInstance)
                        .flatMap(end -> definitions((EndEvent) end))
                        .anyMatch(kind -> kind instanceof TerminateEventDefinition));
    }

    private void leave(FlowNode node) {
        List<Way> flows = node.getOutgoing().stream().map(DrawnWays::way).toList();
        if (node instanceof SubProcess part) {
            put(part.getId() + LEFT, flows.isEmpty() ? List.of(Way.to(endOf(part))) : flows);
            List<Way> begins = nodes.stream()
                    .filter(inner -> inner instanceof StartEvent && part.equals(inner.getParentElement()))
                    .map(inner -> Way.to(inner.getId()))
                    .toList();
            put(part.getId(), with(begins.isEmpty() ? List.of(Way.to(part.getId() + LEFT)) : begins, between(part)));
        } else if (node instanceof EndEvent end) {
            put(end.getId(), List.of(Way.to(thrownTo(end))));
        } else if (node instanceof ThrowEvent thrower && link(thrower) != null) {
            put(node.getId(), linked(thrower));
        } else {
            put(node.getId(), with(flows.isEmpty() ? List.of(Way.to(endOf(node))) : flows, between(node)));
        }
    }

    private void put(String place, List<Way> ways) {
        next.put(place, ways);
    }

    private static Way way(SequenceFlow flow) {
        return new Way(
                flow.getTarget().getId(),
                flow.getName() == null || flow.getName().isBlank()
                        ? null
                        : flow.getName().strip(),
                ModelProperties.first(flow, "when"),
                false);
    }

    /** What may come in between, apart from what an end within throws: that is where a way within leads to. */
    private List<Way> between(FlowNode node) {
        Set<String> thrown = new HashSet<>();
        nodes.stream()
                .filter(inner -> inner instanceof EndEvent && around(inner).anyMatch(node::equals))
                .map(inner -> thrownTo((EndEvent) inner))
                .forEach(thrown::add);
        return boundaries.getOrDefault(node, List.of()).stream()
                .filter(BoundaryEvent::cancelActivity)
                .filter(event -> !thrown.contains(event.getId()))
                .map(event -> new Way(event.getId(), event.getName(), ModelProperties.first(event, "when"), true))
                .toList();
    }

    private static String endOf(FlowNode node) {
        return node.getParentElement() instanceof SubProcess part ? part.getId() + LEFT : END;
    }

    private String thrownTo(EndEvent end) {
        return definitions(end)
                .filter(ErrorEventDefinition.class::isInstance)
                .map(kind -> ((ErrorEventDefinition) kind).getError())
                .flatMap(error -> around(end)
                        .flatMap(part -> boundaries.getOrDefault(part, List.of()).stream())
                        .filter(event -> catches(event, error)))
                .map(FlowNode::getId)
                .findFirst()
                .orElse(endOf(end));
    }

    private static boolean catches(BoundaryEvent event, @Nullable Error error) {
        return definitions(event)
                .filter(ErrorEventDefinition.class::isInstance)
                .map(kind -> ((ErrorEventDefinition) kind).getError())
                .anyMatch(caught -> caught == null || caught.equals(error));
    }

    /** The sub-processes that hold it, the nearest first. */
    private static Stream<SubProcess> around(FlowNode node) {
        return Stream.iterate(node.getParentElement(), Objects::nonNull, outer -> outer.getParentElement())
                .filter(SubProcess.class::isInstance)
                .map(SubProcess.class::cast);
    }

    private List<Way> linked(ThrowEvent thrower) {
        return nodes.stream()
                .filter(node -> node instanceof CatchEvent
                        && !node.equals(thrower)
                        && Objects.equals(link((Event) node), link(thrower)))
                .map(node -> Way.to(node.getId()))
                .toList();
    }

    private static @Nullable String link(Event event) {
        return definitions(event)
                .filter(LinkEventDefinition.class::isInstance)
                .map(kind -> ((LinkEventDefinition) kind).getName())
                .findFirst()
                .orElse(null);
    }

    private static Stream<EventDefinition> definitions(Event event) {
        Collection<EventDefinition> kinds = event.getChildElementsByType(EventDefinition.class);
        return kinds.stream();
    }

    private static List<Way> with(List<Way> ways, List<Way> more) {
        List<Way> all = new ArrayList<>(ways);
        all.addAll(more);
        return all;
    }
}
