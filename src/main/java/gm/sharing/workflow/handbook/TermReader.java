package gm.sharing.workflow.handbook;

import gm.sharing.handbook.Term;
import gm.sharing.handbook.Term.Case;
import gm.sharing.handbook.Term.Count;
import gm.sharing.workflow.handbook.ReadModel.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an expression of a model comes to, as far as models and tables say it: working days that are counted, from a
 * number, from a table that the model asks, or from either by the urgency. What the program works out itself stays open.
 */
final class TermReader {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("([^?]+)\\?([^:]+):(.+)", Pattern.DOTALL);
    private static final Pattern IS_CODE = Pattern.compile("\\w+ == '([a-z-]+)'");
    private static final Pattern IS_NULL = Pattern.compile("\\w+ == null");
    private static final Pattern COUNTED = Pattern.compile("workingDays\\.from\\((now\\(\\)|\\w+), ?(.+)\\)");
    private static final Pattern REMINDER = Pattern.compile("workingDays\\.reminder\\(now\\(\\), ?\\w+, ?(.+)\\)");
    private static final Pattern ENTRY =
            Pattern.compile("decisionResult\\.getSingleResult\\(\\)\\.getEntry\\('(\\w+)'\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern CODE = Pattern.compile("\"([^\"]*)\"");
    /** Where the program counts a moment itself, it does so from the model's number of working days of the same name. */
    private static final String AT = "At";

    private static final String DAYS = "Days";
    private static final Value NOTHING = new Value("", null, Map.of());

    private final Book book;
    private final Set<String> seen = new HashSet<>();

    TermReader(Book book) {
        this.book = book;
    }

    /** When a step is due; null when its model does not say. */
    @Nullable Term due(Book.Place place) {
        String due = place.step().due();
        return due == null || due.isBlank() ? null : new Term(moment(place.model(), due, NOTHING));
    }

    /** When a timer goes off beside a step. */
    Term alarm(Book.Place place, String when) {
        String due = place.step().due();
        return due != null && due.strip().equals(when)
                ? new Term(List.of(new Case(Count.WHEN_DUE, "", List.of())))
                : new Term(moment(place.model(), when, NOTHING));
    }

    private List<Case> moment(ReadModel model, String text, Value setBy) {
        Matcher span = ReadTable.SPAN.matcher(text.strip());
        if (span.matches()) {
            return List.of(new Case(Count.SPAN, span.group(1), List.of()));
        }
        String expression = inner(text);
        Matcher counted = COUNTED.matcher(expression);
        if (counted.matches()) {
            boolean fromNow = !NAME.matcher(counted.group(1)).matches();
            return number(model, counted.group(2), setBy, fromNow ? Count.WORKING_DAYS : Count.AFTER_DUE);
        }
        Matcher reminder = REMINDER.matcher(expression);
        if (reminder.matches()) {
            return number(model, reminder.group(1), setBy, Count.BEFORE_DUE);
        }
        if (!NAME.matcher(expression).matches()) {
            return List.of();
        }
        List<Case> set = variable(model, expression, (from, value) -> moment(from, value.text(), value));
        return set.isEmpty() && expression.endsWith(AT)
                ? variable(
                        model,
                        expression.substring(0, expression.length() - AT.length()) + DAYS,
                        (from, value) -> number(from, inner(value.text()), value, Count.WORKING_DAYS))
                : set;
    }

    private List<Case> number(ReadModel model, String text, Value setBy, Count count) {
        String expression = text.strip();
        if (NUMBER.matcher(expression).matches()) {
            return List.of(new Case(count, expression, List.of()));
        }
        Matcher choice = CHOICE.matcher(expression);
        if (choice.matches()) {
            return chosen(model, choice, setBy, count);
        }
        Matcher entry = ENTRY.matcher(expression);
        if (entry.matches()) {
            return setBy.table() == null
                    ? List.of()
                    : book.table(setBy.table())
                            .map(table -> rows(table, entry.group(1), setBy.asked(), count))
                            .orElse(List.of());
        }
        return NAME.matcher(expression).matches()
                ? variable(model, expression, (from, value) -> number(from, inner(value.text()), value, count))
                : List.of();
    }

    private List<Case> chosen(ReadModel model, Matcher choice, Value setBy, Count count) {
        String condition = choice.group(1).strip();
        Matcher code = IS_CODE.matcher(condition);
        if (code.matches()) {
            return Stream.concat(
                            number(model, choice.group(2), setBy, count).stream()
                                    .map(one -> new Case(one.count(), one.amount(), List.of(code.group(1)))),
                            number(model, choice.group(3), setBy, count).stream())
                    .toList();
        }
        return IS_NULL.matcher(condition).matches() ? number(model, choice.group(3), setBy, count) : List.of();
    }

    /** What a variable is set to in the model, or in one that calls it. */
    private List<Case> variable(ReadModel model, String name, BiFunction<ReadModel, Value, List<Case>> reading) {
        if (!seen.add(model.key() + " " + name)) {
            return List.of();
        }
        Stream<List<Case>> here =
                model.values().getOrDefault(name, List.of()).stream().map(value -> reading.apply(model, value));
        Stream<List<Case>> elsewhere = book.callers(model.key())
                .filter(caller -> caller.getValue().given().containsKey(name))
                .map(caller -> variable(
                        caller.getKey(),
                        String.valueOf(caller.getValue().given().get(name)),
                        reading));
        List<Case> found = Stream.concat(here, elsewhere)
                .filter(cases -> !cases.isEmpty())
                .findFirst()
                .orElse(List.of());
        seen.remove(model.key() + " " + name);
        return found;
    }

    private static List<Case> rows(ReadTable table, String answer, Map<String, String> asked, Count count) {
        int column = table.outputs().indexOf(answer);
        List<Case> cases = column < 0
                ? List.of()
                : table.words().rows().stream()
                        .filter(row -> NUMBER.matcher(row.answers().get(column)).matches())
                        .filter(row -> mayApply(table, row.conditions(), asked))
                        .map(row -> new Case(
                                count, row.answers().get(column), circumstances(table, row.conditions(), asked)))
                        .toList();
        return cases.stream().map(Case::amount).distinct().count() == 1
                ? List.of(new Case(count, cases.get(0).amount(), List.of()))
                : cases;
    }

    private static boolean mayApply(ReadTable table, List<String> cells, Map<String, String> asked) {
        for (int i = 0; i < cells.size(); i++) {
            String given = asked.get(table.inputs().get(i));
            if (given != null
                    && !EXPRESSION.matcher(given).matches()
                    && !codes(cells.get(i)).isEmpty()
                    && !codes(cells.get(i)).contains(given)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> circumstances(ReadTable table, List<String> cells, Map<String, String> asked) {
        return Stream.iterate(0, i -> i < cells.size(), i -> i + 1)
                .filter(i -> EXPRESSION
                        .matcher(asked.getOrDefault(table.inputs().get(i), "${}"))
                        .matches())
                .flatMap(i -> codes(cells.get(i)).stream())
                .toList();
    }

    /** The words in a cell; none when anything will do. */
    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static String inner(String text) {
        Matcher expression = EXPRESSION.matcher(text.strip());
        return expression.matches() ? expression.group(1).strip() : text.strip();
    }
}
