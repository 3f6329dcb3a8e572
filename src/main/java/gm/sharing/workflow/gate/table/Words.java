package gm.sharing.workflow.gate.table;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the columns of a table, its facts and their words with what the program and the forms in force say. */
final class Words {

    private static final String NO_TYPE = "the type of the column is not one of string, boolean, integer, long, double";

    private final Table table;
    private final Optional<TableContract> contract;
    private final Surroundings surroundings;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    Words(Table table, Optional<TableContract> contract, Surroundings surroundings) {
        this.table = table;
        this.contract = contract;
        this.surroundings = surroundings;
        contract.ifPresentOrElse(
                promised -> promised.facts().forEach(fact -> facts.put(fact.name(), fact)), this::factsOfColumns);
        facts.values().forEach(fact -> words.put(fact.name(), words(fact)));
    }

    /** A table that the program does not read knows what its columns are about. */
    private void factsOfColumns() {
        for (var column : table.inputs) {
            var type = Fact.Type.of(column.type());
            if (type != null) {
                facts.put(column.name(), Fact.ofColumn(column.name(), type, column.words()));
            }
        }
    }

    Map<String, Fact> facts() {
        return facts;
    }

    Map<String, List<String>> known() {
        return words;
    }

    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        table.inputs.forEach(column -> input(column, violations));
        table.outputs.forEach(column -> output(column, violations));
        contract.ifPresent(promised -> promised(promised, violations));
        for (var row : table.rows) {
            for (int i = 0; i < table.inputs.size(); i++) {
                var cell = row.conditions().get(i).cell();
                if (cell != null) {
                    condition(row, table.inputs.get(i), cell, violations);
                }
            }
            for (int i = 0; i < table.outputs.size(); i++) {
                var cell = row.answers().get(i).cell();
                if (cell != null) {
                    names(row, table.outputs.get(i), cell, violations);
                }
            }
        }
        if (violations.isEmpty()) {
            violations.addAll(unknownOptions());
        }
        return violations;
    }

    private void input(Table.Column column, List<Violation> violations) {
        var fact = facts.get(column.name());
        if (Fact.Type.of(column.type()) == null) {
            violations.add(table.at(column, NO_TYPE));
        } else if (fact != null && !fact.type().ofColumns().contains(column.type())) {
            violations.add(table.at(
                    column,
                    "the column has the type %s, but %s is %s"
                            .formatted(column.type(), fact.name(), fact.type().inWords())));
        }
        if (contract.isEmpty() && !column.about().names().equals(Set.of(column.name()))) {
            violations.add(table.at(column, "the column is not about one fact; work it out in an input of the step"));
        }
        if (contract.isPresent()) {
            unknown(column.about()).forEach(name -> violations.add(table.at(column, noFact(name))));
        }
        if (fact != null && !fact.open() && fact.offeredBy() == null) {
            column.words().stream()
                    .filter(word -> !words.getOrDefault(fact.name(), List.of()).contains(word))
                    .forEach(word -> violations.add(table.at(column, never(fact, word))));
        }
    }

    private void output(Table.Column column, List<Violation> violations) {
        var answer = contract.flatMap(promised -> promised.answer(column.name()));
        var type = Fact.Type.of(column.type());
        if (type == null) {
            violations.add(table.at(column, NO_TYPE));
        } else if (answer.filter(wanted -> wanted.type() != type).isPresent()) {
            violations.add(table.at(
                    column,
                    "the column has the type %s, but the program reads %s"
                            .formatted(column.type(), answer.get().type().inWords())));
        }
        if (column.name().isEmpty()) {
            violations.add(table.at(column, "the column has no name; give it the name by which the answer is read"));
        } else if (table.outputs.stream()
                        .filter(other -> other.name().equals(column.name()))
                        .count()
                > 1) {
            violations.add(table.at(column, "two columns have the name " + column.name()));
        }
    }

    private void promised(TableContract promised, List<Violation> violations) {
        for (var answer : promised.answers()) {
            if (table.outputs.stream().noneMatch(column -> column.name().equals(answer.name()))) {
                violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "the program reads the answer “%s”, and no column has that name; bring it back"
                                .formatted(answer.name())));
            }
        }
        if (promised.one() != table.answersOnce() || table.aggregation != null) {
            violations.add(
                    new Violation(
                            table.key(),
                            table.decision.getName(),
                            promised.one()
                                    ? "the program needs one answer; take the hit policy Unique or First"
                                    : "the program reads every row that applies; take the hit policy Collect without aggregation"));
        }
    }

    private void condition(Table.Row row, Table.Column column, FeelCell cell, List<Violation> violations) {
        names(row, column, cell, violations);
        var type = Fact.Type.of(column.type());
        Literals.compared(cell.root()).stream()
                .filter(constant -> constant != type)
                .distinct()
                .forEach(constant -> violations.add(table.at(
                        row,
                        column,
                        "the column holds %s, and the cell compares it with %s"
                                .formatted(type == null ? "nothing" : type.inWords(), constant.inWords()))));
        for (var fact : facts.values()) {
            Set<String> compared = new LinkedHashSet<>(Literals.comparedWith(fact.name(), cell.root()));
            if (fact.name().equals(column.name())) {
                compared.addAll(Literals.comparedWords(cell.root()));
            }
            if (!words.getOrDefault(fact.name(), List.of()).isEmpty()) {
                compared.removeAll(words.get(fact.name()));
                compared.forEach(word -> violations.add(table.at(row, column, never(fact, word))));
            }
        }
    }

    private void names(Table.Row row, Table.Column column, FeelCell cell, List<Violation> violations) {
        unknown(cell).forEach(name -> violations.add(table.at(row, column, noFact(name))));
    }

    private Set<String> unknown(FeelCell cell) {
        Set<String> unknown = new LinkedHashSet<>(cell.names());
        unknown.removeAll(facts.keySet());
        unknown.remove(Combinations.INPUT);
        if (contract.isEmpty()) {
            table.inputs.forEach(column -> unknown.removeAll(column.about().names()));
        }
        return unknown;
    }

    private String noFact(String name) {
        return "there is no fact %s; the table can use %s"
                .formatted(
                        name, String.join(", ", facts.keySet().stream().sorted().toList()));
    }

    private String never(Fact fact, String word) {
        return "%s is never “%s”; it is one of %s%s"
                .formatted(
                        fact.name(),
                        word,
                        String.join(", ", words.getOrDefault(fact.name(), List.of())),
                        fact.offeredBy() != null
                                ? ", the options of " + fact.offeredBy()
                                        + "; add a new word to the values of the column first"
                                : fact.open() ? "; add the word to the values of the column" : "");
    }

    /**
     * The words that a fact can be: what the form in force offers, or else what the program knows, and the column's own. A table
     * may know a word before a form offers it, so that they can be deployed one after the other.
     */
    private List<String> words(Fact fact) {
        Set<String> all = new LinkedHashSet<>(
                options(fact).filter(found -> !found.isEmpty()).orElse(fact.words()));
        if (fact.codeOf() != null) {
            var codes = surroundings.find(ModelFile.Kind.DMN, fact.codeOf()).flatMap(CodeRows::of);
            if (codes.isEmpty()) {
                return List.of();
            }
            codes.get().rows().forEach(row -> all.add(row.code()));
        }
        if (fact.offeredBy() != null || (fact.open() && !fact.isAnyText())) {
            column(fact).ifPresent(column -> all.addAll(column.words()));
        }
        return List.copyOf(all);
    }

    /** Options of a form that the table does not know: it would answer them as if they were anything. */
    List<Violation> unknownOptions() {
        List<Violation> violations = new ArrayList<>();
        for (var fact : facts.values()) {
            if (fact.type() == Fact.Type.WORD && reads(fact)) {
                Set<String> options = new LinkedHashSet<>(options(fact).orElse(List.of()));
                options.removeAll(knownToTable(fact));
                options.forEach(option -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "%s offers the option “%s”, which the table does not know; add it to the values of the column about %s, and to a row"
                                .formatted(fact.offeredBy(), option, fact.name()))));
            }
        }
        return violations;
    }

    private Set<String> knownToTable(Fact fact) {
        Set<String> known = new HashSet<>();
        var column = column(fact).filter(about -> !about.words().isEmpty());
        if (column.isPresent()) {
            known.addAll(column.get().words());
        } else {
            known.addAll(fact.words());
            for (var row : table.rows) {
                row.conditions().stream()
                        .filter(entry -> entry.cell() != null)
                        .forEach(entry ->
                                known.addAll(Literals.words(entry.cell().root())));
            }
        }
        return known;
    }

    private boolean reads(Fact fact) {
        return column(fact).isPresent()
                || table.rows.stream()
                        .flatMap(row -> row.conditions().stream())
                        .anyMatch(entry ->
                                entry.cell() != null && entry.cell().names().contains(fact.name()));
    }

    private Optional<Table.Column> column(Fact fact) {
        return table.inputs.stream()
                .filter(column -> column.name().equals(fact.name()))
                .findFirst();
    }

    static boolean isOffered(Fact fact, List<String> forms) {
        return fact.offeredBy() != null
                && forms.contains(fact.offeredBy().substring(0, fact.offeredBy().indexOf('.')));
    }

    /** Empty when no form offers the fact. */
    private Optional<List<String>> options(Fact fact) {
        if (fact.offeredBy() == null) {
            return Optional.empty();
        }
        String form = fact.offeredBy().substring(0, fact.offeredBy().indexOf('.'));
        String field = fact.offeredBy().substring(form.length() + 1);
        return surroundings.find(ModelFile.Kind.FORM, form).map(file -> {
            List<String> options = new ArrayList<>();
            options(file.form(), field, options);
            return options;
        });
    }

    private void options(JsonNode component, String field, List<String> options) {
        if (component.path("key").asText().equals(field)) {
            component
                    .path("values")
                    .forEach(value -> options.add(value.path("value").asText()));
            Optional.of(component.path("valuesKey").asText())
                    .filter(name -> !name.isEmpty())
                    .flatMap(name -> surroundings.find(ModelFile.Kind.DMN, CodeRows.table(name)))
                    .flatMap(CodeRows::of)
                    .ifPresent(codes -> codes.rows().forEach(row -> options.add(row.code())));
        }
        component.path("components").forEach(child -> options(child, field, options));
    }
}
