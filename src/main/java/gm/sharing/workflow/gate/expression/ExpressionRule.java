package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Violation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every expression of a process can be evaluated where it stands: it can be read, the services, methods, variables and words
 * that it names exist, and it gives what the place needs.
 */
@Component
@Order(1)
class ExpressionRule implements ProcessCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Another project's reference would open that project to whoever deploys the model. */
    private static final Pattern OWN_KEY = Pattern.compile(
            "\\s*[$#]\\{\\s*execution\\s*\\.\\s*(processBusinessKey|getProcessBusinessKey\\(\\s*\\))\\s*}\\s*");

    /** What stands for something else in expressions, wherever a variable has the same name. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "authenticatedUserId",
            "caseExecution",
            "div",
            "empty",
            "eq",
            "execution",
            "externalTask",
            "false",
            "ge",
            "gt",
            "instanceof",
            "le",
            "lt",
            "mod",
            "ne",
            "not",
            "null",
            "or",
            "task",
            "true");

    /** Outside of a process. */
    private static final Names NOWHERE = new Names() {
        @Override
        public Optional<Kind> variable(String name) {
            return Optional.empty();
        }

        @Override
        public Set<String> all() {
            return Set.of();
        }

        @Override
        public boolean running() {
            return false;
        }

        @Override
        public boolean task() {
            return false;
        }
    };

    private final ModelServices services;
    private final Declarations declarations;

    ExpressionRule(ModelServices services, Declarations declarations) {
        this.services = services;
        this.declarations = declarations;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        Set<Violation> violations = new LinkedHashSet<>();
        models.root().all().filter(element -> element.is("process")).forEach(process -> models.process(
                        process.attribute("id"))
                .ifPresent(variables -> variables.given().forEach((name, element) -> name(name)
                        .ifPresent(fault -> violations.add(element.violation(fault))))));
        Site.in(models.root())
                .forEach(site -> check(
                        site, models, fault -> violations.add(site.element().violation(fault + " " + site.shown()))));
        models.root()
                .all()
                .filter(element -> element.is("conditionalEventDefinition"))
                .forEach(event ->
                        EventCondition.unheard(event).ifPresent(fault -> violations.add(event.violation(fault))));
        return List.copyOf(violations);
    }

    private Optional<String> name(String variable) {
        if (!NAME.matcher(variable).matches()) {
            return Optional.of("a variable is named with letters, digits and _, not " + Wording.quoted(variable));
        }
        return RESERVED.contains(variable)
                        || AllowedMembers.mayCallFunction(variable)
                        || services.names().contains(variable)
                ? Optional.of("a variable cannot be called “" + variable
                        + "”, because that means something else in expressions; give it another name")
                : Optional.empty();
    }

    private void check(Site site, KnownModels models, Consumer<String> faults) {
        Expected expected = site.expected();
        if (expected == null) {
            faults.accept("nothing is worked out here; write what is meant without ${…}");
        } else if (expected.isDelegate()) {
            delegate(site, expected)
                    .ifPresentOrElse(
                            faults,
                            () -> missing(
                                    ProcessVariables.service(site.text())
                                            .map(declarations::neededByService)
                                            .orElse(List.of()),
                                    site,
                                    models,
                                    faults));
        } else {
            names(site, models).ifPresent(names -> value(site, models, expected, names, faults));
            if (site.what().equals("formRef")) {
                missing(declarations.neededByForm(site.text()), site, models, faults);
            }
        }
    }

    private void value(Site site, KnownModels models, Expected expected, Names names, Consumer<String> faults) {
        String text = site.text();
        boolean named = expected == Expected.VARIABLE || (expected == Expected.LIST && !ExpressionSyntax.isIn(text));
        if (!named) {
            Kind kind = new ExpressionCheck(services, models.forms(), names, faults).of(text);
            expected.fault(kind, text).ifPresent(faults);
            String watched = site.element()
                    .parent()
                    .map(event -> event.attribute("variableName"))
                    .orElse("");
            if (site.what().equals("condition") && !EventCondition.isNoticed(text, watched.strip(), names)) {
                faults.accept(
                        "this is asked only when a variable changes; let it read variables alone, or use a gateway or"
                                + " a message");
            }
            if (site.what().equals("businessKey") && !OWN_KEY.matcher(text).matches()) {
                faults.accept("a process hands its own project on, with #{execution.processBusinessKey}");
            }
            return;
        }
        names.variable(text.strip())
                .ifPresentOrElse(
                        kind -> {
                            if (expected == Expected.LIST && !kind.canBe(Collection.class)) {
                                faults.accept("the variable has to be a list");
                            }
                        },
                        () -> faults.accept("nothing here sets a variable “" + text.strip()
                                + "”; it is named without ${…}" + Similar.hint(text.strip(), names.all())));
    }

    /** What the program asks the process for, so that a step works only where somebody set that. */
    private void missing(List<String> needed, Site site, KnownModels models, Consumer<String> faults) {
        names(site, models).ifPresent(names -> needed.stream()
                .filter(name -> names.variable(name).isEmpty())
                .forEach(name -> faults.accept("this needs the variable “" + name + "”, which nothing here sets"
                        + Similar.hint(name, names.all()))));
    }

    private Optional<String> delegate(Site site, Expected expected) {
        String text = site.text();
        Optional<String> name = ProcessVariables.service(text).filter(services.names()::contains);
        if (name.isEmpty()) {
            return Optional.of("this is not one of the services that models may use"
                    + Similar.hint(text.replaceAll("[${}# ]", ""), doing(expected)));
        }
        if (!expected.isDoneBy(services.type(name.get()))) {
            return Optional.of("this service does nothing here" + Similar.hint(name.get(), doing(expected)));
        }
        Set<String> processes = services.processes(name.get());
        boolean elsewhere = !processes.isEmpty()
                && site.element()
                        .around()
                        .noneMatch(outer ->
                                outer.is("process") && processes.contains(String.valueOf(outer.attribute("id"))));
        return elsewhere
                ? Optional.of("this service works in " + String.join(", ", processes) + " only")
                : Optional.empty();
    }

    private List<String> doing(Expected expected) {
        return services.names().stream()
                .filter(name -> expected.isDoneBy(services.type(name)))
                .toList();
    }

    /** Empty when what is called is not known: another rule tells that. */
    private static Optional<Names> names(Site site, KnownModels models) {
        ModelElement element = site.element();
        if (element.is("out")) {
            return element.around()
                    .filter(outer -> outer.is("callActivity"))
                    .findFirst()
                    .flatMap(models::called)
                    .map(ProcessVariables::outside);
        }
        return Optional.of(element.around()
                .filter(outer -> outer.is("process"))
                .findFirst()
                .flatMap(process -> models.process(process.attribute("id")))
                .map(variables -> variables.at(element, !site.beforeTheStart(), site.hasTask()))
                .orElse(NOWHERE));
    }
}
