package gm.sharing.workflow.fault;

import gm.sharing.Refused;
import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.fault.Faults;
import gm.sharing.workflow.gate.table.TableFault;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A form is completed in one transaction with the steps behind it. When one of those fails because of its model, the person who
 * completed the form can do nothing about it: they are told so and what to do, and those who can mend it are told where it is.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StepsThatFail extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(StepsThatFail.class);

    private static final Set<Class<?>> OF_FORMS =
            Set.of(SubmitTaskFormCmd.class, CompleteTaskCmd.class, SubmitStartFormCmd.class);

    /** What is about the person's own request, or about the database. */
    private static final List<Class<? extends Throwable>> NOT_THE_MODELS = List.of(
            Refused.class,
            FormFieldValidationException.class,
            BadUserRequestException.class,
            AuthorizationException.class,
            OptimisticLockingException.class,
            SuspendedEntityInteractionException.class,
            DataAccessException.class,
            TransactionException.class,
            PersistenceException.class,
            SQLException.class);

    /** As databases say that a value is too long or too large for its column: what a step worked out was. */
    private static final String DOES_NOT_FIT = "22";

    private final ObjectProvider<Faults> faults;
    private final Elements elements;
    private final Clock clock;
    /** Between the two interceptors, which are of one engine. */
    private static final ThreadLocal<Step> FAILED = new ThreadLocal<>();

    StepsThatFail(ObjectProvider<Faults> faults, Elements elements, Clock clock) {
        this.faults = faults;
        this.elements = elements;
        this.clock = clock;
    }

    /** Where a form's transaction stood when it FAILED. */
    private record Step(
            @Nullable String task, @Nullable String definition, @Nullable String element, @Nullable String reference) {}

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(Stream.concat(
                        Stream.of(new Told(configuration)),
                        nullable(configuration.getCustomPreCommandInterceptorsTxRequired()).stream())
                .toList());
        configuration.setCustomPostCommandInterceptorsTxRequired(Stream.concat(
                        nullable(configuration.getCustomPostCommandInterceptorsTxRequired()).stream(),
                        Stream.of(new Located()))
                .toList());
    }

    private static List<CommandInterceptor> nullable(@Nullable List<CommandInterceptor> interceptors) {
        return interceptors == null ? List.of() : interceptors;
    }

    /** Inside the transaction: remembers where it stands. */
    private final class Located extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!OF_FORMS.contains(command.getClass())) {
                return next.execute(command);
            }
            // Also when it goes well so far: what it made is written to the database afterwards, and may not fit there.
            try {
                return next.execute(command);
            } finally {
                FAILED.set(step());
            }
        }
    }

    private static @Nullable Step step() {
        try {
            CommandContext context = Context.getCommandContext();
            List<TaskEntity> tasks = context.getDbEntityManager().getCachedEntitiesByType(TaskEntity.class);
            TaskEntity task = tasks.stream()
                    .filter(one -> !isNew(context, one))
                    .findFirst()
                    .orElse(null);
            ExecutionEntity execution =
                    context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                            .findFirst()
                            .orElse(null);
            String at = Context.getCommandInvocationContext()
                    .getProcessDataContext()
                    .getLatestActivityId();
            return new Step(
                    task == null ? null : task.getId(),
                    task != null
                            ? task.getProcessDefinitionId()
                            : execution == null ? null : execution.getProcessDefinitionId(),
                    at != null
                            ? at
                            : tasks.stream()
                                    .filter(one -> isNew(context, one))
                                    .findFirst()
                                    .or(() -> Optional.ofNullable(task))
                                    .map(TaskEntity::getTaskDefinitionKey)
                                    .orElse(null),
                    execution == null ? null : execution.getProcessBusinessKey());
        } catch (RuntimeException e) {
            LOG.debug("It cannot be said where it failed", e);
            return null;
        }
    }

    private static boolean isNew(CommandContext context, TaskEntity task) {
        return context.getDbEntityManager()
                        .getDbEntityCache()
                        .getCachedEntity(TaskEntity.class, task.getId())
                        .getEntityState()
                == DbEntityState.TRANSIENT;
    }

    /** Outside of it: nothing of the form is saved by now. */
    private final class Told extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl engine;

        private Told(ProcessEngineConfigurationImpl engine) {
            this.engine = engine;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (!OF_FORMS.contains(command.getClass())
                    || Context.getCommandContext() != null
                    || TransactionSynchronizationManager.isActualTransactionActive()
                    || engine.getIdentityService().getCurrentAuthentication() == null) {
                return next.execute(command);
            }
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (!isTheModels(e)) {
                    throw e;
                }
                LOG.warn("A step behind a form failed", e);
                tell(FAILED.get(), e);
                throw new BadUserRequestException(
                        "Your answers are not saved, because a step behind this form fails. That is a fault of the process and"
                                + " not of what you typed. The process owners and the administrators are told. Keep what you"
                                + " typed, and complete the form again when it is put right.",
                        e);
            } finally {
                FAILED.remove();
            }
        }
    }

    private static boolean isTheModels(RuntimeException thrown) {
        if (thrown instanceof NotFoundException || isMissingTask(thrown)) {
            return false;
        }
        boolean ofDatabase = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DOES_NOT_FIT)) {
                return true;
            }
            if (cause instanceof TableFault) {
                return true;
            }
            ofDatabase |= isNotTheModels(cause);
        }
        return !ofDatabase;
    }

    private static boolean isNotTheModels(Throwable cause) {
        return NOT_THE_MODELS.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    private static boolean isMissingTask(RuntimeException thrown) {
        return thrown instanceof NullValueException
                && String.valueOf(thrown.getMessage()).contains("Cannot find task");
    }

    private void tell(@Nullable Step step, RuntimeException thrown) {
        Step where = step == null ? new Step(null, null, null, null) : step;
        try {
            faults.getObject()
                    .report(new Fault(
                            where.task() == null
                                    ? "start:" + where.definition() + ":" + where.element()
                                    : "step:" + where.task() + ":" + where.element(),
                            FaultKind.STEP,
                            where.reference() == null ? "" : where.reference(),
                            elements.inWords(where.definition(), where.element()),
                            Causes.of(thrown) + ".",
                            "This step behind a form failed, so nothing was saved. Process owners:"
                                    + " correct the model, table or form and deploy it. Journeys that began before keep"
                                    + " their model: administrators move them to the corrected version.",
                            clock.instant(),
                            Fault.Tell.AT_ONCE));
        } catch (RuntimeException e) {
            LOG.warn("The fault could not be told to anybody", e);
        }
    }
}
