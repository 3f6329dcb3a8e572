package gm.sharing.workflow;

import gm.sharing.audit.Event;
import gm.sharing.audit.SecurityTrail;
import java.util.List;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Records who changes permissions, and checks them with the groups that a person has. The engine first leaves out those without any permission, for which
 * it reads the groups of all permissions each time somebody asks for something: more with every task that is open to anybody.
 */
final class GroupsAsGiven extends AuthorizationManager {

    private final SecurityTrail trail;

    private GroupsAsGiven(SecurityTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void insert(DbEntity authorization) {
        super.insert(authorization);
        record("permission.granted", (AuthorizationEntity) authorization);
    }

    @Override
    public void update(AuthorizationEntity authorization) {
        super.update(authorization);
        record("permission.changed", authorization);
    }

    @Override
    public void delete(DbEntity authorization) {
        super.delete(authorization);
        record("permission.removed", (AuthorizationEntity) authorization);
    }

    /** What the engine itself gives for each task and instance is not recorded: it follows from the models. */
    private void record(String type, AuthorizationEntity authorization) {
        if (!getCommandContext().isAuthorizationCheckEnabled()) {
            return;
        }
        String by = getCommandContext().getAuthenticatedUserId();
        String whose = authorization.getUserId() != null
                ? authorization.getUserId()
                : authorization.getGroupId() != null ? "group " + authorization.getGroupId() : "everybody";
        trail.record(
                by == null ? Event.SYSTEM : by,
                type,
                "Permission of %s on resource %d, %s: type %d, permissions %d."
                        .formatted(
                                whose,
                                authorization.getResource(),
                                authorization.getResourceId(),
                                authorization.getAuthorizationType(),
                                authorization.getPermissions()));
    }

    /** Takes the place of the engine's own. */
    static final class Factory implements SessionFactory {

        private final SecurityTrail trail;

        Factory(SecurityTrail trail) {
            this.trail = trail;
        }

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new GroupsAsGiven(trail);
        }
    }
}
