package gm.sharing.workflow.gate.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways on which a process gets from its start to its steps, with those of its sub-processes. It tells whether something
 * can be reached although certain steps were not done before. A condition closes a way only when it asks for a word that none but
 * those steps gives: whoever leads another way round a step says that it can be taken.
 */
final class Ways {

    private static final Set<String> EXTENSIONS = Set.of("outputParameter", "out");

    private final Map<String, ModelElement> steps = new LinkedHashMap<>();
    private final Map<ModelElement, List<ModelElement>> next = new HashMap<>();
    private final BiFunction<ModelElement, Ways, Set<ModelElement>> behind;
    private final Map<ModelElement, Integer> incoming = new HashMap<>();
    private final Map<ModelElement, List<ModelElement>> boundary = new HashMap<>();
    private final Map<ModelElement, Set<ModelElement>> ends = new HashMap<>();
    private final ModelElement process;
    private final Map<ModelElement, Set<ModelElement>> guards = new HashMap<>();
    private final Map<Set<ModelElement>, Map<Moment, Moment>> searched = new HashMap<>();

    /** A moment in a process: before a step is done, or after it. */
    private record Moment(ModelElement step, boolean done) {}

    /** @param behind the steps of which one has to be done before a flow can be taken; none when that is not known */
    Ways(ModelElement process, BiFunction<ModelElement, Ways, Set<ModelElement>> behind) {
        this.process = process;
        this.behind = behind;
        List<ModelElement> flows = new ArrayList<>();
        process.all().forEach(element -> {
            if (element.is("sequenceFlow")) {
                flows.add(element);
            } else if (isStep(element)) {
                steps.put(String.valueOf(element.attribute("id")), element);
            }
        });
        flows.forEach(flow -> at(flow.attribute("sourceRef"))
                .ifPresent(from -> at(flow.attribute("targetRef")).ifPresent(to -> {
                    next.computeIfAbsent(from, any -> new ArrayList<>()).add(flow);
                    incoming.merge(to, 1, Integer::sum);
                })));
        steps.values().forEach(event -> at(event.attribute("attachedToRef"))
                .ifPresent(host ->
                        boundary.computeIfAbsent(host, any -> new ArrayList<>()).add(event)));
    }

    private static boolean isStep(ModelElement element) {
        String name = element.name();
        return name.endsWith("Event")
                || name.endsWith("Gateway")
                || name.endsWith("Task")
                || name.equals("task")
                || name.equals("callActivity")
                || name.equals("subProcess");
    }

