package gm.sharing.workflow.diagram;

import gm.sharing.journey.RunningPart.Kind;
import gm.sharing.workflow.ModelProperties;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A process as it is drawn.
 *
 * @param elements from left to right as people read the drawing, what stands within a sub-process right after it
 * @param onward what comes from where it is
 */
record DrawnModel(String name, List<Drawn> elements, OnwardWays onward) {

    /**
     * @param name null when the model gives it none
     * @param brief what the model calls what is answered there, or else its name
     * @param partOf what it is one step of, as the model calls it; null when it stands for itself
     * @param holds whether it holds others
     */
    record Drawn(
            String id,
            @Nullable String name,
            @Nullable String brief,
            @Nullable String partOf,
            Kind kind,
            boolean holds) {

        private static Drawn of(FlowNode node) {
            String name = DrawnModel.name(node);
            String answers = ModelProperties.first(node, "answers");
            return new Drawn(
                    node.getId(),
                    name,
                    answers == null ? name : answers,
                    ModelProperties.first(node, "partOf"),
                    DrawnModel.kind(node),
                    node instanceof SubProcess);
        }
    }

    static DrawnModel of(BpmnModelInstance file, String key) {
        Process process = file.getModelElementById(key);
        List<FlowNode> nodes = inOrder(process.getFlowElements(), corners(file)).toList();
        return new DrawnModel(
                Objects.requireNonNullElse(process.getName(), key).strip(),
                nodes.stream().map(Drawn::of).toList(),
                onward(process, nodes));
    }

    private static OnwardWays onward(Process process, List<FlowNode> nodes) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> milestones = new LinkedHashMap<>();
        for (FlowNode node : nodes) {
            String name = name(node);
            if (name != null) {
                names.put(node.getId(), name);
            }
            String milestone = ModelProperties.first(node, "milestone");
            if (milestone != null) {
                milestones.put(node.getId(), milestone);
            }
        }
        return new OnwardWays(
                DrawnWays.of(nodes),
                ids(nodes.stream()
                        .filter(node -> node instanceof StartEvent
                                && process.getFlowElements().contains(node))),
                names,
                ids(nodes.stream().filter(Activity.class::isInstance)),
                milestones);
    }

    private static Set<String> ids(Stream<FlowNode> nodes) {
        return nodes.map(FlowNode::getId).collect(Collectors.toSet());
    }

    /** What is there of these, apart from what only holds others. */
    Set<String> at(Collection<String> here) {
        return elements.stream()
                .filter(drawn -> !drawn.holds() && here.contains(drawn.id()))
                .map(Drawn::id)
                .collect(Collectors.toSet());
    }

    private static @Nullable String name(FlowNode node) {
        return node.getName() == null || node.getName().isBlank()
                ? null
                : node.getName().strip();
    }

    private static Kind kind(FlowNode node) {
        if (node instanceof UserTask || node instanceof ManualTask) {
            return Kind.PERSON;
        }
        if (node instanceof CallActivity) {
            return Kind.PART;
        }
        if (node instanceof IntermediateCatchEvent || node instanceof BoundaryEvent || node instanceof ReceiveTask) {
            return Kind.EVENT;
        }
        return node instanceof Activity && !(node instanceof SubProcess) ? Kind.SERVICE : Kind.OTHER;
    }

    private static Stream<FlowNode> inOrder(Collection<FlowElement> elements, Map<BaseElement, Bounds> corners) {
        Comparator<FlowNode> fromTheLeft = Comparator.comparing(node -> at(corners.get(node), Bounds::getX));
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .sorted(fromTheLeft.thenComparing(node -> at(corners.get(node), Bounds::getY)))
                .flatMap(node -> node instanceof SubProcess inner
                        ? Stream.concat(Stream.of(node), inOrder(inner.getFlowElements(), corners))
                        : Stream.of(node));
    }

    private static Map<BaseElement, Bounds> corners(BpmnModelInstance file) {
        Map<BaseElement, Bounds> corners = new HashMap<>();
        file.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> corners.put(shape.getBpmnElement(), shape.getBounds()));
        return corners;
    }

    /** What is not drawn comes last. */
    private static double at(@Nullable Bounds corner, Function<Bounds, Double> where) {
        return corner == null ? Double.MAX_VALUE : where.apply(corner);
    }
}
