package gm.sharing.project;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an option of a form stands for in the law. Rules read this and never the words after it, which a process owner may
 * write anew.
 */
final class LegalCode {

    static final String CONSENT = "9(2)(a)";
    static final String SUBSTANTIAL_INTEREST = "9(2)(g)";
    static final String PUBLIC_TASK = "6(1)(e)";
    static final String RECOGNISED_INTERESTS = "6(1)(ea)";
    static final String LEGITIMATE_INTERESTS = "6(1)(f)";

    /** What public authorities do not rely on for their tasks. */
    static final Set<String> INTERESTS = Set.of(RECOGNISED_INTERESTS, LEGITIMATE_INTERESTS);

    private static final Pattern NONE = Pattern.compile("No\\W?");

    private LegalCode() {}

    /** The point of an article with which the option begins, such as {@code 6(1)(ea)}; empty when nothing was chosen. */
    static String of(@Nullable String option) {
        if (option == null || option.isBlank()) {
            return "";
        }
        String text = option.strip();
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    /** What stands behind the colon, such as the condition of a recognised interest; empty when nothing does. */
    static String detail(@Nullable String option) {
        int colon = option == null ? -1 : option.indexOf(':');
        return option == null || colon < 0 ? "" : option.substring(colon + 1).strip();
    }

    /**
     * Whether the answer under Part 3 of the Data Protection Act 2018 tells of sensitive processing: consent, or a condition
     * of Schedule 8. Only what begins with “No” tells of none.
     */
    static boolean isSensitive(@Nullable String schedule8) {
        return !of(schedule8).isEmpty() && !NONE.matcher(of(schedule8)).matches();
    }
}
