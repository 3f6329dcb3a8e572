package gm.sharing.workflow.gate.table;

import gm.sharing.code.Coded;
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
 * @param lists whether it is a table of codes, of which every row is read
 * @param codes that rules of the program name
 * @param others whether a table of codes may have others, which no rule names
 * @param never codes that a table of codes may not have
 * @param before pairs of numbers of which the first is the smaller
 * @param family whether every table is meant whose id begins so: each organisation keeps one of its own
 */
public record TableContract(
        String table,
        boolean one,
        boolean lists,
        List<String> codes,
        boolean others,
        List<String> never,
        List<Fact> facts,
        List<Answer> answers,
        List<Map.Entry<String, String>> before,
        boolean family) {

    /** A table that gives one answer to everything. */
    public static TableContract one(String table, List<Fact> facts, Answer... answers) {
        return new TableContract(
                table, true, false, List.of(), true, List.of(), facts, List.of(answers), List.of(), false);
    }

    /** A table of which the program reads every row that applies. */
    public static TableContract all(String table, List<Fact> facts, Answer... answers) {
        return new TableContract(
                table, false, false, List.of(), true, List.of(), facts, List.of(answers), List.of(), false);
    }

    /** Tables of which the program reads every row that applies, one for each organisation: their ids begin so and end with its code. */
    public static TableContract ofOrganisations(String beginning, List<Fact> facts, Answer... answers) {
        return new TableContract(
                beginning, false, false, List.of(), true, List.of(), facts, List.of(answers), List.of(), true);
    }

    /** Whether this is what the program expects of the table with this id. */
    public boolean covers(String id) {
        return family ? id.startsWith(table) : id.equals(table);
    }

    /** A table that lists codes with their labels: those that rules name are there, and each row says all the answers. */
    public static TableContract codes(String table, List<String> named, Answer... answers) {
        return new TableContract(
                table, false, true, List.copyOf(named), true, List.of(), List.of(), List.of(answers), List.of(), false);
    }

    /** A table of codes with the labels for choices that the program goes on by, so it has these and no others. */
    public static TableContract choices(String table, Coded... choices) {
        return new TableContract(
                table,
                false,
                true,
                List.of(Coded.codes(choices)),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    /** A table of codes may have none of these. */
    public TableContract without(List<String> codesOfNoRow) {
        return new TableContract(
                table, one, lists, codes, others, List.copyOf(codesOfNoRow), facts, answers, before, family);
    }

    /** The first number has to be smaller than the second wherever both are given. */
    public TableContract with(String smaller, String larger) {
        return new TableContract(
                table,
                one,
                lists,
                codes,
                others,
                never,
                facts,
                answers,
                Stream.concat(before.stream(), Stream.of(Map.entry(smaller, larger)))
                        .toList(),
                family);
    }

    Optional<Answer> answer(String name) {
        return answers.stream().filter(answer -> answer.name().equals(name)).findFirst();
    }
}
