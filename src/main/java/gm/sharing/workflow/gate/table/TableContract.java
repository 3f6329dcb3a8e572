package gm.sharing.workflow.gate.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the program tells a table and reads from it, declared where the table is read. A table may use fewer facts and answer
 * more; what the program reads has to be there, in words and numbers that it knows.
 *
 * @param table its id
 * @param one whether the program needs exactly one row for whatever is so; otherwise any number of them
 * @param before pairs of numbers of which the first is the smaller
 */
public record TableContract(
        String table, boolean one, List<Fact> facts, List<Answer> answers, List<Map.Entry<String, String>> before) {

    /** A table that gives one answer to everything. */
    public static TableContract one(String table, List<Fact> facts, Answer... answers) {
        return new TableContract(table, true, facts, List.of(answers), List.of());
    }

    /** A table of which the program reads every row that applies. */
    public static TableContract all(String table, List<Fact> facts, Answer... answers) {
        return new TableContract(table, false, facts, List.of(answers), List.of());
    }

    /** The first number has to be smaller than the second wherever both are given. */
    public TableContract with(String smaller, String larger) {
        return new TableContract(
                table,
                one,
                facts,
                answers,
                Stream.concat(before.stream(), Stream.of(Map.entry(smaller, larger)))
                        .toList());
    }

    Optional<Answer> answer(String name) {
        return answers.stream().filter(answer -> answer.name().equals(name)).findFirst();
    }
}
