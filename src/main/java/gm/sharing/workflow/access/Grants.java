package gm.sharing.workflow.access;

import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the groups may do in the engine. Tasks need nothing here: whom the model names for a task may read and do it, and
 * nobody else.
 */
@Component
@Order(20)
class Grants implements EnginePreparation {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void prepare() {
        everybody(Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        // Names and diagrams of the models, not what runs on them.
        everybody(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);

        group(
                Role.PROJECT_LEAD,
                Resources.PROCESS_DEFINITION,
                OwnProject.SHARING_PROJECT,
                Permissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        group(Role.PROJECT_LEAD, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);

        group(Role.PROCESS_OWNER, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        group(Role.PROCESS_OWNER, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
        group(Role.PROCESS_OWNER, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        group(Role.PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);

        for (Resource resource : Resources.values()) {
            group(Role.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    /** Everybody who signed in. */
    void everybody(Resource resource, String id, Permission... permissions) {
        AuthorizationQuery present = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id);
        if (present.count() == 0) {
            save(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL), resource, id, permissions);
        }
    }

    private void group(Role role, Resource resource, String id, Permission... permissions) {
        AuthorizationQuery present = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(id);
        if (present.count() == 0) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            save(grant, resource, id, permissions);
        }
    }

    private void save(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
