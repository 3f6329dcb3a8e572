package gm.sharing.workflow;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * What people and programs are told of what cannot be done. The same of something that is not theirs and of something that
 * is not there, so that nobody learns which ids exist; and never that the service failed when only the request was wrong.
 */
final class PlainRefusals {

    /** As the engine says that it looked for an id in vain; it has no kind of exception of its own for it. */
    private static final Pattern NOT_THERE = Pattern.compile(
            "(?s).*(\\b\\w*[iI]d\\b|doesn't exist|does not exist).*: [A-Za-z ]+ is null\\.?|No job found with id '.*");

    /** Where the engine works with what it looked for before it asks whether it found it. */
    private static final Pattern COMMANDS =
            Pattern.compile("org\\.camunda\\.bpm\\.engine\\.impl\\.(cmd|cfg\\.auth)\\..*");

    /** Where the engine goes from step to step. */
    private static final Pattern STEPS =
            Pattern.compile("org\\.camunda\\.bpm\\.engine\\.impl\\.pvm\\.runtime\\.operation\\..*");

    /** Both databases. */
    private static final String ANOTHER_LIKE_IT = "23505";

    private static final String NOT_YOURS_OR_NOT_THERE = "You may not do this, or what you ask for is not there.";

    private PlainRefusals() {}

    /** Refuses where the engine answers nothing at all of what is not there, and refuses what is not yours. */
    static <T> T found(T answer, Command<T> command) {
        if (answer == null && command instanceof GetActivityInstanceCmd) {
            throw new AuthorizationException(NOT_YOURS_OR_NOT_THERE);
        }
        return answer;
    }

    /** What to throw instead; what was thrown when it says enough, or when the service is at fault. */
    static RuntimeException of(RuntimeException thrown) {
        if (thrown instanceof AuthorizationException refused) {
            return refused.getMissingAuthorizations() == null
                            || refused.getMissingAuthorizations().isEmpty()
                    ? refused
                    : notYours(refused);
        }
        if (isNotThere(thrown)) {
            return notYours(thrown);
        }
        if (thrown instanceof NullValueException && !isBehindAStep(thrown)) {
            return new BadUserRequestException(thrown.getMessage(), thrown);
        }
        return hasAnotherLikeIt(thrown)
                ? new BadUserRequestException("There is one like this already.", thrown)
                : thrown;
    }

    /** What a process lacks where it goes on is no fault of whoever asked. */
    private static boolean isBehindAStep(RuntimeException thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> STEPS.matcher(frame.getClassName()).matches());
    }

    /** Whether the engine looked for a task, an execution or a job in vain. */
    static boolean isGone(RuntimeException thrown) {
        return (thrown instanceof NullValueException || thrown instanceof NotFoundException) && isNotThere(thrown);
    }

    private static boolean isNotThere(RuntimeException thrown) {
        return thrown instanceof NullPointerException
                ? thrown.getStackTrace().length > 0
                        && COMMANDS.matcher(thrown.getStackTrace()[0].getClassName())
                                .matches()
                : (thrown instanceof NullValueException
                                || thrown instanceof BadUserRequestException
                                || thrown.getClass() == ProcessEngineException.class)
                        && NOT_THERE
                                .matcher(String.valueOf(thrown.getMessage()))
                                .matches();
    }

    private static AuthorizationException notYours(RuntimeException thrown) {
        var refused = new AuthorizationException(NOT_YOURS_OR_NOT_THERE);
        refused.initCause(thrown);
        return refused;
    }

    private static boolean hasAnotherLikeIt(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            for (var sql = cause instanceof SQLException first ? first : null;
                    sql != null;
                    sql = sql.getNextException()) {
                if (ANOTHER_LIKE_IT.equals(sql.getSQLState())) {
                    return true;
                }
            }
        }
        return false;
    }
}
