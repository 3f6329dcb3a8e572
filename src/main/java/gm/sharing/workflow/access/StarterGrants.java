package gm.sharing.workflow.access;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationAdded;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who may start a process of a process owner's own: the candidate starter groups of its newest version. The engine only lists
 * by them; what it asks for are permissions, which are made from them here. A role of organisations, such as {@code ig}, is
 * that role in every one.
 */
@Component
@Order(25)
class StarterGrants implements EnginePreparation {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<Directory> directory;

    /** All are looked up late, because the engine is built with this. */
    StarterGrants(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<RepositoryService> repository,
            ObjectProvider<Directory> directory) {
        this.engine = engine;
        this.repository = repository;
        this.directory = directory;
    }

    @Override
    public String what() {
        return "who may start the process owners’ processes";
    }

    /** Organisations may have come since the process was deployed. */
    @Override
    public void prepare(Parts parts) {
        // Not by the query itself, which reads each model and ends at one that is broken.
        List<ProcessDefinition> newest = engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.getProcessDefinitionManager()
                        .findProcessDefinitionsByQueryCriteria(
                                (ProcessDefinitionQueryImpl) repository
                                        .getObject()
                                        .createProcessDefinitionQuery()
                                        .latestVersion(),
                                null));
        parts.each(newest, process -> "who may start " + process.getKey(), process -> {
            Set<String> words = starters(process);
            if (!words.isEmpty()) {
                engine.getObject().getCommandExecutorTxRequired().execute(context -> {
                    context.runWithoutAuthorization(() -> {
                        for (AuthorizationEntity grant : of(process.getKey(), words)) {
                            context.getAuthorizationManager().insert(grant);
                        }
                        return null;
                    });
                    return null;
                });
            }
        });
    }

    /** Its people may start at once what their roles may start elsewhere. */
    @EventListener
    void follow(OrganisationAdded added) {
        prepare(Parts.TOGETHER);
    }

    /** The groups as the model names them. Without reading every model, the engine tells them only like this. */
    @SuppressWarnings("deprecation")
    private Set<String> starters(ProcessDefinition process) {
        return repository.getObject().getIdentityLinksForProcessDefinition(process.getId()).stream()
                .map(IdentityLink::getGroupId)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    /**
     * Those that are missing; what the version before gave and this one does not is taken away. To be called inside a command
     * of the engine.
     */
    AuthorizationEntity[] of(String process, Collection<String> words) {
        if (OwnProject.SHARING_PROJECT.equals(process)) {
            return new AuthorizationEntity[0];
        }
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() -> {
            Set<String> missing = groups(words);
            for (Authorization present : context.getProcessEngineConfiguration()
                    .getAuthorizationService()
                    .createAuthorizationQuery()
                    .authorizationType(Authorization.AUTH_TYPE_GRANT)
                    .resourceType(Resources.PROCESS_DEFINITION)
                    .resourceId(process)
                    .list()) {
                if (present.getGroupId() != null && !missing.remove(present.getGroupId())) {
                    context.getAuthorizationManager().delete((AuthorizationEntity) present);
                }
            }
            return missing.stream().map(group -> grant(group, process)).toArray(AuthorizationEntity[]::new);
        });
    }

    private Set<String> groups(Collection<String> words) {
        return words.stream().flatMap(this::groups).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> groups(String word) {
        return Role.named(word)
                .filter(Role::perOrganisation)
                .map(role ->
                        directory.getObject().all().stream().map(organisation -> role.groupOf(organisation.code())))
                .orElse(Stream.of(word));
    }

    private static AuthorizationEntity grant(String group, String process) {
        var grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(process);
        grant.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        return grant;
    }
}
