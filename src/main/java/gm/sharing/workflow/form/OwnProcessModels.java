package gm.sharing.workflow.form;

import gm.sharing.journey.StartableProcesses;
import gm.sharing.organisation.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The models of processes of process owners' own, which people start on a project. */
@Component
public class OwnProcessModels implements StartableProcesses {

    private final RepositoryService repository;
    private final IdentityService identity;
    private final FormHandlers handlers;

    OwnProcessModels(RepositoryService repository, IdentityService identity, FormHandlers handlers) {
        this.repository = repository;
        this.identity = identity;
        this.handlers = handlers;
    }

    /** Whether people start it on a project, with a form of a process owner's own. */
    public boolean isOwn(String definition) {
        var process = ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition);
        return ((ProcessDefinitionEntity) process).getStartFormHandler() instanceof StartFormSubmission start
                && handlers.startsOwn(start.form());
    }

    @Override
    public List<Startable> of(Person person) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            return repository
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .active()
                    .startableInTasklist()
                    .startablePermissionCheck()
                    .list()
                    .stream()
                    .filter(process -> isOwn(process.getId()))
                    .map(process -> new Startable(process.getKey(), name(process)))
                    .sorted(Comparator.comparing(Startable::name))
                    .toList();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private static String name(ProcessDefinition process) {
        return Objects.requireNonNullElse(process.getName(), process.getKey());
    }
}
