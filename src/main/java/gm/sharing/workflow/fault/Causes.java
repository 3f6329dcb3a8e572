package gm.sharing.workflow.fault;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a step fails, in plain words. Only what comes from the model itself is repeated: a message may hold what somebody
 * answered, so of all others nothing but their kind is told.
 */
final class Causes {

    private static final String MORE = "The log and, for administrators, Cockpit tell more";

    private static final Words WORDS = Words.in("deadline/counting");

    private static final Words OF_MODELS = Words.in("form/models");

    private static final String TABLE = "decision table “[^”\\n]{1,300}” \\(([\\w.-]{1,100})\\)";

    private static final String ID = "'?([\\w:.-]{1,100})'?";

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "Unknown property used in expression: (\\$\\{[^\\n]{1,300}?})\\. Cause",
                    found -> "The expression " + found.group(1) + " names something that does not exist there"),
            new Known(
                    "Unknown method used in expression: (\\$\\{[^\\n]{1,300}?})\\. Cause",
                    found -> "The expression " + found.group(1) + " asks for something that does not exist"),
            new Known(
                    "At most (\\d+) working days can be counted, and no fewer than 0, not (-?\\d+)",
                    found -> WORDS.text("working-days", Map.of("most", found.group(1), "days", found.group(2)))),
            new Known(
                    "Error while evaluating expression: (\\$\\{[^\\n]{1,300}?})\\. Cause",
                    found -> "The expression " + found.group(1) + " cannot be evaluated"),
            new Known("condition.expression.returns.null", found -> "A condition gives nothing"),
            new Known(
                    "ENGINE-02004 .*?element with id " + ID,
                    found -> "No way leads on from " + found.group(1)
                            + ": none of its conditions holds, and it has no default"),
            new Known(
                    "no processes deployed with key " + ID,
                    found -> "The process “" + found.group(1) + "” that it calls is not deployed"),
            new Known(
                    "no decision definition deployed with key " + ID,
                    found -> "The table “" + found.group(1) + "” that it asks is not deployed"),
            new Known(
                    "No handler for the form " + ID,
                    found -> "The program does not know the form “" + found.group(1) + "”"),
            new Known(
                    "The form " + ID + " is not deployed",
                    found -> "The form “" + found.group(1) + "” is not deployed"),
            new Known(
                    "needs the process variable " + ID,
                    found -> "The process variable “" + found.group(1) + "” is missing"),
            new Known(
                    "DMN-01\\d{3}|FEEL/SCALA-\\d+|DMN-03\\d{3}",
                    found -> "A decision table cannot be evaluated (" + found.group() + ")"),
            new Known(
                    TABLE + ", row ([\\w-]{1,100}), column “([^”\\n]{1,100})”",
                    found -> OF_MODELS.text(
                            "table-says",
                            Map.of("table", found.group(1), "row", found.group(2), "column", found.group(3)))),
            new Known(
                    TABLE + " has no row for this",
                    found -> OF_MODELS.text("table-says-nothing", Map.of("table", found.group(1)))),
            new Known(
                    "models may not use|services that models may use",
                    found -> "An expression reaches for something that models may not use"),
            new Known(
                    "(?i)value.too.long|numeric.value.out.of.range",
                    found -> "A text or a number that it works out is too long to be kept"),
            new Known("Refused", found -> "The record refuses what the step is to do"));

    private Causes() {}

    /** In words, without a full stop at the end. */
    static String of(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        Throwable last = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage())
                    .append('\n');
            last = cause;
        }
        String kind = last.getClass().getSimpleName();
        return known(all).orElse("It failed with an unexpected error (" + kind + "). " + MORE);
    }

    /** Of the message that the engine keeps of a failed job. */
    static String of(@Nullable String message) {
        return known(String.valueOf(message)).orElse("It failed with an unexpected error. " + MORE);
    }

    private static Optional<String> known(CharSequence text) {
        return KNOWN.stream().flatMap(known -> known.in(text)).findFirst();
    }

    private record Known(Pattern pattern, Function<MatchResult, String> words) {

        Known(String pattern, Function<MatchResult, String> words) {
            this(Pattern.compile(pattern), words);
        }

        Stream<String> in(CharSequence text) {
            return pattern.matcher(text).results().limit(1).map(words);
        }
    }
}
