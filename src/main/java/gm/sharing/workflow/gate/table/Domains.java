package gm.sharing.workflow.gate.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which values of each fact stand in for all of them: a table tells no others apart. */
final class Domains {

    /** Any text that the table does not name. */
    static final String ANYTHING_ELSE = "(anything else)";

    private final Table table;
    private final Map<String, Fact> facts;
    private final Map<String, List<String>> words;

    /** @param words of the facts that are one of some words */
    Domains(Table table, Map<String, Fact> facts, Map<String, List<String>> words) {
        this.table = table;
        this.facts = facts;
        this.words = words;
    }

    /** Of the facts that the table reads, in the order of its columns. */
    Map<String, List<@Nullable Object>> all() {
        Set<String> read = new LinkedHashSet<>();
        for (var column : table.inputs) {
            read.addAll(
                    facts.containsKey(column.name())
                            ? Set.of(column.name())
                            : column.about().names());
        }
        for (var row : table.rows) {
            row.conditions().stream()
                    .filter(entry -> entry.cell() != null)
                    .forEach(entry -> read.addAll(entry.cell().names()));
            row.answers().stream()
                    .filter(entry -> entry.cell() != null)
                    .forEach(entry -> read.addAll(entry.cell().names()));
        }
        Map<String, List<@Nullable Object>> domains = new LinkedHashMap<>();
        for (String name : read) {
            var fact = facts.get(name);
            if (fact != null) {
                domains.put(name, values(fact));
            }
        }
        return domains;
    }

    private List<@Nullable Object> values(Fact fact) {
        List<@Nullable Object> values = new ArrayList<>();
        switch (fact.type()) {
            case TRUTH -> values.addAll(List.of(true, false));
            case NUMBER -> values.addAll(numbers(fact.open()));
            case WORD -> {
                values.addAll(words.getOrDefault(fact.name(), List.of()));
                if (values.isEmpty() || (fact.isAnyText() && fact.offeredBy() == null)) {
                    values.addAll(mentioned(fact));
                    values.add(ANYTHING_ELSE);
                }
            }
            case WORDS -> values.addAll(lists(fact));
        }
        if (fact.optional()) {
            values.add(null);
        }
        return values;
    }

    private List<String> mentioned(Fact fact) {
        Set<String> mentioned = new LinkedHashSet<>();
        table.inputs.stream()
                .filter(column -> !column.name().equals(fact.name())
                        && column.about().names().contains(fact.name()))
                .forEach(
                        column -> mentioned.addAll(Literals.words(column.about().root())));
        for (var row : table.rows) {
            for (int i = 0; i < table.inputs.size(); i++) {
                var cell = row.conditions().get(i).cell();
                if (cell != null
                        && (table.inputs.get(i).name().equals(fact.name())
                                || cell.names().contains(fact.name()))) {
                    mentioned.addAll(Literals.words(cell.root()));
                }
            }
        }
        if (fact.type() == Fact.Type.WORD) {
            mentioned.removeAll(words.getOrDefault(fact.name(), List.of()));
        }
        return List.copyOf(mentioned);
    }

    /** Each number that the table names, and those beside it. */
    private List<Object> numbers(boolean any) {
        Set<Double> numbers = new TreeSet<>(any ? List.of(-1d, 0d, 0.5, 1d) : List.of(0d));
        for (var row : table.rows) {
            for (var entry : row.conditions()) {
                if (entry.cell() != null) {
                    for (BigDecimal number : Literals.numbers(entry.cell().root())) {
                        double at = number.doubleValue();
                        numbers.addAll(
                                any
                                        ? List.of(at - 1, at - 0.001, at, at + 0.001, at + 1)
                                        : List.of(at - 1, at, at + 1));
                    }
                }
            }
        }
        return any
                ? List.copyOf(numbers)
                : numbers.stream()
                        .filter(number -> number >= 0 && number % 1 == 0)
                        .map(number -> (Object) number.longValue())
                        .toList();
    }

    private List<Object> lists(Fact fact) {
        List<Object> lists = new ArrayList<>();
        List<String> mentioned = mentioned(fact);
        lists.add(List.of());
        lists.add(List.of(ANYTHING_ELSE));
        mentioned.forEach(word -> lists.add(List.of(word)));
        lists.add(mentioned);
        return lists;
    }
}
