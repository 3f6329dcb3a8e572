package gm.sharing.workflow.access;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses people the engine's ways around a form: to end a task by an error or an escalation, to hand in variables by
 * resolving it, to start a process in its middle. Everybody who may do a task could use them otherwise.
 */
final class OnlyThroughForms extends CommandInterceptor {

    private static final Set<Class<?>> WAYS_AROUND = Set.of(
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            ResolveTaskCmd.class,
            StartProcessInstanceAtActivitiesCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    OnlyThroughForms(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (WAYS_AROUND.contains(command.getClass())
                && engine.getIdentityService().getCurrentAuthentication() != null) {
            throw new AuthorizationException("Tasks are done and projects are started with their forms only.");
        }
        return next.execute(command);
    }
}
