package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.soundness.Step.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What each element does with a token; elements that are not here cannot be checked. */
final class Steps {

    private static final Map<String, String> PREFIXES = Map.of(
            "timerEventDefinition", "Timer: ",
            "messageEventDefinition", "Message: ",
            "signalEventDefinition", "Signal: ",
            "conditionalEventDefinition", "Condition: ",
            "errorEventDefinition", "Error: ",
            "escalationEventDefinition", "Escalation: ");
    private static final Set<String> STARTS = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "conditionalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition");
    private static final Set<String> CATCHES = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "conditionalEventDefinition",
            "linkEventDefinition");
    private static final Set<String> THROWS = Set.of(
            "messageEventDefinition", "signalEventDefinition", "linkEventDefinition", "escalationEventDefinition");
    private static final Set<String> ENDS = Set.of(
            "messageEventDefinition",
            "signalEventDefinition",
            "escalationEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition");

    private Steps() {}

    /** Which kind of event people see at the edge of a step or between steps; empty for anything else. */
    static String prefix(FlowNode node) {
        if (node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent) {
            return definitions(node).stream()
                    .map(definition -> PREFIXES.getOrDefault(type(definition), ""))
                    .findFirst()
                    .orElse("");
        }
        return "";
    }

    /**
     * What a node does with a token.
     *
     * @throws NotCheckedException for anything that is not known
     */
    static Kind kind(FlowNode node) {
        if (node instanceof Activity activity) {
            return activity(activity);
        } else if (node instanceof StartEvent || node instanceof BoundaryEvent) {
            allow(node, STARTS, node instanceof StartEvent);
            return Kind.PASSES;
        } else if (node instanceof IntermediateCatchEvent) {
            allow(node, CATCHES, false);
            return isLink(node) ? Kind.PASSES : Kind.WAITS;
        } else if (node instanceof ThrowEvent event) {
            allow(node, event instanceof EndEvent ? ENDS : THROWS, true);
            return event.getEventDefinitions().stream().anyMatch(definition -> endsAll(event, definition))
                    ? Kind.ENDS_ALL
                    : Kind.PASSES;
        }
        return gateway(node);
    }

    /** Tasks of people and of other programs, and events: whatever tells the engine that they are over. */
    static boolean isSignalled(FlowNode node) {
        boolean external = node instanceof ServiceTask service && service.getCamundaTopic() != null;
        boolean byOthers = node instanceof UserTask || node instanceof ReceiveTask || external;
        return node instanceof IntermediateCatchEvent
                || (byOthers && ((Activity) node).getLoopCharacteristics() == null);
    }

    private static Kind gateway(FlowNode node) {
        if (node instanceof ExclusiveGateway) {
            return Kind.EXCLUSIVE;
        } else if (node instanceof ParallelGateway) {
            return Kind.PARALLEL;
        } else if (node instanceof InclusiveGateway) {
            return Kind.INCLUSIVE;
        } else if (node instanceof EventBasedGateway) {
            return Kind.WAITS_FOR_EVENTS;
        }
        throw notKnown(node, type(node));
    }

    private static Kind activity(Activity activity) {
        boolean known = activity instanceof Task
                || activity instanceof CallActivity
                || (activity instanceof SubProcess && !(activity instanceof Transaction));
        if (!known) {
            throw notKnown(activity, type(activity));
        } else if (activity.isForCompensation()) {
            throw notKnown(activity, "a step that undoes another (compensation)");
        }
        LoopCharacteristics loop = activity.getLoopCharacteristics();
        if (loop != null && !(loop instanceof MultiInstanceLoopCharacteristics)) {
            throw notKnown(activity, "a loop marker, which the engine does not follow");
        }
        return Kind.WAITS;
    }

    private static void allow(FlowNode node, Set<String> types, boolean none) {
        List<String> used = definitions(node).stream().map(Steps::type).toList();
        if (used.isEmpty() ? !none : used.size() > 1 || !types.containsAll(used)) {
            throw notKnown(
                    node,
                    switch (used.size()) {
                        case 0 -> "an event of no kind";
                        case 1 -> used.get(0) + " at such an event";
                        default -> "an event of several kinds";
                    });
        }
    }

    private static NotCheckedException notKnown(FlowNode node, String what) {
        return new NotCheckedException(
                node.getId(),
                Words.name(node),
                "cannot be checked: " + what
                        + " is not known here. Use tasks, call activities, sub-processes, common events and gateways");
    }

    /** An error always ends the scope that it leaves; an escalation when what catches it interrupts. */
    private static boolean endsAll(ThrowEvent event, EventDefinition definition) {
        return switch (type(definition)) {
            case "terminateEventDefinition" -> true;
            case "errorEventDefinition" -> Thrown.catcher(event, definition).isPresent();
            case "escalationEventDefinition" ->
                Thrown.catcher(event, definition).filter(Thrown::interrupts).isPresent();
            default -> false;
        };
    }

    private static boolean isLink(FlowNode node) {
        return definitions(node).stream()
                .anyMatch(definition -> type(definition).equals("linkEventDefinition"));
    }

    private static Collection<EventDefinition> definitions(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions();
        }
        return node instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
    }

    private static String type(ModelElementInstance element) {
        return element.getElementType().getTypeName();
    }
}
