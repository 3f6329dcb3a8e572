package gm.sharing.workflow.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/** Times that a model states as such, read as the engine reads them. */
final class Times {

    private static final Pattern RETRY = Pattern.compile("R[1-9]/PT?[1-9][0-9]{0,2}[MHD]");
    private static final Pattern CYCLE = Pattern.compile("R[1-9][0-9]?/P[0-9DTHMWY]+");

    /** May be moved each time. */
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*\\w+\\s*}");

    private static final Pattern AHEAD =
            Pattern.compile("[$#]\\{\\s*(?:workingDays\\.from\\(\\s*now\\(\\s*\\)\\s*,\\s*+(?!0*\\s*\\)|-)[^{}]*\\)"
                    + "|dateTime\\(\\s*\\)\\.plus(?:Hours|Days|Weeks|Months|Years)\\(\\s*+(?!0*\\s*\\)|-)[^{}]*\\)"
                    + "\\.toDate\\(\\s*\\))\\s*}");

    /** Ten years; working days are not counted further, either. */
    private static final Duration FARTHEST = Duration.ofDays(3_654);

    private static final Duration SHORTEST_CYCLE = Duration.ofHours(1);

    private Times() {}

    static boolean isRetry(String text) {
        return RETRY.matcher(text).matches() && after(text) != null;
    }

    /** What is wrong with a point in time, null when nothing is. */
    static @Nullable String date(String text) {
        if (text.startsWith("P")) {
            return duration(text);
        }
        try {
            Instant date = DateTimeUtil.parseDateTime(text).toDate().toInstant();
            return date.isBefore(ClockUtil.getCurrentTime().toInstant())
                    ? "the time “" + PlainText.shown(text) + "” is past; write a later one"
                    : tooFar(text, date);
        } catch (RuntimeException e) {
            return "“" + PlainText.shown(text)
                    + "” is not a time such as 2027-03-31T12:00:00; write one, or an expression"
                    + " such as ${workingDays.from(now(), 10)}";
        }
    }

    private static @Nullable String tooFar(String text, Instant date) {
        return Duration.between(ClockUtil.getCurrentTime().toInstant(), date).compareTo(FARTHEST) > 0
                ? "“" + PlainText.shown(text) + "” is more than ten years from now; write less"
                : null;
    }

    /** What is wrong with a span of time, null when nothing is. */
    static @Nullable String duration(String text) {
        Date after = text.startsWith("P") ? after(text) : null;
        if (after == null) {
            return "“" + PlainText.shown(text) + "” is not a span of time such as P10D or PT2H; write one";
        }
        return after.toInstant().isAfter(ClockUtil.getCurrentTime().toInstant())
                ? tooFar(text, after.toInstant())
                : "the span of time “" + PlainText.shown(text) + "” is none at all; write a longer one";
    }

    /** What is wrong with a repeated time, null when nothing is. */
    static @Nullable String cycle(String text) {
        String rule =
                "a repeated time ends and comes at most hourly, such as R5/P1D; write it so, without an expression";
        if (!CYCLE.matcher(text).matches()) {
            return rule;
        }
        Date after = after(text.substring(text.indexOf('/') + 1));
        return after == null || gap(after).compareTo(SHORTEST_CYCLE) < 0 ? rule : tooFar(text, after.toInstant());
    }

    private static Duration gap(Date after) {
        return Duration.between(ClockUtil.getCurrentTime().toInstant(), after.toInstant())
                .plusSeconds(1);
    }

    /** Whether it lies an hour or more ahead whenever a process comes to it: a fixed time has passed some day. */
    static boolean isAhead(TimerEventDefinition timer) {
        if (timer.getTimeDate() != null) {
            return AHEAD.matcher(timer.getTimeDate().getTextContent().strip()).matches();
        }
        String span = timer.getTimeDuration() == null
                ? ""
                : timer.getTimeDuration().getTextContent().strip();
        Date after = span.startsWith("P") ? after(span) : null;
        return timer.getTimeCycle() != null || (after != null && gap(after).compareTo(SHORTEST_CYCLE) >= 0);
    }

    static boolean isVariable(TimerEventDefinition timer) {
        return timer.getTimeDate() != null
                && VARIABLE.matcher(timer.getTimeDate().getTextContent().strip())
                        .matches();
    }

    /** When the span would be over if it began now; null when the engine cannot read it. */
    private static @Nullable Date after(String text) {
        try {
            return new DurationHelper(text, ClockUtil.getCurrentTime()).getDateAfter();
        } catch (Exception e) {
            return null;
        }
    }
}
