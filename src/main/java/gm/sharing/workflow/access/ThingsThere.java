package gm.sharing.workflow.access;

import gm.sharing.workflow.access.DoorRow.Who;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Whether what an administrator changes is there: the engine says of some of them that it is done, though nothing was. */
@Component
class ThingsThere {

    private final IdentityService identity;
    private final RepositoryService models;
    private final RuntimeService running;
    private final ManagementService jobs;

    ThingsThere(IdentityService identity, RepositoryService models, RuntimeService running, ManagementService jobs) {
        this.identity = identity;
        this.models = models;
        this.running = running;
        this.jobs = jobs;
    }

    /** Costs a query for changes by administrators only; of others' requests the engine itself finds out. */
    boolean isMissing(DoorRow row, List<String> path) {
        if (row.who() != Who.ADMIN
                || HttpMethod.GET.matches(row.method())
                || path.size() < 2
                || !row.path().get(1).startsWith("{")) {
            return false;
        }
        String id = path.get(1);
        return switch (path.get(0)) {
            case "user" -> identity.createUserQuery().userId(id).count() == 0;
            case "group" -> identity.createGroupQuery().groupId(id).count() == 0 || isNoMember(path);
            case "process-definition" ->
                models.createProcessDefinitionQuery().processDefinitionId(id).count() == 0;
            case "process-instance" ->
                running.createProcessInstanceQuery().processInstanceId(id).count() == 0;
            case "job" -> jobs.createJobQuery().jobId(id).count() == 0;
            case "job-definition" ->
                jobs.createJobDefinitionQuery().jobDefinitionId(id).count() == 0;
            default -> false;
        };
    }

    private boolean isNoMember(List<String> path) {
        return path.size() > 3 && identity.createUserQuery().userId(path.get(3)).count() == 0;
    }
}
