package gm.sharing.workflow;

import gm.sharing.Conflicts;
import gm.sharing.workflow.form.DoneTasks;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
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

    /** Whoever began the transaction does it again, and does not know the engine. */
    private <T> T translated(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (isConflict(e)) {
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
            return next.execute(command);
        } catch (NullValueException e) {
            throw toldWhatBecameOf(missingTask(e), e);
        } catch (AuthorizationException e) {
            throw toldWhatBecameOf(forbiddenTask(e), e);
        } catch (RuntimeException e) {
            if (!isConflict(e)) {
                throw e;
            }
            if (tries == 1) {
                throw new FormFieldValidationException(
                        null,
                        "Several people changed this project at the same moment, so what you did was not saved. Try again.",
                        e);
            }
            return execute(command, tries - 1);
        }
    }

    static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return Conflicts.isConflict(thrown);
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

    private RuntimeException toldWhatBecameOf(Optional<String> task, RuntimeException thrown) {
        String asking = engine.getIdentityService().getCurrentAuthentication().getUserId();
        return task.flatMap(id -> tasks.whatBecameOf(id, asking, engine))
                .<RuntimeException>map(words -> new FormFieldValidationException(null, words, thrown))
                .orElse(thrown);
    }
}
