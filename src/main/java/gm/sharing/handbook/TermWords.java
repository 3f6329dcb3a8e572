package gm.sharing.handbook;

import gm.sharing.handbook.Term.Case;
import gm.sharing.handbook.Term.Count;
import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says lengths of time. */
final class TermWords {

    private static final Words WORDS = Words.in("handbook/terms");

    private static final Pattern SPAN = Pattern.compile("P(\\d+)([DWMY])");

    private static final Set<Count> FROM_BEGINNING = Set.of(Count.WORKING_DAYS, Count.SPAN);

    private TermWords() {}

    /** How long: "15 working days (normal), 3 working days (urgent)". */
    static String length(Term term) {
        return term.cases().isEmpty()
                ? WORDS.text("worked-out")
                : term.cases().stream()
                        .map(one -> inItsCase(one, term, TermWords::amount))
                        .collect(Collectors.joining(", "));
    }

    /** When it happens: "After 7 working days". */
    static String moment(Term term) {
        return !term.cases().isEmpty() && term.cases().stream().allMatch(one -> FROM_BEGINNING.contains(one.count()))
                ? WORDS.text("after", Map.of("time", length(term)))
                : length(term);
    }

    /** When it happens, told from the day on which it is due: "on that day", "5 working days later". */
    static String later(Term sinceDue) {
        return sinceDue.cases().stream()
                .map(one -> inItsCase(one, sinceDue, TermWords::later))
                .collect(Collectors.joining(", "));
    }

    private static String later(Case one) {
        return one.count() == Count.WHEN_DUE
                ? WORDS.text("that-day")
                : WORDS.text("later", Map.of("time", workingDays(one.amount())));
    }

    private static String inItsCase(Case one, Term term, Function<Case, String> saying) {
        String words = saying.apply(one);
        if (term.cases().size() == 1 && one.when().isEmpty()) {
            return words;
        }
        String when = one.when().isEmpty()
                ? WORDS.text("otherwise")
                : one.when().stream().map(CodeWords::within).collect(Collectors.joining(", "));
        return WORDS.text("in-case", Map.of("time", words, "case", when));
    }

    private static String amount(Case one) {
        return switch (one.count()) {
            case WORKING_DAYS -> workingDays(one.amount());
            case BEFORE_DUE -> WORDS.text("before-due", Map.of("time", workingDays(one.amount())));
            case AFTER_DUE -> WORDS.text("after-due", Map.of("time", workingDays(one.amount())));
            case SPAN -> span(one.amount());
            case WHEN_DUE -> WORDS.text("when-due");
        };
    }

    private static String workingDays(String number) {
        return isOne(number) ? WORDS.text("working-day") : WORDS.text("working-days", Map.of("number", number));
    }

    /** A span of time as ISO 8601 writes it, in words; anything else as it is. */
    static String span(String written) {
        Matcher span = SPAN.matcher(written);
        if (!span.matches()) {
            return written;
        }
        String number = span.group(1);
        Map<String, String> values = Map.of("number", number);
        return switch (span.group(2)) {
            case "D" -> isOne(number) ? WORDS.text("day") : WORDS.text("days", values);
            case "W" -> isOne(number) ? WORDS.text("week") : WORDS.text("weeks", values);
            case "M" -> isOne(number) ? WORDS.text("month") : WORDS.text("months", values);
            default -> isOne(number) ? WORDS.text("year") : WORDS.text("years", values);
        };
    }

    private static boolean isOne(String number) {
        return number.equals("1");
    }
}
