package gm.sharing.workflow.access;

import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
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
    public String what() {
        return "what groups may do in the engine";
    }

    @Override
    public void prepare(Parts parts) {
        parts.each(grants(), Grant::inWords, this::make);
    }

    private static List<Grant> grants() {
        return Stream.concat(
                        Stream.of(
                                Grant.of(null, Resources.APPLICATION, TASKLIST, Permissions.ACCESS),
                                // Names and diagrams of the models, not what runs on them.
                                Grant.of(null, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ),
                                Grant.of(
                                        Role.PROJECT_LEAD,
                                        Resources.PROCESS_DEFINITION,
                                        OwnProject.SHARING_PROJECT,
                                        Permissions.READ,
                                        ProcessDefinitionPermissions.CREATE_INSTANCE),
                                // Of those processes only that a group of theirs may start.
                                Grant.of(null, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE),
                                Grant.of(Role.PROCESS_OWNER, Resources.APPLICATION, COCKPIT, Permissions.ACCESS),
                                Grant.of(
                                        Role.PROCESS_OWNER,
                                        Resources.DEPLOYMENT,
                                        Authorization.ANY,
                                        Permissions.CREATE,
                                        Permissions.READ),
                                Grant.of(
                                        Role.PROCESS_OWNER,
                                        Resources.DECISION_DEFINITION,
                                        Authorization.ANY,
                                        Permissions.READ),
                                Grant.of(
                                        Role.PROCESS_OWNER,
                                        Resources.DECISION_REQUIREMENTS_DEFINITION,
                                        Authorization.ANY,
                                        Permissions.READ)),
                        Arrays.stream(Resources.values())
                                .map(resource ->
                                        Grant.of(Role.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL)))
                .toList();
    }

    private void make(Grant grant) {
        Permission[] permissions = grant.permissions().toArray(Permission[]::new);
        if (grant.role() == null) {
            everybody(grant.resource(), grant.id(), permissions);
        } else {
            group(grant.role(), grant.resource(), grant.id(), permissions);
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

    /** What a role may do; everybody who signed in where no role is named. */
    private record Grant(@Nullable Role role, Resource resource, String id, List<Permission> permissions) {

        static Grant of(@Nullable Role role, Resource resource, String id, Permission... permissions) {
            return new Grant(role, resource, id, List.of(permissions));
        }

        String inWords() {
            return "the permission of %s on %s %s"
                    .formatted(role == null ? "everybody" : role.group(), resource.resourceName(), id);
        }
    }
}
