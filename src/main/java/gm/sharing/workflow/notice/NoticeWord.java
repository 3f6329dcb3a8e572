package gm.sharing.workflow.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words in the subject and text of a notice that stand for something of the project. */
enum NoticeWord {
    PROJECT,
    TITLE,
    VERSION,
    PARTNER,
    LEADER,
    DUE;

    private static final Pattern WORD = Pattern.compile(
            Arrays.stream(values()).map(word -> Pattern.quote(word.written())).collect(Collectors.joining("|")));

    /** As it is written in a model. */
    String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /**
     * A text with what its words stand for.
     *
     * @param stands gives null for a word that stays as it is
     */
    static String replaced(String text, Function<NoticeWord, @Nullable String> stands) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(stands.apply(of(found.group())), found.group())));
    }

    private static NoticeWord of(String written) {
        return Arrays.stream(values())
                .filter(word -> word.written().equals(written))
                .findFirst()
                .orElseThrow();
    }

    static String all() {
        return Arrays.stream(values()).map(NoticeWord::written).collect(Collectors.joining(", "));
    }
}
