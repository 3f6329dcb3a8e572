package gm.sharing.workflow.access;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** What people may do with what they make: the engine's defaults, narrowed. */
final class LeastAuthorizations extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    private final StarterGrants starters;

    LeastAuthorizations(StarterGrants starters) {
        this.starters = starters;
    }

    /** People sign under their names, so that only administrators change these; their own password they may change. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), Permissions.READ)
        };
    }

    /** Deleting a deployment would delete the projects that run on it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        Authentication signedIn = signedIn();
        if (signedIn == null) {
            return NONE;
        }
        return new AuthorizationEntity[] {
            createGrantAuthorization(
                    signedIn.getUserId(), null, Resources.DEPLOYMENT, deployment.getId(), Permissions.READ)
        };
    }

    /** A process of a process owner's own is started by whom its model names. */
    @Override
    public AuthorizationEntity[] newProcessDefinition(ProcessDefinition process) {
        return starters.of(
                process.getKey(),
                ((ProcessDefinitionEntity) process)
                        .getCandidateStarterGroupIdExpressions().stream()
                                .map(Expression::getExpressionText)
                                .toList());
    }

    /**
     * A task that went to somebody else is closed to the person who had it, unless a group of theirs may do it. Where groups
     * may do it, whoever takes it gets no permission of their own, which would outlive a role that ends.
     */
    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String before, @Nullable String now) {
        CommandContext context = Context.getCommandContext();
        if (before != null && !before.equals(now)) {
            context.getAuthorizationManager()
                    .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), before);
        }
        if (((TaskEntity) task).getCandidates().stream().anyMatch(candidate -> candidate.getGroupId() != null)) {
            return NONE;
        }
        AuthorizationEntity[] authorizations = super.newTaskAssignee(task, before, now);
        return authorizations == null ? NONE : authorizations;
    }

    /** Whoever owns a task that their deputy has gets it back, and needs nothing meanwhile. */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, @Nullable String before, @Nullable String now) {
        return NONE;
    }

    private static @Nullable Authentication signedIn() {
        Authentication authentication =
                Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? null : authentication;
    }
}
