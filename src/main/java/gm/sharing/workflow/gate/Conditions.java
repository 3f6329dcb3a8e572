package gm.sharing.workflow.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions as they are written, where that tells enough. */
final class Conditions {

    private static final Pattern ONE_EXPRESSION = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Pattern EQUALS = Pattern.compile("(\\w+)\\s*==\\s*'([^']*)'");

    private Conditions() {}

    /** A comparison of a variable with a text. */
    record Equals(String variable, String text) {}

    static boolean isOneExpression(String condition) {
        return ONE_EXPRESSION.matcher(condition).matches();
    }

    /** Whether one holds exactly when the other does not: {@code ${agreed}} and {@code ${!agreed}}. */
    static boolean areOpposite(String one, String other) {
        return isOpposite(inner(one), inner(other)) || isOpposite(inner(other), inner(one));
    }

    private static boolean isOpposite(String plain, String negated) {
        return plain.matches("[A-Za-z]\\w*") && (negated.equals("!" + plain) || negated.equals("not " + plain));
    }

    /** The comparison that a condition is; empty names when it is something else. */
    static Equals equals(String condition) {
        Matcher equals = EQUALS.matcher(inner(condition));
        return equals.matches() ? new Equals(equals.group(1), equals.group(2)) : new Equals("", "");
    }

    private static String inner(String condition) {
        Matcher expression = ONE_EXPRESSION.matcher(condition.strip());
        return expression.matches() ? expression.group(1).strip() : "";
    }
}
