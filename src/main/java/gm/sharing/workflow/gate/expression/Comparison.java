package gm.sharing.workflow.gate.expression;

import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two values can be compared as the engine compares them, and whether that can ever make a difference. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Comparison() {}

    /** What is wrong with comparing them; empty when nothing is. */
    static Optional<String> check(Kind left, Kind right, boolean forEquality) {
        if (left.isUnknown() || right.isUnknown() || left.isNothing() || right.isNothing()) {
            return Optional.empty();
        }
        if (left.isSurely(String.class) && right.isSurely(String.class)) {
            return forEquality ? texts(left, right) : Optional.empty();
        }
        if (left.isSurely(String.class) || right.isSurely(String.class)) {
            boolean leftIsText = left.isSurely(String.class);
            Kind text = leftIsText ? left : right;
            Kind other = leftIsText ? right : left;
            return canBeReadAs(text, other)
                    ? Optional.empty()
                    : Optional.of("a text is compared with " + MethodCall.words(other.type()));
        }
        boolean comparable = left.canBe(right.type()) || (isNumber(left) && isNumber(right));
        return comparable
                ? Optional.empty()
                : Optional.of(MethodCall.words(left.type()) + " is compared with " + MethodCall.words(right.type()));
    }

    private static Optional<String> texts(Kind left, Kind right) {
        Set<String> first = left.values();
        Set<String> second = right.values();
        if (first == null || second == null) {
            return Optional.empty();
        }
        Set<String> written = first.size() <= second.size() ? first : second;
        Set<String> possible = written == first ? second : first;
        return written.stream()
                .filter(value -> !possible.contains(value))
                .findFirst()
                .filter(value -> written.size() == 1 || possible.stream().noneMatch(written::contains))
                .map(value -> "it is never “" + value + "”" + Similar.hint(value, possible));
    }

    private static boolean canBeReadAs(Kind text, Kind other) {
        Set<String> values = text.values();
        if (values == null) {
            return false;
        }
        if (isNumber(other)) {
            return values.stream().allMatch(value -> NUMBER.matcher(value).matches());
        }
        return other.isSurely(Boolean.class) && Set.of("true", "false").containsAll(values);
    }

    private static boolean isNumber(Kind kind) {
        return kind.isSurely(Number.class) && !kind.isSurely(Date.class);
    }
}
