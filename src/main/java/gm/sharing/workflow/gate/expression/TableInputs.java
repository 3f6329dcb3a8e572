package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A model that asks a table tells it each fact that the table reads, in a word that the table knows. */
@Component
@Order(3)
class TableInputs implements ProcessCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
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
                        .forEach(task -> check(task, variables, models.surroundings(), violations))));
        return violations;
    }

    private void check(
            ModelElement task, ProcessVariables variables, Surroundings surroundings, List<Violation> violations) {
        String table = Objects.requireNonNullElse(task.attribute("decisionRef"), "");
        Names names = variables.at(task, true, false);
        surroundings.find(ModelFile.Kind.DMN, table).ifPresent(file -> ModelElement.of(file)
                .all()
                .filter(element -> element.is("input"))
                .forEach(column -> text(column, "inputExpression")
                        .filter(fact -> NAME.matcher(fact).matches() && !isOptional(table, fact))
                        .flatMap(fact -> fault(fact, column, names))
                        .map(fault -> task.violation("the table “" + table + "” " + fault))
                        .ifPresent(violations::add)));
    }

    private boolean isOptional(String table, String name) {
        return contracts.stream()
                .filter(contract -> contract.covers(table))
                .flatMap(contract -> contract.facts().stream())
                .anyMatch(fact -> fact.name().equals(name) && fact.optional());
    }

    private static Optional<String> fault(String fact, ModelElement column, Names names) {
        Optional<Kind> told = names.variable(fact);
        if (told.isEmpty()) {
            return Optional.of(
                    "asks for “" + fact + "”, which nothing here tells it; add an input of that name to the step");
        }
        Set<String> values = told.get().values();
        Set<String> known = text(column, "inputValues").map(TableInputs::words).orElse(Set.of());
        if (values == null || known.isEmpty()) {
            return Optional.empty();
        }
        Set<String> unknown = new TreeSet<>(values);
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("is told “" + String.join("”, “", unknown) + "” as “" + fact
                        + "”, which its column does not have among its values; write one of "
                        + String.join(", ", known));
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
