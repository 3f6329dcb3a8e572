package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.feel.syntaxtree.ConstString;
import org.jspecify.annotations.Nullable;

/** Looks at what the rows answer: to everything, once, in words and numbers that the program knows. */
final class Rows {

    private static final int MOST_EXAMPLES = 5;

    private final Table table;
    private final Optional<TableContract> contract;
    private final Words words;
    private final List<Violation> violations = new ArrayList<>();

    Rows(Table table, Optional<TableContract> contract, Words words) {
        this.table = table;
        this.contract = contract;
        this.words = words;
    }

    List<Violation> violations() {
        try {
            var combinations = combinations();
            if (table.answersOnce()) {
                once(combinations);
            } else {
                table.rows.stream().filter(row -> !combinations.canApply(row)).forEach(this::neverApplies);
            }
            table.rows.forEach(row -> answers(row, combinations));
        } catch (Feel.Fails e) {
            violations.addAll(failing(e));
        } catch (Combinations.TooMany e) {
            violations.add(new Violation(
                    table.key(),
                    table.decision.getName(),
                    "the table is too large to be checked; use fewer columns, or several tables"));
        }
        return violations;
    }

    private Combinations combinations() {
        return new Combinations(table, new Domains(table, words.facts(), words.known(), contract.isEmpty()).all());
    }

    /** Two rows that may both answer, with an example; empty when none do or that cannot be told. */
    Optional<String> together() {
        try {
            return combinations().ofAllRows().stream()
                    .filter(example -> example.rows().cardinality() > 1)
                    .findFirst()
                    .map(example -> {
                        int first = example.rows().nextSetBit(0);
                        return together(first, example.rows().nextSetBit(first + 1), example);
                    });
        } catch (Feel.Fails | Combinations.TooMany e) {
            return Optional.empty();
        }
    }

    private static String together(int one, int other, Combinations.Example example) {
        return "rows %d and %d both answer %s".formatted(one + 1, other + 1, example);
    }

    /** Each cell at which FEEL gives up, or that reads a column at which it does. */
    private List<Violation> failing(Feel.Fails fails) {
        List<Violation> failing = new ArrayList<>();
        String rule = "FEEL stops at “%s” where %s; ask with “if” first".formatted(fails.cell(), fails.example());
        for (var row : table.rows) {
            for (int i = 0; i < table.inputs.size(); i++) {
                if (row.conditions().get(i).text().equals(fails.cell())) {
                    failing.add(table.at(row, table.inputs.get(i), rule));
                }
            }
            for (int i = 0; i < table.outputs.size(); i++) {
                if (row.answers().get(i).text().equals(fails.cell())) {
                    failing.add(table.at(row, table.outputs.get(i), rule));
                }
            }
        }
        table.inputs.stream()
                .filter(column -> column.name().equals(fails.cell()))
                .forEach(column -> failing.add(table.at(column, rule)));
        return failing;
    }

