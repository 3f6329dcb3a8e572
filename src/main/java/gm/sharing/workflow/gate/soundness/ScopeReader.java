package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.soundness.Step.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads a process or sub-process as steps and flows. */
final class ScopeReader {

    private final ModelElementInstance container;
    private final List<FlowNode> nodes = new ArrayList<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final List<Step> inOrder = new ArrayList<>();

    private ScopeReader(ModelElementInstance container) {
        this.container = container;
    }

    /**
     * Reads a process or sub-process and all sub-processes inside.
     *
     * @throws NotCheckedException when it holds something whose tokens the search does not know
     */
    static Scope read(ModelElementInstance container) {
        return new ScopeReader(container).read();
    }

    private Scope read() {
        List<Scope> inner = new ArrayList<>();
        boolean interruptible = false;
        for (FlowNode node : container.getChildElementsByType(FlowNode.class)) {
            if (node instanceof SubProcess sub && sub.triggeredByEvent()) {
                interruptible |= starts(sub).anyMatch(start -> start.isInterrupting() && Thrown.canHappen(start));
            } else {
                Step step = new Step(
                        nodes.size(),
                        node.getId(),
                        Words.name(node),
                        Steps.prefix(node),
                        Steps.kind(node),
                        Steps.isSignalled(node));
                nodes.add(node);
                inOrder.add(step);
                steps.put(step.id(), step);
            }
            if (node instanceof SubProcess sub) {
                inner.add(read(sub));
            }
        }
        List<Flow> flows = flows();
        List<Boundary> boundaries = boundaries();
        return Scope.of(
                container instanceof SubProcess sub ? Words.name(sub) : "",
                inOrder,
                flows,
                boundaries,
                starts(container).map(start -> step(start.getId(), start)).toList(),
                isEventSubProcess() && starts(container).noneMatch(Thrown::canHappen),
                interruptible || isInterruptedFromOutside(),
                inner);
    }

    private static Stream<StartEvent> starts(ModelElementInstance scope) {
        return scope.getChildElementsByType(StartEvent.class).stream();
    }

    private boolean isEventSubProcess() {
        return container instanceof SubProcess sub && sub.triggeredByEvent();
    }

    private boolean isInterruptedFromOutside() {
        return container instanceof SubProcess
                && container.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(event -> event.cancelActivity() && container.equals(event.getAttachedTo()));
    }

    private List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (SequenceFlow flow : container.getChildElementsByType(SequenceFlow.class)) {
            Step from = step(flow.getAttributeValue("sourceRef"), flow);
            Step to = step(flow.getAttributeValue("targetRef"), flow);
            FlowNode source = nodes.get(from.index());
            if (!(source instanceof EndEvent)) {
                flows.add(new Flow(
                        flow.getId(),
                        Words.name(flow),
                        from.index(),
                        to.index(),
                        flow.getConditionExpression() != null,
                        flow.getId().equals(source.getAttributeValue("default"))));
            }
        }
        nodes.stream()
                .filter(IntermediateThrowEvent.class::isInstance)
                .forEach(node -> links((IntermediateThrowEvent) node, flows));
        refuseTooManyConditions(flows);
        return flows;
    }

    private void links(IntermediateThrowEvent thrower, List<Flow> flows) {
        String link = link(thrower.getEventDefinitions());
        if (link != null) {
            Step from = step(thrower.getId(), thrower);
            Step to = nodes.stream()
                    .filter(IntermediateCatchEvent.class::isInstance)
                    .filter(node -> link.equals(link(((CatchEvent) node).getEventDefinitions())))
                    .map(node -> step(node.getId(), thrower))
                    .findFirst()
                    .orElseThrow(() -> new NotCheckedException(
                            from, "links to “" + link + "”, which is not here. Add a link event of this name"));
            flows.add(new Flow("", "", from.index(), to.index(), false, false));
        }
    }

    private static @Nullable String link(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .filter(LinkEventDefinition.class::isInstance)
                .map(definition -> ((LinkEventDefinition) definition).getName())
                .findFirst()
                .orElse(null);
    }

    private void refuseTooManyConditions(List<Flow> flows) {
        for (Step step : inOrder) {
            long open = flows.stream()
                    .filter(flow -> flow.from() == step.index() && Choices.isOpen(flow))
                    .count();
            if (step.kind() != Kind.EXCLUSIVE && step.kind() != Kind.PARALLEL && open > Choices.MOST_CONDITIONS) {
                throw new NotCheckedException(
                        step,
                        "cannot be checked: " + open + " of its paths depend on conditions. Let no more than "
                                + Choices.MOST_CONDITIONS + " do so; put some of them into a sub-process");
            }
        }
    }

    private List<Boundary> boundaries() {
        List<Boundary> boundaries = new ArrayList<>();
        for (BoundaryEvent event : container.getChildElementsByType(BoundaryEvent.class)) {
            boundaries.add(new Boundary(
                    boundaries.size(),
                    step(event.getId(), event).index(),
                    step(event.getAttributeValue("attachedToRef"), event).index(),
                    event.cancelActivity(),
                    repeats(event),
                    Thrown.canHappen(event)));
        }
        return boundaries;
    }

    private static boolean repeats(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .noneMatch(
                        definition -> definition instanceof TimerEventDefinition timer && timer.getTimeCycle() == null);
    }

    /** The step with an id; only steps of the same scope can be joined by flows. */
    private Step step(@Nullable String id, FlowElement of) {
        Step step = id == null ? null : steps.get(id);
        if (step == null) {
            throw new NotCheckedException(
                    of.getId(),
                    Words.name(of),
                    "cannot be checked: it names " + (id == null ? "nothing" : id)
                            + ", which is not a step of the same process or sub-process. Draw it again");
        }
        return step;
    }
}
