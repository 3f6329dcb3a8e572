package gm.sharing.workflow.gate.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds everything in a model, and around it, that sets a variable of a process. */
final class VariableSources {

    /** On the start event of a process that others call: what they hand to it. */
    static final String TAKES = "takes";

    private static final List<String> COUNTERS =
            List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final ModelElement process;
    private final KnownModels models;
    private final ProcessVariables variables;
    private final Map<String, List<VariableSource>> sources = new LinkedHashMap<>();

    private VariableSources(ModelElement process, KnownModels models, ProcessVariables variables) {
        this.process = process;
        this.models = models;
        this.variables = variables;
    }

    /** By name. To be called after all processes are known to the others. */
    static Map<String, List<VariableSource>> of(ModelElement process, KnownModels models, ProcessVariables variables) {
        VariableSources found = new VariableSources(process, models, variables);
        found.collect();
        return found.sources;
    }

    private void collect() {
        String key = String.valueOf(process.attribute("id"));
        models.declarations().with(key).forEach(variable -> add(variable, process));
        process.all().forEach(this::collect);
        models.calls(key).forEach(this::handed);
    }

    private void collect(ModelElement element) {
        switch (element.name()) {
            case "startEvent" -> {
                add(element.attribute("initiator"), element, null, () -> Kind.TEXT.meaning(Meant.of(Whom.ACCOUNT)));
                form(element);
                models.declarations().ofStart(element.attribute("formRef")).forEach(variable -> add(variable, element));
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
            ProcessVariables.service(delegate)
                    .ifPresent(
                            name -> models.declarations().ofService(name).forEach(variable -> add(variable, element)));
        }
    }

    private void text(ModelElement element, String attribute) {
        add(element.attribute(attribute), element, null, () -> Kind.TEXT);
    }

    private void form(ModelElement element) {
        models.declarations().ofForm(element.attribute("formRef")).forEach(variable -> add(variable, element));
    }

    private void add(Sets.Variable variable, ModelElement element) {
        Kind kind = Kind.of(variable);
        ModelElement within = variable.local()
                ? element.parent().flatMap(ModelElement::parent).orElse(null)
                : null;
        add(variable.name(), element, within, () -> kind);
    }

    private void add(@Nullable String name, ModelElement by, @Nullable ModelElement within, Supplier<Kind> kind) {
        if (name != null && !name.isBlank()) {
            sources.computeIfAbsent(name, any -> new ArrayList<>()).add(new VariableSource(by, within, kind));
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
        add(loop.attribute("elementVariable"), loop, activity, () -> Kind.TEXT.meaning(inLists(loop)));
        COUNTERS.forEach(counter -> add(counter, loop, activity, () -> Kind.of(Integer.class)));
    }

    /** Whom a loop goes through: what the list names that it is given. */
    private Meant inLists(ModelElement loop) {
        String list = Objects.requireNonNullElse(loop.attribute("collection"), "");
        Names names = variables.at(loop, true, false);
        return ExpressionSyntax.isIn(list)
                ? models.quietly(names, list).meant()
                : names.variable(list.strip()).map(Kind::meant).orElse(Meant.ANYTHING);
    }

    private void decision(ModelElement task) {
        add("decisionResult", task, task, () -> given(task).result());
        add(task.attribute("resultVariable"), task, null, () -> given(task)
                .mapped(String.valueOf(task.attribute("mapDecisionResult"))));
    }

    private GivenByTable given(ModelElement task) {
        String id = task.attribute("decisionRef");
        Names names = variables.at(task, true, false);
        boolean sure = models.table(id)
                .filter(table -> GivenByTable.answersAlways(table, names))
                .isPresent();
        return new GivenByTable(models.outputs(id), sure);
    }

    private void message(ModelElement event) {
        models.messageName(event)
                .ifPresent(message -> models.declarations().with(message).forEach(variable -> add(variable, event)));
    }

    private void taken(ModelElement property) {
        boolean onStart = property.around().anyMatch(element -> element.is("startEvent"));
        if (onStart && TAKES.equals(property.attribute("name"))) {
            for (String name : String.valueOf(property.attribute("value")).split(",", -1)) {
                add(name.strip(), property, null, () -> Kind.UNKNOWN.meaning(Meant.NOBODY_YET));
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
        return element.children().findAny().isPresent()
                ? Kind.UNKNOWN
                : models.quietly(variables.at(element, true, false), text);
    }
}
