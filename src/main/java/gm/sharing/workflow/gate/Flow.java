package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which step comes directly after which in a process, with its sub-processes, and where the process waits. It waits for a
 * person, a message or a time that lies ahead each time, and for a condition where it waits for the opposite, too, and does not
 * bring that about itself. A job only comes later, and does not count. What is called for each of several may be called for none.
 */
final class Flow {

    /** The lists that the program gives, of at least one, by process. */
    private static final Map<String, String> SURELY_SOME = Map.of("sharing-project", "partners", "dpia", "advisers");

    private final BpmnModelInstance model;
    private final Surroundings surroundings;
    private final KnownValues values;
    private final Set<String> calling;

    /** Each process that is called, looked at once: it may be called in many places. */
    private final Map<String, Optional<Flow>> known;

    private final Set<String> conditions;
    private final Map<FlowNode, List<FlowNode>> next = new LinkedHashMap<>();
    private final Set<FlowNode> waiting = new HashSet<>();
    private final SetByItself set;

    Flow(BpmnModelInstance model, Surroundings surroundings, KnownValues values) {
        this(model, surroundings, values, new HashSet<>(InModel.processes(model)), new HashMap<>());
    }

    /** @param calling the processes on the way to this one */
    private Flow(
            BpmnModelInstance model,
            Surroundings surroundings,
            KnownValues values,
            Set<String> calling,
            Map<String, Optional<Flow>> known) {
        this.model = model;
        this.surroundings = surroundings;
        this.values = values;
        this.calling = calling;
        this.known = known;
        this.conditions = InModel.all(model, ConditionalEventDefinition.class).stream()
                .map(SetByItself::text)
                .collect(Collectors.toUnmodifiableSet());
        this.set = new SetByItself(model, values);
        for (FlowNode node : InModel.all(model, FlowNode.class)) {
            next.put(node, new ArrayList<>(after(node)));
            if (waits(node)) {
                waiting.add(node);
            }
        }
        InModel.all(model, BoundaryEvent.class).forEach(event -> {
            FlowNode host = event.getAttachedTo();
            if (host != null) {
                before(event, host).forEach(node -> next.computeIfAbsent(node, unused -> new ArrayList<>())
                        .add(event));
            }
        });
        InModel.all(model, ConditionalEventDefinition.class).forEach(this::asked);
    }

    /** A condition is asked when what it stands at begins, and when a step sets what it reads. */
    private void asked(ConditionalEventDefinition condition) {
        FlowNode event = (FlowNode) condition.getParentElement();
        boolean goesOn = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        if (event instanceof StartEvent start && start.getParentElement() instanceof SubProcess handler) {
            goesOn = !start.isInterrupting();
            if (handler.getParentElement() instanceof SubProcess around) {
                next.computeIfAbsent(around, unused -> new ArrayList<>()).add(event);
            }
        }
        if (goesOn) {
            set.readBy(SetByItself.text(condition))
                    .forEach(step -> next.computeIfAbsent(step, unused -> new ArrayList<>())
                            .add(event));
        }
    }

    /** An error comes from an end within, and otherwise an event at the edge from the step itself. */
    private static Stream<FlowNode> before(BoundaryEvent event, FlowNode host) {
        return host instanceof SubProcess && isError(event)
                ? within(host).filter(node -> node instanceof EndEvent && isError(node))
                : Stream.of(host);
    }

    private static Stream<FlowNode> within(ModelElementInstance scope) {
        return scope.getChildElementsByType(FlowNode.class).stream()
                .flatMap(node -> Stream.concat(Stream.of(node), within(node)));
    }

    private static boolean isError(FlowNode event) {
        return !event.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
    }

    private static List<FlowNode> after(FlowNode node) {
        if (node instanceof SubProcess within && !within.triggeredByEvent()) {
            return within.getChildElementsByType(StartEvent.class).stream()
                    .map(FlowNode.class::cast)
                    .toList();
        }
        if (node instanceof EndEvent) {
            return isError(node) ? List.of() : afterScope(node.getParentElement());
        }
        if (node instanceof IntermediateThrowEvent) {
            List<FlowNode> after = new ArrayList<>(targets(node));
            InModel.linked(node).ifPresent(after::add);
            return after;
        }
        return targets(node);
    }

    /** An event sub-process ends what it stands in. */
    private static List<FlowNode> afterScope(ModelElementInstance scope) {
        if (!(scope instanceof SubProcess around)) {
            return List.of();
        }
        return around.triggeredByEvent() ? afterScope(around.getParentElement()) : targets(around);
    }

    private static List<FlowNode> targets(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    }

