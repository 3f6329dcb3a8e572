package gm.sharing.workflow.gate.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Goes through whatever can be so, and sees which rows apply. Of each fact stand in for all its values as many as the table can
 * tell apart; what a cell says to them is asked of FEEL itself. Whatever leads to the same rows is gone through once.
 */
final class Combinations {

    static final String INPUT = "cellInput";

    private static final int MOST_STEPS = 200_000;
    private static final int MOST_ANSWERS = 20_000;

    /** The table has more combinations than can be gone through in a moment. */
    static final class TooMany extends RuntimeException {}

    /** Of one cell: which values of which facts it lets through. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read in the innermost loop
    private record Test(int[] facts, boolean[] answers) {}

    /** What is so in one combination, and the rows that apply. */
    record Example(Map<String, @Nullable Object> facts, BitSet rows) {

        @Override
        public String toString() {
            return facts.entrySet().stream()
                    .map(fact -> fact.getKey() + " " + inWords(fact.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private static String inWords(@Nullable Object value) {
            return value == null ? "is not known" : "= " + (value instanceof String ? "\"" + value + "\"" : value);
        }
    }

    private final Table table;
    private final List<String> names;
    private final List<List<@Nullable Object>> values;
    private final Map<String, Test> known = new HashMap<>();
    private final List<List<Test>> tests = new ArrayList<>();

    /** @param domains the values of each fact that the table can tell apart */
    Combinations(Table table, Map<String, List<@Nullable Object>> domains) {
        this.table = table;
        this.names = List.copyOf(domains.keySet());
        this.values = new ArrayList<>(domains.values());
        for (var row : table.rows) {
            List<Test> ofRow = new ArrayList<>();
            for (int i = 0; i < table.inputs.size(); i++) {
                var cell = row.conditions().get(i).cell();
                if (cell != null) {
                    ofRow.add(test(
                            table.inputs.get(i), cell, row.conditions().get(i).text()));
                }
            }
            tests.add(ofRow);
        }
    }

    /** Every set of rows that can apply together, with an example; the empty set when there may be none. */
    List<Example> ofAllRows() {
        var all = new BitSet();
        all.set(0, table.rows.size());
        return new Walk(all).examples;
    }

    /** Whether anything lets the row apply, whatever the others do. */
    boolean canApply(Table.Row row) {
        var one = new BitSet();
        one.set(row.number() - 1);
        return new Walk(one)
                .examples.stream().anyMatch(example -> !example.rows().isEmpty());
    }

    /** Whether the row can apply where the fact is this word. */
    boolean canApply(Table.Row row, String fact, String word) {
        int number = names.indexOf(fact);
        if (number < 0) {
            return true;
        }
        int value = values.get(number).indexOf(word);
        return value >= 0 && mayApply(row, new int[] {number}, new int[] {value});
    }

    /** What a cell of the row can answer: its values by an example of what is so. */
    Map<Object, String> answers(Table.Row row, FeelCell cell, String text) {
        int[] facts = facts(cell.names());
        Map<Object, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < combinations(facts); i++) {
            int[] chosen = choice(facts, i);
            if (mayApply(row, facts, chosen)) {
                Object value = Feel.says(text, variables(facts, chosen));
                answers.putIfAbsent(value == null ? Absent.VALUE : value, example(facts, chosen));
            }
        }
        return answers;
    }

    /** Stands for nothing, which is no key. */
    enum Absent {
        VALUE
    }

    /** Looks at the conditions that are about these facts alone. */
    private boolean mayApply(Table.Row row, int[] facts, int[] chosen) {
        int[] current = new int[names.size()];
        Set<Integer> fixed = new HashSet<>();
        for (int i = 0; i < facts.length; i++) {
            current[facts[i]] = chosen[i];
            fixed.add(facts[i]);
        }
        for (Test test : tests.get(row.number() - 1)) {
            boolean about = true;
            for (int fact : test.facts()) {
                about &= fixed.contains(fact);
            }
            if (about && !passes(test, current)) {
                return false;
            }
        }
        return true;
    }

    private Test test(Table.Column column, FeelCell cell, String text) {
        return known.computeIfAbsent(column.id() + "\n" + text, any -> {
            Set<String> about = new LinkedHashSet<>();
            boolean direct = names.contains(column.name());
            about.addAll(direct ? List.of(column.name()) : column.about().names());
            about.addAll(cell.names());
            int[] facts = facts(about);
            boolean[] answers = new boolean[combinations(facts)];
            for (int i = 0; i < answers.length; i++) {
                int[] chosen = choice(facts, i);
                var variables = variables(facts, chosen);
                Object value = direct ? values.get(facts[0]).get(chosen[0]) : Feel.says(column.name(), variables);
                answers[i] = Feel.holds(text, variables.putValue(INPUT, value));
            }
            return new Test(facts, answers);
        });
    }

    private int[] facts(Set<String> about) {
        return about.stream().filter(names::contains).mapToInt(names::indexOf).toArray();
    }

    private int combinations(int[] facts) {
        long product = 1;
        for (int fact : facts) {
            product *= values.get(fact).size();
            if (product > MOST_ANSWERS) {
                throw new TooMany();
            }
        }
        return (int) product;
    }

    /** The last fact changes first. */
    private int[] choice(int[] facts, int number) {
        int[] chosen = new int[facts.length];
        int rest = number;
        for (int i = facts.length - 1; i >= 0; i--) {
            int size = values.get(facts[i]).size();
            chosen[i] = rest % size;
            rest /= size;
        }
        return chosen;
    }

    private VariableMap variables(int[] facts, int[] chosen) {
        var variables = Variables.createVariables();
        for (int i = 0; i < facts.length; i++) {
            Object value = values.get(facts[i]).get(chosen[i]);
            if (value != null) {
                variables.put(names.get(facts[i]), value);
            }
        }
        return variables;
    }

    private String example(int[] facts, int[] chosen) {
        Map<String, @Nullable Object> so = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i++) {
            so.put(names.get(facts[i]), values.get(facts[i]).get(chosen[i]));
        }
        return new Example(so, new BitSet()).toString();
    }