    private Optional<ModelElement> at(@Nullable String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The step that an element belongs to; empty for what belongs to the process. */
    Optional<ModelElement> step(ModelElement element) {
        return element.around()
                .filter(outer -> outer.equals(steps.get(outer.attribute("id"))))
                .findFirst();
    }

    /** All steps. */
    Collection<ModelElement> steps() {
        return steps.values();
    }

    /** Whether the second step can come after the first. */
    boolean follows(ModelElement first, ModelElement second) {
        Map<Moment, Moment> reached = new HashMap<>();
        Moment begin = new Moment(first, true);
        reach(List.of(begin), Set.of(), reached);
        return reached.containsKey(new Moment(second, false));
    }

    /**
     * A way to where the element is evaluated on which none of these steps is done, by the names of its steps; empty when there
     * is none.
     */
    Optional<List<String>> without(Set<ModelElement> done, ModelElement element) {
        Optional<Moment> there = moment(element);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Map<Moment, Moment> reached = searched.computeIfAbsent(Set.copyOf(done), this::reached);
        return reached.containsKey(there.get()) ? Optional.of(names(there.get(), reached)) : Optional.empty();
    }

    private Map<Moment, Moment> reached(Set<ModelElement> done) {
        Map<Moment, Moment> reached = new HashMap<>();
        reach(starts(process).stream().map(start -> new Moment(start, false)).toList(), done, reached);
        return reached;
    }

    private Optional<Moment> moment(ModelElement element) {
        Optional<ModelElement> flow =
                element.around().filter(outer -> outer.is("sequenceFlow")).findFirst();
        if (flow.isPresent()) {
            return at(flow.get().attribute("sourceRef")).map(source -> new Moment(source, true));
        }
        return step(element).map(step -> new Moment(step, isEvaluatedAfter(element)));
    }

    private static boolean isEvaluatedAfter(ModelElement element) {
        return element.around()
                .anyMatch(outer -> EXTENSIONS.contains(outer.name())
                        || "end".equals(outer.attribute("event"))
                        || "complete".equals(outer.attribute("event"))
                        || outer.is("completionCondition"));
    }

    private List<ModelElement> starts(ModelElement scope) {
        return scope.children().filter(child -> child.is("startEvent")).toList();
    }

    /** @param reached each moment with the one before it, or with itself */
    private void reach(List<Moment> begin, Set<ModelElement> done, Map<Moment, Moment> reached) {
        Deque<Moment> open = new ArrayDeque<>();
        Map<ModelElement, Integer> arrived = new HashMap<>();
        begin.forEach(moment -> {
            reached.put(moment, moment);
            open.add(moment);
        });
        while (!open.isEmpty()) {
            Moment moment = open.remove();
            for (Moment following : moment.done ? afterwards(moment.step, done) : within(moment.step, done)) {
                boolean complete = moment.step.equals(following.step)
                        || !following.step.is("parallelGateway")
                        || Objects.equals(arrived.merge(following.step, 1, Integer::sum), incoming.get(following.step));
                if (complete && reached.putIfAbsent(following, moment) == null) {
                    open.add(following);
                }
            }
        }
    }

    /** What comes once a step has begun. */
    private List<Moment> within(ModelElement step, Set<ModelElement> done) {
        List<Moment> moments = new ArrayList<>();
        boundary.getOrDefault(step, List.of()).forEach(event -> moments.add(new Moment(event, false)));
        if (step.is("subProcess")) {
            starts(step).forEach(start -> moments.add(new Moment(start, false)));
        } else if (!done.contains(step)) {
            moments.add(new Moment(step, true));
        }
        return moments;
    }

    private List<Moment> afterwards(ModelElement step, Set<ModelElement> done) {
        List<Moment> moments = new ArrayList<>();
        next.getOrDefault(step, List.of()).stream()
                .filter(flow -> {
                    Set<ModelElement> needed = guards.computeIfAbsent(flow, any -> behind.apply(any, this));
                    return needed.isEmpty() || !done.containsAll(needed);
                })
                .flatMap(flow -> at(flow.attribute("targetRef")).stream())
                .forEach(target -> moments.add(new Moment(target, false)));
        step.parent().ifPresent(scope -> {
            if (step.is("startEvent") && !"true".equals(scope.attribute("triggeredByEvent"))) {
                scope.children()
                        .filter(child -> "true".equals(child.attribute("triggeredByEvent")))
                        .forEach(event -> moments.add(new Moment(event, false)));
            }
            linked(step, scope).forEach(event -> moments.add(new Moment(event, false)));
            if (step.is("endEvent") && !has(step, "errorEventDefinition") && endsItsScope(step, scope)) {
                ended(scope)
                        .filter(around -> !done.contains(around))
                        .map(around -> new Moment(around, true))
                        .ifPresent(moments::add);
            }
        });
        return moments;
    }

    private static Stream<ModelElement> linked(ModelElement step, ModelElement scope) {
        return step.is("intermediateThrowEvent")
                ? link(step).flatMap(name -> scope.children()
                        .filter(event -> event.is("intermediateCatchEvent")
                                && link(event).anyMatch(name::equals)))
                : Stream.empty();
    }

    private static Stream<String> link(ModelElement event) {
        return event.children()
                .filter(child -> child.is("linkEventDefinition"))
                .map(link -> String.valueOf(link.attribute("name")));
    }

    private static boolean has(ModelElement step, String definition) {
        return step.children().anyMatch(child -> child.is(definition));
    }

    /** What begins beside a step and does not interrupt it ends by itself: the step is still there, and ends the scope. */
    private boolean endsItsScope(ModelElement end, ModelElement scope) {
        return ends.computeIfAbsent(scope, this::ends).contains(end);
    }

    private Set<ModelElement> ends(ModelElement scope) {
        Set<ModelElement> met = new LinkedHashSet<>();
        Deque<ModelElement> open = new ArrayDeque<>(starts(scope));
        while (!open.isEmpty()) {
            ModelElement step = open.remove();
            if (met.add(step)) {
                next.getOrDefault(step, List.of())
                        .forEach(flow -> at(flow.attribute("targetRef")).ifPresent(open::add));
                boundary.getOrDefault(step, List.of()).stream()
                        .filter(event -> !"false".equals(event.attribute("cancelActivity")))
                        .forEach(open::add);
                linked(step, scope).forEach(open::add);
            }
        }
        return met;
    }

    /**
     * The sub-process that ends with what ends in it: an event sub-process ends the one around it, unless that goes on beside
     * it.
     */
    private Optional<ModelElement> ended(ModelElement scope) {
        if (!scope.is("subProcess") || goesOnBeside(scope)) {
            return Optional.empty();
        }
        return "true".equals(scope.attribute("triggeredByEvent"))
                ? scope.parent().flatMap(this::ended)
                : Optional.of(scope);
    }

    private boolean goesOnBeside(ModelElement scope) {
        return starts(scope).stream().anyMatch(start -> "false".equals(start.attribute("isInterrupting")));
    }

    private static List<String> names(Moment there, Map<Moment, Moment> reached) {
        List<String> names = new ArrayList<>();
        Moment moment = there;
        while (moment != null) {
            String name = Objects.requireNonNullElse(
                    moment.step.attribute("name"), String.valueOf(moment.step.attribute("id")));
            if (names.isEmpty() || !names.get(0).equals(name)) {
                names.add(0, name);
            }
            Moment before = reached.get(moment);
            moment = moment.equals(before) ? null : before;
        }
        return names;
    }
}
