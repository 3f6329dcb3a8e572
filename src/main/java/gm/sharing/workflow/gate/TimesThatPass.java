package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The steps of a process that wait for a time only, which may have passed when the process comes to them, and calls of processes
 * that wait for nothing else. Such a time is over at once.
 */
final class TimesThatPass {

    private final Flow flow;

    /** With the steps that move the time of each. */
    private final Map<FlowNode, Set<FlowNode>> moving = new LinkedHashMap<>();

    TimesThatPass(Flow flow) {
        this(flow, new HashMap<>());
    }

    /** @param known what is called, each looked at once */
    private TimesThatPass(Flow flow, Map<Flow, Boolean> known) {
        this.flow = flow;
        for (TimerEventDefinition timer : InModel.all(flow.model(), TimerEventDefinition.class)) {
            if (timer.getParentElement() instanceof FlowNode event
                    && (Times.isVariable(timer) || !Times.isAhead(timer))) {
                put(event, moving(timer.getTextContent(), event));
            }
        }
        for (CallActivity call : InModel.all(flow.model(), CallActivity.class)) {
            flow.called(call)
                    .filter(called -> flow.isWaiting(call) && canEnd(called, known))
                    .ifPresent(called -> put(call, moving(handedOn(call), call)));
        }
    }

    /** What moves its own time each time waits. */
    private void put(FlowNode event, Set<FlowNode> movers) {
        if (!movers.contains(event)) {
            moving.put(event, movers);
        }
    }

    private static boolean canEnd(Flow called, Map<Flow, Boolean> known) {
        if (!known.containsKey(called)) {
            known.put(called, new TimesThatPass(called, known).canEnd());
        }
        return known.getOrDefault(called, false);
    }

    private Set<FlowNode> moving(String text, FlowNode event) {
        return Stream.concat(
                        flow.set().readBy(text).filter(step -> !isAtItsEdge(event, step)),
                        flow.set().readWithin(text).filter(step -> isAtItsEdge(event, step) || isAround(step, event)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAtItsEdge(FlowNode event, FlowNode step) {
        return event instanceof BoundaryEvent boundary && step.equals(boundary.getAttachedTo());
    }

    private static boolean isAround(FlowNode step, FlowNode event) {
        ModelElementInstance around = event;
        while (around != null && !around.equals(step)) {
            around = around.getParentElement();
        }
        return around != null;
    }

    private static String handedOn(CallActivity call) {
        return Stream.ofNullable(call.getExtensionElements())
                .flatMap(all -> all.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .flatMap(in -> Stream.of(in.getCamundaSource(), in.getCamundaSourceExpression()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Those to which a way leads back on which nobody and nothing else is waited for, and no step moves the time. */
    List<FlowNode> comingBack() {
        Set<FlowNode> all = moving.keySet();
        Set<FlowNode> passing = Set.of();
        List<FlowNode> back = List.copyOf(all);
        // One whose time is moved on its way is waited for on the ways of the others.
        while (back.size() != passing.size()) {
            Set<FlowNode> suspected = Set.copyOf(back);
            back = all.stream()
                    .filter(event -> reached(goingOn(event, suspected), moved(event), suspected)
                            .contains(event))
                    .toList();
            passing = suspected;
        }
        return back;
    }

    /** Whether the process can be over with nothing but such times, of which no step has moved any. */
    private boolean canEnd() {
        Set<FlowNode> passing = moving.keySet().stream()
                .filter(event ->
                        reached(flow.starts(), moved(event), moving.keySet()).contains(event))
                .collect(Collectors.toUnmodifiableSet());
        return reached(flow.starts(), Set.of(), passing).stream().anyMatch(Flow::isEnd);
    }

    private Set<FlowNode> moved(FlowNode event) {
        return moving.getOrDefault(event, Set.of());
    }

    private Set<FlowNode> reached(List<FlowNode> from, Set<FlowNode> without, Set<FlowNode> passing) {
        return Flow.reached(from, node -> without.contains(node) ? List.of() : goingOn(node, passing));
    }

    private List<FlowNode> goingOn(FlowNode node, Set<FlowNode> passing) {
        List<FlowNode> on = new ArrayList<>();
        if (!flow.isWaiting(node) || passing.contains(node)) {
            on.addAll(flow.following(node));
        } else {
            on.addAll(flow.atOnce(node));
            flow.following(node).stream()
                    .filter(event -> event instanceof BoundaryEvent && passing.contains(event))
                    .forEach(on::add);
        }
        if (node instanceof SubProcess) {
            passing.stream()
                    .filter(event -> event instanceof StartEvent
                            && event.getParentElement() instanceof SubProcess handler
                            && node.equals(handler.getParentElement()))
                    .forEach(on::add);
        }
        return on;
    }
}
