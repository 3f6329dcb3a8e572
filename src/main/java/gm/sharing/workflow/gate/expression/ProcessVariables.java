package gm.sharing.workflow.gate.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.jspecify.annotations.Nullable;

/** The variables of one process: everything in the model, and around it, that sets one. */
final class ProcessVariables {

    /** On the start event of a process that others call: what they hand to it. */
    static final String TAKES = "takes";

    private static final Pattern SERVICE = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
    private static final Pattern EQUALS = Pattern.compile("\\s*\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}\\s*");
    private static final List<String> COUNTERS =
            List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final ModelElement process;
    private final KnownModels models;
    private final Map<String, List<Source>> sources = new LinkedHashMap<>();
    private final Map<Source, Kind> kinds = new HashMap<>();
    private final Set<Source> finding = new HashSet<>();

    /**
     * Where a variable comes from.
     *
     * @param by the element that sets it
     * @param within where it can be used; null for everywhere
     */
    private record Source(ModelElement by, @Nullable ModelElement within, Supplier<Kind> kind) {}

    ProcessVariables(ModelElement process, KnownModels models) {
        this.process = process;
        this.models = models;
    }

    /** To be called once, after the process is known to the others. */
    void collect() {
        String key = String.valueOf(process.attribute("id"));
        models.declarations().with(key).forEach(variable -> add(variable, process));
        process.all().forEach(this::collect);
        models.calls(key).forEach(this::handed);
    }

    private void collect(ModelElement element) {
        switch (element.name()) {
            case "startEvent" -> {
                text(element, "initiator");
                form(element);
            }
            case "userTask" -> form(element);
            case "inputParameter" ->
                add(element.attribute("name"), element, activity(element), () -> kind(element, element.text()));
            case "outputParameter" ->
                add(element.attribute("name"), element, null, () -> kind(element, element.text()));
            case "out" -> returned(element);
            case "multiInstanceLoopCharacteristics" -> loop(element);
            case "businessRuleTask" -> decision(element);
            case "serviceTask", "sendTask" ->
                add(
                        element.attribute("resultVariable"),
                        element,
                        null,
                        () -> kind(element, Objects.requireNonNullElse(element.attribute("expression"), "")));
            case "messageEventDefinition", "receiveTask" -> message(element);
            case "property" -> taken(element);
            default -> {}
        }
        List.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")
                .forEach(attribute -> text(element, attribute));
        String delegate = element.attribute("delegateExpression");
        if (delegate != null) {
            service(delegate)
                    .ifPresent(
                            name -> models.declarations().ofService(name).forEach(variable -> add(variable, element)));
        }
    }

