package gm.sharing.handbook;

import gm.sharing.wording.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what the cells of tables hold, so that nobody has to know how tables are written. */
final class CodeWords {

    private static final Words WORDS = Words.in("handbook/terms");

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern ANYTHING = Pattern.compile("-?");

    private CodeWords() {}

    /** When a row applies. */
    static String condition(String cell) {
        return ANYTHING.matcher(cell).matches() ? WORDS.text("any") : value(cell);
    }

    /** What a row says. */
    static String answer(String cell) {
        return cell.isEmpty() ? WORDS.text("none") : value(cell);
    }

    private static String value(String cell) {
        if (TEXTS.matcher(cell).matches()) {
            return capital(TEXT.matcher(cell)
                    .results()
                    .map(text -> within(TermWords.span(text.group(1))))
                    .collect(Collectors.joining(", ")));
        }
        return switch (cell) {
            case "true" -> WORDS.text("yes");
            case "false" -> WORDS.text("no");
            default -> cell;
        };
    }

    /** A code within a sentence: {@code dpo-advice} is "DPO advice". */
    static String within(String code) {
        Set<String> abbreviations = Set.of(WORDS.text("abbreviations").split(", "));
        return Arrays.stream(code.split("-"))
                .map(word -> word.toUpperCase(Locale.UK))
                .map(word -> abbreviations.contains(word) ? word : word.toLowerCase(Locale.UK))
                .collect(Collectors.joining(" "));
    }

    private static String capital(String words) {
        Matcher first = Pattern.compile("^\\p{Ll}").matcher(words);
        return first.replaceFirst(letter -> letter.group().toUpperCase(Locale.UK));
    }
}