    private boolean passes(Test test, int[] current) {
        int index = 0;
        for (int fact : test.facts()) {
            index = index * values.get(fact).size() + current[fact];
        }
        return test.answers()[index];
    }

    /** One way through all facts, one after the other, with the rows that still may apply. */
    private final class Walk {

        private final List<Example> examples = new ArrayList<>();
        private final Set<List<Object>> seen = new HashSet<>();
        private final int[] current = new int[names.size()];

        Walk(BitSet rows) {
            go(0, rows);
        }

        private void go(int depth, BitSet rows) {
            if (depth == names.size() || rows.isEmpty()) {
                if (seen.add(List.of(-1, rows))) {
                    examples.add(new Example(facts(depth), rows));
                }
                return;
            }
            if (!seen.add(state(depth, rows))) {
                return;
            }
            if (seen.size() > MOST_STEPS) {
                throw new TooMany();
            }
            for (int value = 0; value < values.get(depth).size(); value++) {
                current[depth] = value;
                go(depth + 1, left(depth, rows));
            }
            current[depth] = 0;
        }

        /** The rows whose conditions that are decided by now hold. */
        private BitSet left(int depth, BitSet rows) {
            var left = (BitSet) rows.clone();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                for (Test test : tests.get(row)) {
                    if (last(test) == depth && !passes(test, current)) {
                        left.clear(row);
                    }
                }
            }
            return left;
        }

        /** Two ways that agree in this go on alike. */
        private List<Object> state(int depth, BitSet rows) {
            List<Object> state = new ArrayList<>(List.of(depth, rows));
            Set<Integer> needed = new HashSet<>();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                for (Test test : tests.get(row)) {
                    if (last(test) >= depth) {
                        for (int fact : test.facts()) {
                            if (fact < depth && needed.add(fact)) {
                                state.add(fact * 1_000 + current[fact]);
                            }
                        }
                    }
                }
            }
            return state;
        }

        private static int last(Test test) {
            int last = 0;
            for (int fact : test.facts()) {
                last = Math.max(last, fact);
            }
            return last;
        }

        private Map<String, @Nullable Object> facts(int depth) {
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                facts.put(names.get(i), values.get(i).get(i < depth ? current[i] : 0));
            }
            return facts;
        }
    }
}
