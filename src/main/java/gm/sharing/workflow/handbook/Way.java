package gm.sharing.workflow.handbook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What comes next in one process for the people in it.
 *
 * @param element of the step or of the call; empty at the end of the process
 */
record Way(Kind kind, String element) {

    /** Where it leads. */
    enum Kind {
        STEP,
        CALL,
        END
    }

    /** From an element of the process on, whatever the process does by itself in between; also when the element is broken off. */
    static Set<Way> from(FlowNode node, Collection<BoundaryEvent> boundaries) {
        var walk = new Walk();
        walk.leave(node);
        boundaries.stream()
                .filter(boundary -> boundary.cancelActivity()
                        && boundary.getAttachedTo() != null
                        && boundary.getAttachedTo().equals(node))
                .forEach(walk::leave);
        return walk.done();
    }

    static List<FlowNode> targets(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    }

    private static final class Walk {

        private final Set<FlowNode> seen = new HashSet<>();
        private final Deque<FlowNode> open = new ArrayDeque<>();
        private final Set<Way> found = new LinkedHashSet<>();

        Set<Way> done() {
            while (!open.isEmpty()) {
                enter(open.removeFirst());
            }
            return found;
        }

        private void enter(FlowNode node) {
            if (!seen.add(node)) {
                return;
            }
            if (node instanceof UserTask) {
                found.add(new Way(Kind.STEP, node.getId()));
            } else if (node instanceof CallActivity) {
                found.add(new Way(Kind.CALL, node.getId()));
            } else if (node instanceof SubProcess inner && !starts(inner).isEmpty()) {
                starts(inner).forEach(this::leave);
            } else {
                leave(node);
            }
        }

        /** What has no way on ends what it stands in. */
        private void leave(FlowNode node) {
            if (!node.getOutgoing().isEmpty()) {
                open.addAll(targets(node));
            } else if (!(node.getParentElement() instanceof SubProcess around)) {
                found.add(new Way(Kind.END, ""));
            } else if (!around.triggeredByEvent() || interrupts(around)) {
                leave(around);
            }
        }

        private static List<StartEvent> starts(SubProcess inner) {
            return starts(inner.getFlowElements()).stream()
                    .filter(start -> start.getEventDefinitions().isEmpty())
                    .toList();
        }

        private static boolean interrupts(SubProcess event) {
            return starts(event.getFlowElements()).stream().allMatch(StartEvent::isInterrupting);
        }

        private static List<StartEvent> starts(Collection<FlowElement> elements) {
            return elements.stream()
                    .filter(StartEvent.class::isInstance)
                    .map(StartEvent.class::cast)
                    .toList();
        }
    }
}
