package gm.sharing.workflow.access;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Lets a project lead see where the own project stands. The reviews of the partners are instances of their own, which this
 * does not open.
 */
final class OwnProject implements ExecutionListener {

    /** The process that a project lead starts and may follow. */
    static final String SHARING_PROJECT = "sharing-project";

    @Override
    public void notify(DelegateExecution execution) {
        var context = Context.getCommandContext();
        var lead = context.getAuthenticatedUserId();
        if (lead == null) {
            return;
        }
        var grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(lead);
        grant.setResource(Resources.PROCESS_INSTANCE);
        grant.setResourceId(execution.getProcessInstanceId());
        grant.addPermission(ProcessInstancePermissions.READ);
        context.runWithoutAuthorization(() -> {
            context.getAuthorizationManager().insert(grant);
            return null;
        });
    }
}
