package gm.sharing.workflow;

import gm.sharing.Refused;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers a person with the refusal alone. The engine wraps what a listener or a service throws in messages of its own and
 * calls it an error of the server.
 */
final class RefusalsInPlainWords extends CommandInterceptor {

    /** Said by the engine's command that saves an account, with nothing that tells what is wrong. */
    private static final String WEAK_PASSWORD = "Password does not match policy";

    private final ProcessEngineConfigurationImpl engine;

    RefusalsInPlainWords(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (Refused | ProcessEngineException e) {
            Refused refused = refusal(e);
            if (refused == null || engine.getIdentityService().getCurrentAuthentication() == null) {
                throw e;
            }
            throw new BadUserRequestException(refused.getMessage(), e);
        }
    }

    private static @Nullable Refused refusal(Throwable thrown) {
        if (WEAK_PASSWORD.equals(thrown.getMessage())) {
            return new Refused(
                    "This password is too easy to guess. It needs at least 12 characters, no name or address of"
                            + " the person, and nothing common: three unusual words do.");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // What a form was refused for is told by the engine as it is.
            if (cause instanceof FormFieldValidationException) {
                return null;
            }
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }
}
