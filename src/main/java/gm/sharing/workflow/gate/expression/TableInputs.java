package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.Violation;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A model that asks a table tells it each fact that the table reads, in a word that the table knows. */
@Component
@Order(3)
class TableInputs implements ProcessCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern SHORT = Pattern.compile("-?\\d{1,9}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Set<Class<?>> PLAIN = Set.of(String.class, Boolean.class, Number.class);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final List<TableContract> contracts;

    TableInputs(List<TableContract> contracts) {
        this.contracts = contracts;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        List<Violation> violations = new ArrayList<>();
        models.root().all().filter(element -> element.is("process")).forEach(process -> models.process(
                        process.attribute("id"))
                .ifPresent(variables -> process.all()
                        .filter(element -> element.is("businessRuleTask"))
                        .forEach(task -> check(task, variables, models, violations))));
        return violations;
    }

    private void check(ModelElement task, ProcessVariables variables, KnownModels models, List<Violation> violations) {
        String table = Objects.requireNonNullElse(task.attribute("decisionRef"), "");
        Names names = variables.at(task, true, false);
        boolean own = contracts.stream().noneMatch(contract -> contract.covers(table));
        models.table(table).stream().flatMap(TableInputs::columns).forEach(column -> fact(column)
                .filter(fact -> !isOptional(table, fact) || names.variable(fact).isPresent())
                .flatMap(fact -> fault(fact, column, own, names))
                .map(fault -> task.violation("the table “" + table + "” " + fault))
                .ifPresent(violations::add));
    }

    static Stream<ModelElement> columns(ModelElement table) {
        return table.children().filter(element -> element.is("input"));
    }

    /** What a column is about; empty when that is worked out. */
    static Optional<String> fact(ModelElement column) {
        return text(column, "inputExpression").filter(fact -> NAME.matcher(fact).matches());
    }

    private boolean isOptional(String table, String name) {
        return contracts.stream()
                .filter(contract -> contract.covers(table))
                .flatMap(contract -> contract.facts().stream())
                .anyMatch(fact -> fact.name().equals(name) && fact.optional());
    }

    private static Optional<String> fault(String fact, ModelElement column, boolean own, Names names) {
        Optional<Kind> told = names.variable(fact);
        if (told.isEmpty()) {
            return Optional.of(
                    "asks for “" + fact + "”, which nothing here tells it; add an input of that name to the step");
        }
        String type = type(column);
        if (!fits(told.get(), type)) {
            return Optional.of("is told %s as “%s”, but its column is of the type %s%s"
                    .formatted(
                            MethodCall.words(told.get().type()),
                            fact,
                            type,
                            told.get().isSurely(Number.class)
                                    ? "; take double, or ask for no decimals and within limits"
                                    : ""));
        }
        Set<String> values = told.get().isSurely(String.class) ? told.get().values() : null;
        Set<String> known = text(column, "inputValues").map(TableInputs::words).orElse(Set.of());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (values == null) {
            return own && told.get().isSurely(String.class)
                    ? Optional.of("is told any text as “" + fact + "”, but its column has values; take them out")
                    : Optional.empty();
        }
        Set<String> unknown = new TreeSet<>(values);
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("is told “" + String.join("”, “", unknown) + "” as “" + fact
                        + "”, which its column does not have among its values; write one of "
                        + String.join(", ", known));
    }

    private static String type(ModelElement column) {
        return column.children()
                .filter(element -> element.is("inputExpression"))
                .map(element -> String.valueOf(element.attribute("typeRef")))
                .findFirst()
                .orElse("");
    }

    /** Whether the engine can make of each value one of the column. */
    private static boolean fits(Kind told, String type) {
        if (told.isUnknown() || told.isNothing()) {
            return true;
        }
        Set<String> texts = told.isSurely(String.class) ? told.values() : null;
        if (texts != null) {
            return texts.stream().allMatch(text -> reads(text, type));
        }
        return switch (type) {
            case "string" -> PLAIN.stream().anyMatch(told::isSurely);
            case "boolean" -> told.isSurely(Boolean.class);
            case "integer" -> told.type() == Integer.class;
            case "long" -> told.isWhole();
            case "double" -> told.isSurely(Number.class);
            default -> true;
        };
    }

    private static boolean reads(String text, String type) {
        return switch (type) {
            case "boolean" -> text.equals("true") || text.equals("false");
            case "integer" -> SHORT.matcher(text).matches();
            case "long" -> WHOLE.matcher(text).matches();
            case "double" -> NUMBER.matcher(text).matches();
            default -> true;
        };
    }

    private static Set<String> words(String values) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(values);
        while (word.find()) {
            words.add(word.group(1));
        }
        return words;
    }

    private static Optional<String> text(ModelElement column, String part) {
        return column.children()
                .filter(element -> element.is(part))
                .flatMap(ModelElement::children)
                .filter(element -> element.is("text"))
                .map(ModelElement::text)
                .map(String::strip)
                .findFirst();
    }
}