    private void once(Combinations combinations) {
        Set<Integer> answering = new HashSet<>();
        Map<List<Integer>, Combinations.Example> together = new HashMap<>();
        List<Combinations.Example> unanswered = new ArrayList<>();
        for (var example : combinations.ofAllRows()) {
            var rows = example.rows();
            if (rows.isEmpty()) {
                unanswered.add(example);
            } else if (table.policy == HitPolicy.FIRST) {
                answering.add(rows.nextSetBit(0));
            } else {
                rows.stream().forEach(answering::add);
                for (int first = rows.nextSetBit(0); first >= 0; first = rows.nextSetBit(first + 1)) {
                    for (int second = rows.nextSetBit(first + 1); second >= 0; second = rows.nextSetBit(second + 1)) {
                        together.putIfAbsent(List.of(first, second), example);
                    }
                }
            }
        }
        unanswered.stream()
                .limit(MOST_EXAMPLES)
                .forEach(example -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "no row answers %s; add a row for it".formatted(example))));
        together.entrySet().stream()
                .filter(pair -> table.policy == HitPolicy.UNIQUE
                        || !sameAnswers(pair.getKey().get(0), pair.getKey().get(1)))
                .sorted((one, other) ->
                        one.getKey().toString().compareTo(other.getKey().toString()))
                .limit(MOST_EXAMPLES)
                .forEach(pair -> violations.add(new Violation(
                        table.rows.get(pair.getKey().get(1)).id(),
                        "row " + (pair.getKey().get(1) + 1),
                        together(pair.getKey().get(0), pair.getKey().get(1), pair.getValue())
                                + "; make their conditions differ")));
        table.rows.stream().filter(row -> !answering.contains(row.number() - 1)).forEach(row -> {
            if (combinations.canApply(row)) {
                neverAnswers(row);
            } else {
                neverApplies(row);
            }
        });
    }

    private boolean sameAnswers(int one, int other) {
        return texts(table.rows.get(one)).equals(texts(table.rows.get(other)));
    }

    private static List<String> texts(Table.Row row) {
        return row.answers().stream().map(Table.Entry::text).toList();
    }

    private void neverApplies(Table.Row row) {
        violations.add(new Violation(
                row.id(),
                "row " + row.number(),
                "the row never applies: its conditions exclude each other; change or delete it"));
    }

    private void neverAnswers(Table.Row row) {
        violations.add(new Violation(
                row.id(),
                "row " + row.number(),
                "the row never answers, because rows before it do; move it up or delete it"));
    }

    private void answers(Table.Row row, Combinations combinations) {
        Map<String, List<BigDecimal>> numbers = new HashMap<>();
        if (row.answers().stream().allMatch(entry -> entry.text().isEmpty())) {
            violations.add(
                    new Violation(row.id(), "row " + row.number(), "the row answers nothing; fill in its answers"));
            return;
        }
        for (int i = 0; i < table.outputs.size(); i++) {
            var column = table.outputs.get(i);
            var entry = row.answers().get(i);
            var wanted = contract.flatMap(promised -> promised.answer(column.name()));
            if (entry.cell() == null) {
                wanted.filter(answer -> isNeeded(answer, row, combinations))
                        .ifPresent(answer ->
                                violations.add(table.at(row, column, "the cell is empty; the program needs it here")));
                continue;
            }
            if (wanted.filter(Answer::asWritten).isPresent() && !(entry.cell().root() instanceof ConstString)) {
                violations.add(table.at(row, column, "the cell works something out; write a text in quotes"));
                continue;
            }
            Optional<String> unbounded = BoundedCell.fault(entry.cell(), wanted, column);
            if (unbounded.isPresent()) {
                violations.add(table.at(row, column, unbounded.get()));
                continue;
            }
            for (var value :
                    combinations.answers(row, entry.cell(), entry.text()).entrySet()) {
                Object said = value.getKey() == Combinations.Absent.VALUE ? null : value.getKey();
                String fault = wanted.map(answer -> fault(answer, said))
                        .orElseGet(() -> wanted.isPresent() ? null : ofType(column, said));
                if (fault != null) {
                    violations.add(table.at(
                            row,
                            column,
                            "the cell " + fault + (value.getValue().isEmpty() ? "" : ", where " + value.getValue())));
                    break;
                }
                if (said instanceof Number number) {
                    numbers.computeIfAbsent(column.name(), any -> new ArrayList<>())
                            .add(new BigDecimal(number.toString()));
                }
            }
        }
        contract.ifPresent(promised -> promised.before().forEach(pair -> before(row, pair, numbers)));
    }

    /** A cell that is filled in has to say something. */
    private static @Nullable String fault(Answer answer, @Nullable Object said) {
        return said == null ? "says nothing FEEL can make out" : answer.fault(said);
    }

    private static @Nullable String ofType(Table.Column column, @Nullable Object said) {
        var type = Fact.Type.of(column.type());
        boolean fits = (type == Fact.Type.TRUTH && said instanceof Boolean)
                || (type == Fact.Type.NUMBER && said instanceof Number number && isOf(column, number.doubleValue()))
                || (type == Fact.Type.WORD && said instanceof String);
        return fits
                ? null
                : said == null
                        ? "says nothing FEEL can make out"
                        : "says “" + said + "”; the column has the type " + column.type();
    }

    /** As the engine takes numbers for a column. */
    private static boolean isOf(Table.Column column, double number) {
        return switch (column.type()) {
            case "integer" -> number == (int) number;
            case "long" -> number == (long) number;
            default -> true;
        };
    }

    /** Whether the row can apply to that for which the answer is needed. */
    private boolean isNeeded(Answer answer, Table.Row row, Combinations combinations) {
        if (answer.onlyFor() == null) {
            return true;
        }
        String fact = answer.onlyFor().substring(0, answer.onlyFor().indexOf('='));
        String word = answer.onlyFor().substring(fact.length() + 1);
        return combinations.canApply(row, fact, word);
    }

    private void before(Table.Row row, Map.Entry<String, String> pair, Map<String, List<BigDecimal>> numbers) {
        var smaller = new TreeSet<>(numbers.getOrDefault(pair.getKey(), List.of()));
        var larger = new TreeSet<>(numbers.getOrDefault(pair.getValue(), List.of()));
        if (!smaller.isEmpty() && !larger.isEmpty() && smaller.last().compareTo(larger.first()) >= 0) {
            table.outputs.stream()
                    .filter(column -> column.name().equals(pair.getKey()))
                    .findFirst()
                    .ifPresent(column -> violations.add(table.at(
                            row,
                            column,
                            "%s (%s) has to be less than %s (%s)"
                                    .formatted(pair.getKey(), smaller.last(), pair.getValue(), larger.first()))));
        }
    }
}