    /** The service that a delegate expression names; empty when it is something else. */
    static Optional<String> service(String delegateExpression) {
        Matcher name = SERVICE.matcher(delegateExpression);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private void text(ModelElement element, String attribute) {
        add(element.attribute(attribute), element, null, () -> Kind.TEXT);
    }

    private void form(ModelElement element) {
        models.declarations().ofForm(element.attribute("formRef")).forEach(variable -> add(variable, element));
    }

    private void add(Sets.Variable variable, ModelElement element) {
        Kind kind = Kind.of(variable.type(), variable.codes(), variable.values());
        ModelElement within = variable.local()
                ? element.parent().flatMap(ModelElement::parent).orElse(null)
                : null;
        add(variable.name(), element, within, () -> kind);
    }

    private void add(@Nullable String name, ModelElement by, @Nullable ModelElement within, Supplier<Kind> kind) {
        if (name != null && !name.isBlank()) {
            sources.computeIfAbsent(name, any -> new ArrayList<>()).add(new Source(by, within, kind));
        }
    }

    private static ModelElement activity(ModelElement parameter) {
        return parameter
                .around()
                .filter(element -> element.name().endsWith("extensionElements"))
                .flatMap(extensions -> extensions.parent().stream())
                .findFirst()
                .orElse(parameter);
    }

    private void loop(ModelElement loop) {
        ModelElement activity = loop.parent().orElse(loop);
        add(loop.attribute("elementVariable"), loop, activity, () -> Kind.TEXT);
        COUNTERS.forEach(counter -> add(counter, loop, activity, () -> Kind.NUMBER));
    }

    private void decision(ModelElement task) {
        String table = task.attribute("decisionRef");
        add("decisionResult", task, task, () -> Kind.holding(DmnDecisionResult.class, models.outputs(table)));
        add(
                task.attribute("resultVariable"),
                task,
                null,
                () -> mapped(String.valueOf(task.attribute("mapDecisionResult")), models.outputs(table)));
    }

    private static Kind mapped(String how, @Nullable Map<String, Kind> outputs) {
        return switch (how) {
            case "singleEntry" ->
                outputs != null && outputs.size() == 1
                        ? outputs.values().iterator().next()
                        : Kind.UNKNOWN;
            case "singleResult" -> Kind.holding(Map.class, outputs);
            case "collectEntries", "resultList" -> Kind.of(List.class);
            default -> Kind.holding(DmnDecisionResult.class, outputs);
        };
    }

    private void message(ModelElement event) {
        models.messageName(event)
                .ifPresent(message -> models.declarations().with(message).forEach(variable -> add(variable, event)));
    }

    private void taken(ModelElement property) {
        boolean onStart = property.around().anyMatch(element -> element.is("startEvent"));
        if (onStart && TAKES.equals(property.attribute("name"))) {
            for (String name : String.valueOf(property.attribute("value")).split(",", -1)) {
                add(name.strip(), property, null, () -> Kind.UNKNOWN);
            }
        }
    }

    /** What a called process gives back. */
    private void returned(ModelElement out) {
        ModelElement call = activity(out);
        models.called(call).ifPresent(called -> {
            if ("all".equals(out.attribute("variables"))) {
                called.everywhere().forEach(name -> add(name, out, null, () -> called.anywhere(name)));
            }
        });
        String source = out.attribute("source");
        String expression = out.attribute("sourceExpression");
        add(out.attribute("target"), out, null, () -> models.called(call)
                .map(called -> source != null
                        ? called.anywhere(source)
                        : models.quietly(called.outside(), String.valueOf(expression)))
                .orElse(Kind.UNKNOWN));
    }

    /** What somebody who calls this process hands to it. */
    private void handed(KnownModels.Call call) {
        call.element().all().filter(element -> element.is("in")).forEach(in -> {
            if ("all".equals(in.attribute("variables"))) {
                call.by()
                        .everywhere()
                        .forEach(name -> add(name, in, null, () -> call.by().anywhere(name)));
            }
            String source = in.attribute("source");
            String expression = in.attribute("sourceExpression");
            add(in.attribute("target"), in, null, () -> {
                Names names = call.by().at(in, true, false);
                return source != null
                        ? names.variable(source).orElse(Kind.UNKNOWN)
                        : models.quietly(names, String.valueOf(expression));
            });
        });
    }

    private Kind kind(ModelElement element, String text) {
        return element.children().findAny().isPresent() ? Kind.UNKNOWN : models.quietly(at(element, true, false), text);
    }

    private Kind kind(Source source) {
        Kind known = kinds.get(source);
        if (known != null) {
            return known;
        }
        if (!finding.add(source)) {
            return Kind.UNKNOWN;
        }
        Kind found = source.kind().get();
        finding.remove(source);
        kinds.put(source, found);
        return found;
    }

    private Kind kind(Collection<Source> found) {
        return found.stream().map(this::kind).reduce(Kind::or).orElse(Kind.UNKNOWN);
    }

    /** The names of those that the process itself has, rather than one of its elements. */
    Set<String> everywhere() {
        Set<String> names = new TreeSet<>();
        sources.forEach((name, all) -> {
            if (all.stream().anyMatch(source -> source.within() == null)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The names of all, wherever they count. */
    Set<String> all() {
        return Set.copyOf(sources.keySet());
    }

    /** Every name that something in the process gives a variable, wherever it counts. */
    Map<String, ModelElement> given() {
        Map<String, ModelElement> given = new LinkedHashMap<>();
        sources.forEach((name, all) -> all.stream()
                .filter(source -> !"loopCounter".equals(name) && source.by().isIn(process))
                .findFirst()
                .ifPresent(source -> given.put(name, source.by())));
        return given;
    }

    /** The steps that give a variable the word for which the condition of a flow asks; empty when others may. */
    Set<ModelElement> behind(ModelElement flow, Ways ways) {
        Matcher asked = flow.children()
                .filter(element -> element.is("conditionExpression"))
                .map(condition -> EQUALS.matcher(condition.text()))
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
        if (asked == null) {
            return Set.of();
        }
        Set<ModelElement> givers = new HashSet<>();
        for (Source source : sources.getOrDefault(asked.group(1), List.of())) {
            Set<String> values = kind(source).values();
            if (isSeen(source, flow) && (values == null || values.contains(asked.group(2)))) {
                Optional<ModelElement> step = ways.step(source.by());
                if (step.isEmpty()) {
                    return Set.of();
                }
                givers.add(step.get());
            }
        }
        return givers;
    }

    /** The steps after which the variable is there for the element; empty when it always is, or never. */
    Set<ModelElement> setters(String name, ModelElement element, Ways ways) {
        Set<ModelElement> setters = new HashSet<>();
        for (Source source : sources.getOrDefault(name, List.of())) {
            if (isSeen(source, element)) {
                Optional<ModelElement> step =
                        source.within() == null && source.by().isIn(process)
                                ? ways.step(source.by())
                                : Optional.empty();
                if (step.isEmpty()) {
                    return Set.of();
                }
                setters.add(step.get());
            }
        }
        return setters;
    }

    Kind anywhere(String name) {
        return kind(sources.getOrDefault(name, List.of()));
    }

    /** As somebody sees them who called the process. */
    Names outside() {
        return at(process, true, false);
    }

    /** The variables that an expression of this element sees. */
    Names at(ModelElement element, boolean running, boolean task) {
        return new Names() {
            @Override
            public Optional<Kind> variable(String name) {
                List<Source> seen = running
                        ? sources.getOrDefault(name, List.of()).stream()
                                .filter(source -> isSeen(source, element))
                                .toList()
                        : List.of();
                return seen.isEmpty() ? Optional.empty() : Optional.of(kind(seen));
            }

            @Override
            public Set<String> all() {
                Set<String> names = new TreeSet<>();
                if (running) {
                    sources.forEach((name, all) -> {
                        if (all.stream().anyMatch(source -> isSeen(source, element))) {
                            names.add(name);
                        }
                    });
                }
                return names;
            }

            @Override
            public boolean running() {
                return running;
            }

            @Override
            public boolean task() {
                return task;
            }
        };
    }

    /** What a decision gave is there while the task ends, not while it begins. */
    private static boolean isSeen(Source source, ModelElement element) {
        ModelElement within = source.within();
        if (source.by().is("businessRuleTask") && within != null) {
            return element.isIn(within) && element.around().anyMatch(outer -> outer.is("outputParameter"));
        }
        return (within == null || element.isIn(within))
                && !(source.by().equals(element) && element.is("inputParameter"));
    }
}
