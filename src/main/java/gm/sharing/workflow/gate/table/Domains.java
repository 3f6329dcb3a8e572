package gm.sharing.workflow.gate.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values of each fact stand in for all of them: a table tells no others apart. */
final class Domains {

    /** Any text that the table does not name. */
    static final String ANYTHING_ELSE = "(anything else)";

    /** Of answers to questions, see {@code OwnAnswer}. */
    private static final double MOST = 999_999_999_999_999d;

    private static final int LONGEST = 500;

    /** What functions make something of, by their names. */
    private static final Map<String, String> READ = Map.of("date", "2027-03-04", "duration", "P1D", "number", "-2.5");

    private final Table table;
    private final Map<String, Fact> facts;
    private final Map<String, List<String>> words;
    private final boolean own;

    /**
     * @param words of the facts that are one of some words
     * @param own whether only models tell the table its facts, among them answers that are left empty
     */
    Domains(Table table, Map<String, Fact> facts, Map<String, List<String>> words, boolean own) {
        this.table = table;
        this.facts = facts;
        this.words = words;
        this.own = own;
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
            case NUMBER -> values.addAll(numbers(fact));
            case WORD -> {
                values.addAll(words.getOrDefault(fact.name(), List.of()));
                if (values.isEmpty() || (fact.isAnyText() && fact.offeredBy() == null)) {
                    values.addAll(mentioned(fact));
                    values.add(ANYTHING_ELSE);
                    values.addAll(tried());
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
        answers().forEach(cell -> mentioned.addAll(Literals.comparedWith(fact.name(), cell.root())));
        if (fact.type() == Fact.Type.WORD) {
            mentioned.removeAll(words.getOrDefault(fact.name(), List.of()));
        }
        return List.copyOf(mentioned);
    }

    private Stream<FeelCell> answers() {
        return table.rows.stream()
                .flatMap(row -> row.answers().stream())
                .flatMap(entry -> Stream.ofNullable(entry.cell()));
    }

    /** What functions take otherwise than other texts: those of about the lengths that the table names, and what can be read. */
    private List<String> tried() {
        List<Object> cells = Stream.concat(
                        table.rows.stream().flatMap(row -> row.conditions().stream()),
                        table.rows.stream().flatMap(row -> row.answers().stream()))
                .filter(entry -> entry.cell() != null)
                .map(entry -> entry.cell().root())
                .toList();
        Set<String> called = cells.stream()
                .flatMap(cell -> Literals.functions(cell).stream())
                .collect(Collectors.toSet());
        Set<String> tried = new LinkedHashSet<>(own ? List.of("") : List.of());
        if (called.contains("substring") || called.contains("string length")) {
            cells.stream()
                    .flatMap(cell -> Literals.numbers(cell).stream())
                    .mapToInt(BigDecimal::intValue)
                    .filter(length -> length > 0 && length < LONGEST)
                    .flatMap(length -> IntStream.rangeClosed(length - 1, length + 1))
                    .filter(length -> length > 0)
                    .forEach(length -> tried.add("x".repeat(length)));
        }
        READ.entrySet().stream()
                .filter(function -> called.contains(function.getKey()))
                .forEach(function -> tried.add(function.getValue()));
        tried.remove(ANYTHING_ELSE);
        return List.copyOf(tried);
    }

    /** Each number that the table names, and those beside it; of its own facts also the least and the largest that there are. */
    private List<Object> numbers(Fact fact) {
        String type = table.inputs.stream()
                .filter(column -> column.name().equals(fact.name()))
                .map(Table.Column::type)
                .findFirst()
                .orElse("double");
        boolean any = fact.open() && type.equals("double");
        Set<Double> numbers = new TreeSet<>(any ? List.of(-1d, 0d, 0.5, 1d) : List.of(-1d, 0d, 1d));
        if (fact.open()) {
            double most = type.equals("integer") ? Integer.MAX_VALUE : MOST;
            numbers.addAll(List.of(-most, most));
        }
        Stream<FeelCell> conditions = table.rows.stream()
                .flatMap(row -> row.conditions().stream())
                .flatMap(entry -> Stream.ofNullable(entry.cell()));
        Stream.concat(conditions, answers().filter(cell -> cell.names().contains(fact.name())))
                .flatMap(cell -> Literals.numbers(cell.root()).stream())
                .map(BigDecimal::doubleValue)
                .forEach(at -> numbers.addAll(
                        any ? List.of(at - 1, at - 0.001, at, at + 0.001, at + 1) : List.of(at - 1, at, at + 1)));
        return any
                ? List.copyOf(numbers)
                : numbers.stream()
                        .filter(number -> (fact.open() || number >= 0) && number % 1 == 0)
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
