package gm.sharing.workflow;

import gm.sharing.Conflicts;
import gm.sharing.Refused;
import gm.sharing.workflow.form.DoneTasks;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets people act at the same moment. What two of them change at once is done one after the other, by doing the second
 * again; when both did the same task, the second is told who was first instead of that the task cannot be found.
 */
final class OneAfterTheOther extends CommandInterceptor {

    private static final int TRIES = 5;

    /** The engine says it only in the message; the command keeps the task's id to itself. */
    private static final Pattern NO_TASK = Pattern.compile("Cannot find task with id (\\S+?):? ");

    /** What a row refers to is gone, or is still referred to: PostgreSQL 23503 for both, H2 23506 and 23503. */
    private static final Set<String> BROKEN_KEYS = Set.of("23503", "23506");

    private static final String ENGINES_KEY = "act_fk_";

    private static final Logger LOG = LoggerFactory.getLogger(OneAfterTheOther.class);

    /** What says enough: it would be said again. */
    private static final List<Class<? extends RuntimeException>> REFUSALS = List.of(
            Refused.class,
            FormFieldValidationException.class,
            BadUserRequestException.class,
            AuthorizationException.class,
            NotFoundException.class,
            SuspendedEntityInteractionException.class);

    private static final String NOBODY_WAITS =
            "Somebody did this a moment ago, or the project has gone on. What you did was not saved. Open"
                    + " the project’s page again.";

    private final ProcessEngineConfigurationImpl engine;
    private final DoneTasks tasks;

    OneAfterTheOther(ProcessEngineConfigurationImpl engine, DoneTasks tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (isOfAPerson()) {
            return execute(command, TRIES);
        }
        return isPartOfATransaction() ? translated(command) : ofAJob(command);
    }

    /** It is done again at once and as often as it takes, by {@link FailedJobs}. */
    private <T> T ofAJob(Command<T> command) {
        try {
            return next.execute(command);
        } catch (OptimisticLockingException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Context.getCommandContext() == null && isConflict(e)) {
                throw new OptimisticLockingException("Somebody changed the same at the same moment", e);
            }
            throw e;
        }
    }

    /**
     * Whoever began the transaction does it again, and does not know the engine. Where nobody waits any more for what a
     * person did on a page, it was done elsewhere a moment before, or the process went another way. No page asks for a task
     * or an execution that it has not found before: one that is missing ended since.
     */
    private <T> T translated(Command<T> command) {
        try {
            return next.execute(command);
        } catch (MismatchingMessageCorrelationException e) {
            throw (Refused) new Refused(NOBODY_WAITS).initCause(e);
        } catch (RuntimeException e) {
            if (isConflict(e) || isOvertaken(e) || PlainRefusals.isGone(e)) {
                throw new OptimisticLockingFailureException("Somebody changed the same process at the same moment", e);
            }
            throw e;
        }
    }

    private static boolean isPartOfATransaction() {
        return Context.getCommandContext() == null && TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Not within another command or transaction, which would have to be done again as a whole. */
    private boolean isOfAPerson() {
        return Context.getCommandContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && engine.getIdentityService().getCurrentAuthentication() != null;
    }

    private <T> T execute(Command<T> command, int tries) {
        try {
            return PlainRefusals.found(next.execute(command), command);
        } catch (NullValueException e) {
            throw toldWhatBecameOf(missingTask(e), e, command);
        } catch (AuthorizationException e) {
            throw toldWhatBecameOf(forbiddenTask(e), e, command);
        } catch (RuntimeException e) {
            if (!isConflict(e) && !isOvertaken(e)) {
                RuntimeException told = PlainRefusals.of(e);
                if (tries == TRIES && command instanceof SubmitTaskFormCmd && isUnforeseen(told)) {
                    LOG.warn("A form could not be submitted, and is once more", e);
                    return execute(command, 1);
                }
                throw told;
            }
            if (tries == 1) {
                throw refused(
                        "Several people changed this project at the same moment, so what you did was not saved. Try again.",
                        e,
                        command);
            }
            return execute(command, tries - 1);
        }
    }

    /**
     * What is gone while a form is submitted, because somebody else was first, is missed in as many ways as there are places
     * that look for it. Done again, the task itself is missed, and the person is told what became of it.
     */
    private static boolean isUnforeseen(RuntimeException thrown) {
        return REFUSALS.stream().noneMatch(kind -> kind.isInstance(thrown));
    }

    static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return Conflicts.isConflict(thrown);
    }

    /**
     * A row of the engine's came or went while this was about to write: the keys between its tables say so before the
     * engine can. Jobs use up a retry for it, so that a fault that comes each time ends.
     */
    private static boolean isOvertaken(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            for (var sql = cause instanceof SQLException first ? first : null;
                    sql != null;
                    sql = sql.getNextException()) {
                if (BROKEN_KEYS.contains(String.valueOf(sql.getSQLState()))
                        && String.valueOf(sql.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains(ENGINES_KEY)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<String> missingTask(NullValueException thrown) {
        return NO_TASK.matcher(String.valueOf(thrown.getMessage()))
                .results()
                .findFirst()
                .map(found -> found.group(1));
    }

    /** A task takes its permissions with it, so it may end between being found and being allowed. */
    private static Optional<String> forbiddenTask(AuthorizationException thrown) {
        return thrown.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .map(MissingAuthorization::getResourceId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private RuntimeException toldWhatBecameOf(Optional<String> task, RuntimeException thrown, Command<?> command) {
        String asking = engine.getIdentityService().getCurrentAuthentication().getUserId();
        return task.flatMap(id -> tasks.whatBecameOf(id, asking, engine))
                .map(words -> refused(words, thrown, command))
                .orElseGet(() -> PlainRefusals.of(thrown));
    }

    /** The REST API passes words on of the one kind when a form is submitted, of the other in all other cases. */
    private static RuntimeException refused(String words, RuntimeException thrown, Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd
                ? new FormFieldValidationException(null, words, thrown)
                : new BadUserRequestException(words, thrown);
    }
}