    private boolean waits(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream()
                    .anyMatch(definition -> definition instanceof MessageEventDefinition
                            || (definition instanceof TimerEventDefinition timer
                                    && (Times.isAhead(timer) || Times.isVariable(timer)))
                            || (definition instanceof ConditionalEventDefinition condition && waits(condition)));
        }
        return node instanceof UserTask || (node instanceof CallActivity call && waits(call));
    }

    /** Where something else waits for the opposite, not both can hold already, unless a step between them sees to it. */
    private boolean waits(ConditionalEventDefinition condition) {
        return conditions.stream().anyMatch(other -> Conditions.areOpposite(SetByItself.text(condition), other))
                && set.readBy(SetByItself.text(condition)).noneMatch(Flow::isInACircle);
    }

    private static boolean isInACircle(FlowNode node) {
        return reached(after(node), Flow::after).contains(node);
    }

    private boolean waits(CallActivity call) {
        return !mayBeForNone(call)
                && called(call).filter(flow -> !flow.canEndAtOnce()).isPresent();
    }

    /** Empty when there is none, or it is on the way to this one. */
    Optional<Flow> called(CallActivity call) {
        String process = String.valueOf(call.getCalledElement());
        if (calling.contains(process)) {
            return Optional.empty();
        }
        if (!known.containsKey(process)) {
            Set<String> path = new HashSet<>(calling);
            path.add(process);
            known.put(
                    process,
                    surroundings
                            .find(ModelFile.Kind.BPMN, process)
                            .map(file -> new Flow(file.bpmn(), surroundings, values, path, known)));
        }
        return known.getOrDefault(process, Optional.empty());
    }

    private boolean mayBeForNone(CallActivity call) {
        return call.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                && calling.stream()
                        .noneMatch(process -> Objects.equals(SURELY_SOME.get(process), loop.getCamundaCollection()));
    }

    private boolean canEndAtOnce() {
        return reached(starts(), node -> waiting.contains(node) ? List.of() : following(node)).stream()
                .anyMatch(node -> isEnd(node) && !waiting.contains(node));
    }

    BpmnModelInstance model() {
        return model;
    }

    SetByItself set() {
        return set;
    }

    boolean isWaiting(FlowNode node) {
        return waiting.contains(node);
    }

    /** Where the process itself begins. */
    List<FlowNode> starts() {
        return next.keySet().stream()
                .filter(node -> node instanceof StartEvent && !(node.getParentElement() instanceof SubProcess))
                .toList();
    }

    /** Whether it ends the process itself. */
    static boolean isEnd(FlowNode node) {
        return node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess);
    }

    /** All that comes after these, with themselves, as far as it goes on from each. */
    static Set<FlowNode> reached(List<FlowNode> from, Function<FlowNode, List<FlowNode>> goingOn) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        List<FlowNode> open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            FlowNode node = open.remove(open.size() - 1);
            if (reached.add(node)) {
                open.addAll(goingOn.apply(node));
            }
        }
        return reached;
    }

    List<FlowNode> following(FlowNode node) {
        return next.getOrDefault(node, List.of());
    }

    /** Ways that lead back to where they begin without waiting anywhere: for each the steps, one of each circle. */
    List<List<FlowNode>> circles() {
        List<List<FlowNode>> circles = new ArrayList<>();
        Set<FlowNode> done = new HashSet<>();
        for (FlowNode start : next.keySet()) {
            follow(start, done, circles);
        }
        return circles;
    }

    /** Goes as deep as it can without a call of its own for each step: a model may be long. */
    private void follow(FlowNode start, Set<FlowNode> done, List<List<FlowNode>> circles) {
        List<FlowNode> path = new ArrayList<>();
        List<List<FlowNode>> left = new ArrayList<>();
        push(start, path, left, done);
        while (!path.isEmpty()) {
            List<FlowNode> choices = left.get(left.size() - 1);
            if (choices.isEmpty()) {
                done.add(path.remove(path.size() - 1));
                left.remove(left.size() - 1);
                continue;
            }
            FlowNode following = choices.remove(choices.size() - 1);
            int begin = path.indexOf(following);
            if (begin >= 0) {
                circles.add(List.copyOf(path.subList(begin, path.size())));
            } else {
                push(following, path, left, done);
            }
        }
    }

    private void push(FlowNode node, List<FlowNode> path, List<List<FlowNode>> left, Set<FlowNode> done) {
        if (!done.contains(node)) {
            path.add(node);
            left.add(new ArrayList<>(waiting.contains(node) ? atOnce(node) : following(node)));
        }
    }

    /** A condition at the edge may hold before there is anything to wait for. */
    List<FlowNode> atOnce(FlowNode node) {
        return following(node).stream()
                .filter(event -> event instanceof BoundaryEvent
                        && !waiting.contains(event)
                        && !event.getChildElementsByType(ConditionalEventDefinition.class)
                                .isEmpty())
                .toList();
    }
}
