package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.step.ServiceStep;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.jspecify.annotations.Nullable;

/** What the engine does with what stands at a place of a model. */
enum Expected {
    CONDITION,
    MOMENT,
    NUMBER,
    PERSON,
    GROUPS,
    TEXT,

    /** A text, or nothing. */
    WORDS,
    VALUE,
    LIST,

    /** Names a variable that there is, not an expression. */
    VARIABLE,

    /** A name or a length of time that has to be known before the process runs. */
    PLAIN,

    /** What has to be done. */
    ACTION,
    STEP(ServiceStep.class, JavaDelegate.class, ActivityBehavior.class),
    EXECUTION_LISTENER(ServiceStep.class, ExecutionListener.class, JavaDelegate.class),
    TASK_LISTENER(TaskListener.class),
    MAPPING(DelegateVariableMapping.class);

    @SuppressWarnings("ImmutableEnumChecker") // classes in a list that nobody changes
    private final List<Class<?>> delegates;

    Expected(Class<?>... delegates) {
        this.delegates = List.of(delegates);
    }

    boolean isDelegate() {
        return !delegates.isEmpty();
    }

    /** Whether a service can do the work here. */
    boolean isDoneBy(Class<?> service) {
        for (Class<?> delegate : delegates) {
            if (delegate.isAssignableFrom(service)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with what the text gives; empty when nothing is. */
    Optional<String> fault(Kind kind, String text) {
        boolean literal = !ExpressionSyntax.isIn(text);
        return Optional.ofNullable(
                switch (this) {
                    case CONDITION -> condition(kind, literal);
                    case MOMENT -> moment(kind, text, literal);
                    case NUMBER -> literal ? number(text) : unless(kind.canBe(Number.class), "a number");
                    case WORDS -> unless(kind.isNothing() || kind.isSurely(String.class), "a text");
                    case PERSON -> unless(kind.isNothing() || kind.canBe(String.class), "a text");
                    case GROUPS ->
                        unless(
                                kind.isNothing() || kind.canBe(String.class) || kind.canBe(Collection.class),
                                "a text or a list");
                    case LIST -> unless(!literal && kind.canBe(Collection.class), "a list");
                    case PLAIN -> literal ? null : "this cannot be worked out; write it as it is";
                    case ACTION -> literal ? "this is not an expression; write one such as ${…}" : null;
                    default -> null;
                });
    }

    private static @Nullable String condition(Kind kind, boolean literal) {
        if (literal) {
            return "a condition is an expression that is true or false, such as ${dpiaNeeded}";
        }
        if (kind.missing()) {
            return "there may be nothing here, and then the process would stop; compare it with == true";
        }
        return unless(kind.canBe(Boolean.class), "true or false");
    }

    private static @Nullable String moment(Kind kind, String text, boolean literal) {
        if (!literal) {
            return unless(kind.isNothing() || kind.canBe(Date.class), "a moment, as workingDays.from(now(), 5) does");
        }
        try {
            new DueDateBusinessCalendar().resolveDuedate(text.strip());
            return null;
        } catch (RuntimeException e) {
            return Wording.quoted(text) + " is no point in time; write one such as ${workingDays.from(now(), 5)}";
        }
    }

    private static @Nullable String number(String text) {
        try {
            Integer.parseInt(text.strip());
            return null;
        } catch (NumberFormatException e) {
            return Wording.quoted(text) + " is not a number";
        }
    }

    private static @Nullable String unless(boolean right, String what) {
        return right ? null : "what stands here has to give " + what;
    }
}
