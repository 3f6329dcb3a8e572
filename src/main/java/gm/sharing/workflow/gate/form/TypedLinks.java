package gm.sharing.workflow.gate.form;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links of a form's text whose target is worked out: nobody is led to where somebody else typed. */
final class TypedLinks {

    /** What the program shows in forms as the address of a page of its own. */
    private static final Set<String> ADDRESSES = Set.of("document");

    /** The target of a link; what is worked out in it may hold brackets. */
    private static final Pattern TARGET = Pattern.compile("\\]\\(\\s*((?:\\{\\{.*?}}|[^)])*)\\)?");

    private static final Pattern WHOLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}\\s*");

    /** An address in plain text, which becomes a link by itself, or one in angle brackets, with something worked out in it. */
    private static final Pattern BARE = Pattern.compile(
            "(?:(?:https?:|mailto:|www\\.|<)(?:[^\\s{]|\\{(?!\\{))*\\{\\{)|(?:}}[^\\s{]*://)",
            Pattern.CASE_INSENSITIVE);

    /** What makes a link of the words around it. */
    private static final Pattern MAKING =
            Pattern.compile("\\]\\s*\\(|://|mailto:|www\\.|<[a-z/]", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private TypedLinks() {}

    /**
     * Whether the text leads to something else than what is written, or what the program gives.
     *
     * @param given whether the form is shown a value of this name that nobody answers in it
     */
    static boolean isIn(String text, Predicate<String> given) {
        Matcher target = TARGET.matcher(text);
        while (target.find()) {
            String to = target.group(1);
            Matcher whole = WHOLE.matcher(to);
            boolean written = !to.contains("{{");
            if (!written && !(whole.matches() && ADDRESSES.contains(whole.group(1)) && given.test(whole.group(1)))) {
                return true;
            }
        }
        return BARE.matcher(TARGET.matcher(text).replaceAll("]")).find();
    }

    /** Whether an expression of a text makes a link out of what it is given. */
    static boolean makes(String expression) {
        return QUOTED.matcher(expression).results().anyMatch(quoted -> MAKING.matcher(quoted.group())
                .find());
    }
}
