package gm.sharing.workflow.deadline;

import org.jspecify.annotations.Nullable;

/** How a model says when something is due, and so what becomes of it when a working day is lost. */
enum DueExpression {
    /** Working days counted from when it began: later by the day that is lost. */
    COUNTED,
    /** Follows from values that are known: looked up again. */
    DERIVED,
    /** Some time before something that is due, a length of time, or days that the model counts by itself: stays. */
    LEFT;

    private static final String COUNTS = "workingDays.from(";

    static DueExpression of(@Nullable String text) {
        if (text == null || !text.contains("${")) {
            return LEFT;
        }
        if (!text.contains("now()") && !text.contains("dateTime()")) {
            return DERIVED;
        }
        return isCounted(text) ? COUNTED : LEFT;
    }

    /** Whether it counts working days, for a variable that keeps the result. */
    static boolean isCounted(String text) {
        return text.contains(COUNTS);
    }
}
