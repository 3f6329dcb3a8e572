package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On every way of a process things come in an order that the record and the engine can work with: a variable is set before it
 * is read, forms are answered before what builds on them, and what the record takes once is asked once.
 */
@Component
@Order(2)
class OrderRule implements ProcessCheck {

    /** Where the variables of another process are read, and where an event waits until one is set. */
    private static final Set<String> ELSEWHERE = Set.of("out", "conditionalEventDefinition");

    /** An expression that asks first what there is reads it only then. */
    private static final Pattern ASKS = Pattern.compile("\\bhasVariable");

    private static final int MOST_NAMES = 12;

    private final ModelServices services;
    private final Declarations declarations;

    OrderRule(ModelServices services, Declarations declarations) {
        this.services = services;
        this.declarations = declarations;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        Set<Violation> violations = new LinkedHashSet<>();
        models.root().all().filter(element -> element.is("process")).forEach(process -> models.process(
                        process.attribute("id"))
                .ifPresent(variables -> {
                    Ways ways = new Ways(process, (flow, all) -> variables.behind(flow, all));
                    Site.in(process).forEach(site -> site(site, models, variables, ways, violations));
                    twice(ways, violations);
                    tooLate(ways, violations);
                }));
        return List.copyOf(violations);
    }

    private void site(Site site, KnownModels models, ProcessVariables variables, Ways ways, Set<Violation> violations) {
        Expected expected = site.expected();
        if (expected == null
                || ELSEWHERE.contains(site.element().name())
                || ASKS.matcher(site.text()).find()) {
            return;
        }
        List<String> read = new ArrayList<>();
        if (expected.isDelegate()) {
            ProcessVariables.service(site.text())
                    .filter(services.names()::contains)
                    .ifPresent(service -> {
                        read.addAll(declarations.neededByService(service));
                        declarations.formsBeforeService(service).forEach(form -> answered(form, site, ways)
                                .ifPresent(violations::add));
                    });
        } else if (site.what().equals("formRef")) {
            read.addAll(declarations.neededByForm(site.text()));
        } else {
            read.addAll(read(site, models, expected, variables));
        }
        read.stream()
                .distinct()
                .map(name -> tooEarly(name, site, variables, ways))
                .flatMap(Optional::stream)
                .forEach(violations::add);
    }

    private List<String> read(Site site, KnownModels models, Expected expected, ProcessVariables variables) {
        if (expected == Expected.VARIABLE || (expected == Expected.LIST && !ExpressionSyntax.isIn(site.text()))) {
            return List.of(site.text().strip());
        }
        List<String> read = new ArrayList<>();
        Names names = variables.at(site.element(), !site.beforeTheStart(), site.hasTask());
        new ExpressionCheck(services, models.forms(), new Reading(names, read), fault -> {}).of(site.text());
        return read;
    }

    private static Optional<Violation> tooEarly(String name, Site site, ProcessVariables variables, Ways ways) {
        Set<ModelElement> setters = variables.setters(name, site.element(), ways);
        return setters.isEmpty()
                ? Optional.empty()
                : ways.without(setters, site.element()).map(way -> site.element()
                        .violation("the variable “" + name + "” is not set yet on the way " + words(way)
                                + "; lead the way through " + steps(setters) + " " + site.shown()));
    }

    private static Optional<Violation> answered(String form, Site site, Ways ways) {
        Set<ModelElement> tasks = ways.steps().stream()
                .filter(step -> step.is("userTask") && form.equals(step.attribute("formRef")))
                .collect(Collectors.toSet());
        return ways.without(tasks, site.element()).map(way -> site.element()
                .violation("this can be done only when the form “" + form
                        + "” was answered before, and it is not on the way " + words(way)
                        + "; put a task with that form back before it"));
    }

    private void twice(Ways ways, Set<Violation> violations) {
        Set<ModelElement> told = new HashSet<>();
        List<ModelElement> tasks = ways.steps().stream()
                .filter(step -> step.is("userTask")
                        && declarations.isAnsweredOnce(Objects.requireNonNullElse(step.attribute("formRef"), "")))
                .toList();
        for (ModelElement first : tasks) {
            for (ModelElement second : tasks) {
                if (!first.equals(second)
                        && Objects.equals(first.attribute("formRef"), second.attribute("formRef"))
                        && ways.follows(first, second)
                        && told.add(second)) {
                    violations.add(second.violation("the record takes one answer of the form “"
                            + second.attribute("formRef") + "” in a round, and “"
                            + Objects.requireNonNullElse(first.attribute("name"), "")
                            + "” has it, too; leave one of them"));
                }
            }
        }
    }

    private void tooLate(Ways ways, Set<Violation> violations) {
        List<ModelElement> tasks =
                ways.steps().stream().filter(step -> step.is("userTask")).toList();
        for (ModelElement late : tasks) {
            Set<String> before = declarations.tooLateAfter(late.attribute("formRef"));
            tasks.stream()
                    .filter(first -> before.contains(String.valueOf(first.attribute("formRef"))))
                    .filter(first -> ways.follows(first, late))
                    .findFirst()
                    .map(first -> late.violation("the record takes no answer of the form “" + late.attribute("formRef")
                            + "” after “" + Objects.requireNonNullElse(first.attribute("name"), "")
                            + "”; put it before that step"))
                    .ifPresent(violations::add);
        }
    }

    private static String words(List<String> way) {
        List<String> shown = way.size() <= MOST_NAMES ? way : way.subList(way.size() - MOST_NAMES, way.size());
        return shown.stream().map(Wording::quoted).collect(Collectors.joining(", ", shown == way ? "" : "…, ", ""));
    }

    private static String steps(Set<ModelElement> setters) {
        return setters.stream()
                .map(step -> Wording.quoted(
                        Objects.requireNonNullElse(step.attribute("name"), String.valueOf(step.attribute("id")))))
                .sorted()
                .limit(3)
                .collect(Collectors.joining(" or "));
    }

    /** Takes down the variables that an expression names. */
    private record Reading(Names names, List<String> read) implements Names {

        @Override
        public Optional<Kind> variable(String name) {
            Optional<Kind> kind = names.variable(name);
            if (kind.isPresent()) {
                read.add(name);
            }
            return kind;
        }

        @Override
        public Set<String> all() {
            return names.all();
        }

        @Override
        public boolean running() {
            return names.running();
        }

        @Override
        public boolean task() {
            return names.task();
        }
    }
}
