package gm.sharing.workflow.diagram;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/**
 * What is certain to come from where something is: what lies on every way from there, whatever is decided. What may break off a
 * whole process from outside, as a withdrawal does, is left aside; what may break off a part of it is one way more.
 */
final class CertainWays {

    private final Map<String, FlowNode> nodes;
    private final Map<String, Set<String>> after = new HashMap<>();
    private final Collection<BoundaryEvent> boundaries;

    /** Whether a way to an end may break off others that run beside it. */
    private final boolean endsOthers;

    CertainWays(List<FlowNode> nodes, Collection<BoundaryEvent> boundaries) {
        this.nodes = nodes.stream().collect(Collectors.toMap(FlowNode::getId, Function.identity()));
        this.boundaries = boundaries;
        this.endsOthers = nodes.stream()
                .filter(EndEvent.class::isInstance)
                .flatMap(end -> ((EndEvent) end).getEventDefinitions().stream())
                .anyMatch(kind -> kind instanceof TerminateEventDefinition || isThrown(kind));
        settle();
    }

    /** What is certain to come when all these are reached at once. */
    Set<String> from(Set<String> reached) {
        List<Set<String>> each = reached.stream()
                .map(nodes::get)
                .filter(node -> node != null && !(node instanceof SubProcess))
                .map(this::from)
                .toList();
        return endsOthers ? common(each) : all(each);
    }

    private Set<String> from(FlowNode reached) {
        Set<String> certain = new HashSet<>();
        FlowNode node = reached;
        while (node.getParentElement() instanceof SubProcess around) {
            if (!mayBreakOff(around)) {
                certain.addAll(after(node));
            }
            if (around.triggeredByEvent()) {
                return certain;
            }
            node = around;
        }
        certain.addAll(after(node));
        return certain;
    }

    /** From the most that can be down to what holds for every way, so that circles cost nothing. */
    private void settle() {
        nodes.keySet().forEach(id -> after.put(id, Set.copyOf(nodes.keySet())));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FlowNode node : nodes.values()) {
                Set<String> found = leaving(node);
                changed |= !found.equals(after.put(node.getId(), found));
            }
        }
    }

    private Set<String> leaving(FlowNode node) {
        List<Set<String>> ways = node.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .map(this::entering)
                .toList();
        Set<String> onwards = splits(node) ? all(ways) : common(ways);
        return common(Stream.concat(Stream.of(onwards), interrupting(node).map(this::entering))
                .toList());
    }

    private Set<String> entering(FlowNode node) {
        Set<String> certain = new HashSet<>(after(node));
        certain.add(node.getId());
        if (node instanceof SubProcess inner && !mayBreakOff(inner) && inner.getLoopCharacteristics() == null) {
            List<Set<String>> begins = starts(inner)
                    .filter(start -> start.getEventDefinitions().isEmpty())
                    .map(this::entering)
                    .toList();
            certain.addAll(common(begins));
        }
        return certain;
    }

    private Set<String> after(FlowNode node) {
        return after.getOrDefault(node.getId(), Set.of());
    }

    private boolean splits(FlowNode node) {
        return node instanceof ParallelGateway && !endsOthers;
    }

    /** An error that an end within throws is where a way within leads to, not something that comes in between. */
    private boolean mayBreakOff(SubProcess part) {
        boolean throwsItself = part.getFlowElements().stream()
                .filter(EndEvent.class::isInstance)
                .flatMap(end -> ((EndEvent) end).getEventDefinitions().stream())
                .anyMatch(CertainWays::isThrown);
        return interrupting(part)
                        .anyMatch(boundary -> !throwsItself
                                || !boundary.getEventDefinitions().stream().allMatch(CertainWays::isThrown))
                || part.getFlowElements().stream()
                        .anyMatch(inner -> inner instanceof SubProcess event
                                && event.triggeredByEvent()
                                && starts(event).anyMatch(StartEvent::isInterrupting));
    }

    private static boolean isThrown(EventDefinition kind) {
        return kind instanceof ErrorEventDefinition || kind instanceof EscalationEventDefinition;
    }

    private Stream<BoundaryEvent> interrupting(FlowNode node) {
        return boundaries.stream()
                .filter(boundary -> boundary.cancelActivity() && node.equals(boundary.getAttachedTo()));
    }

    private static Stream<StartEvent> starts(SubProcess part) {
        return part.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast);
    }

    private static Set<String> all(List<Set<String>> ways) {
        return ways.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<String> common(List<Set<String>> ways) {
        Set<String> common = new HashSet<>(ways.isEmpty() ? Set.of() : ways.get(0));
        ways.forEach(common::retainAll);
        return common;
    }
}
