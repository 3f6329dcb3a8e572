package gm.sharing.workflow.access;

import gm.sharing.journeys.Answers;
import gm.sharing.journeys.RestDriver;
import gm.sharing.journeys.TestPeople;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of the engine's list are about: a project of a lead, and of everything else one that nobody will miss. */
final class ListedWorld extends ListedThings {

    ListedWorld(int port, ProcessEngine engine, JdbcClient jdbc) {
        super(port, engine, jdbc);
    }

    /** Something of another person's for the first placeholder of the row, where the engine keeps such apart. */
    Optional<String> ofSomebodyElse(DoorRow row) {
        return switch (row.path().get(0)) {
            case "task" -> Optional.of(task());
            case "process-instance" -> Optional.of(instance());
            case "filter" -> Optional.of(once("private filter", this::privateFilter));
            case "user" ->
                row.path().get(row.path().size() - 1).equals("credentials")
                        ? Optional.of("ig.wigan")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What stands for the row's placeholders, in their order. */
    List<String> ids(DoorRow row) {
        var call = call(row);
        if (row.through() == DoorRow.Through.ADDRESS) {
            return ofApplications(row);
        }
        if (row.path().stream().noneMatch(segment -> segment.startsWith("{"))) {
            return List.of();
        }
        return switch (row.path().get(0)) {
            case "task" -> List.of(call.equals("POST task/{id}/submit-form") ? newTask() : task());
            case "filter" ->
                List.of(row.method().equals("DELETE") || row.method().equals("PUT") ? newFilter() : filter());
            case "process-definition" ->
                List.of(
                        row.path().get(1).equals("key")
                                ? "sharing-project"
                                : row.method().equals("GET") || row.method().equals("POST")
                                        ? definition("sharing-project")
                                        : newDefinition());
            case "decision-definition" -> List.of(row.path().get(1).equals("key") ? "review-deadlines" : table());
            case "process-instance" ->
                row.path().contains("variables")
                        ? row.path().size() > 3 ? List.of(instance(), variable()) : List.of(instance())
                        : List.of(row.method().equals("GET") ? instance() : newInstance());
            case "execution" ->
                row.path().get(row.path().size() - 1).equals("{name}")
                        ? List.of(instance(), variable())
                        : List.of(instance());
            case "variable-instance" -> List.of(variableInstance(call));
            case "deployment" -> deployment(row);
            case "job-definition" -> List.of(jobDefinition());
            case "job" ->
                List.of(
                        call.endsWith("/stacktrace")
                                ? failedJob()
                                : call.endsWith("/recalculate") ? timer() : newJob());
            case "incident" -> List.of(incident());
            case "batch" -> List.of(newBatch());
            case "history" -> List.of(instance());
            case "user" -> List.of(ofAccount(row));
            case "group" -> row.path().size() > 3 ? List.of(newGroup(), newAccount()) : List.of(newGroup());
            case "authorization" ->
                List.of(
                        row.method().equals("DELETE")
                                ? newAuthorization()
                                : once("permission", this::newAuthorization));
            case "metrics" -> List.of("activity-instance-start");
            default -> List.of();
        };
    }

    /** Who may ask, of those for whom the row is there. */
    String who(DoorRow row) {
        return call(row).equals("PUT user/{name}/credentials")
                ? own
                : switch (row.who()) {
                    case EVERYBODY, LEAD -> LEAD;
                    case OWNER -> "owner";
                    case ADMIN -> "admin";
                };
    }

    /** What stands behind the address, where the row does not say it. */
    static String query(DoorRow row) {
        return switch (call(row)) {
            case "GET identity/groups" -> "?userId=" + LEAD;
            case "GET authorization/check" -> "?permissionName=READ&permissionValue=2&resourceName=task&resourceType=7";
            case "GET camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated" ->
                "?subscriptionStartDate=2026-01-01&groupBy=month&metrics=process-instances&startDate=2026-01-01T00:00:00.000%2B0000";
            default -> "";
        };
    }

    /** What is sent with the row; {@code {}} where nothing is needed. */
    String body(DoorRow row, List<String> ids) {
        return switch (call(row)) {
            case "POST task/{id}/submit-form" -> RestDriver.form(Answers.needs());
            case "POST process-definition/{definition}/submit-form", "POST process-definition/key/{name}/submit-form" ->
                RestDriver.form(Answers.proposal("Started by a row"));
            case "POST task/{id}/claim", "POST task/{id}/assignee" -> "{\"userId\":\"" + LEAD + "\"}";
            case "PUT task/{id}" -> "{\"name\":\"State the need\",\"priority\":50,\"assignee\":\"" + LEAD + "\"}";
            case "POST task/{id}/identity-links", "POST task/{id}/identity-links/delete" ->
                "{\"userId\":\"lead.salford\",\"type\":\"candidate\"}";
            case "POST filter/create", "PUT filter/{id}" ->
                "{\"resourceType\":\"Task\",\"name\":\"Row " + UUID.randomUUID()
                        + "\",\"properties\":{},\"query\":{\"name\":\"x\"}}";
            case "PUT process-instance/{id}/suspended",
                    "PUT process-definition/{definition}/suspended",
                    "PUT job-definition/{id}/suspended",
                    "PUT job/{id}/suspended",
                    "PUT batch/{id}/suspended" -> "{\"suspended\":false}";
            case "PUT process-instance/{id}/variables/{name}", "PUT execution/{id}/localVariables/{name}" ->
                "{\"value\":\"normal\",\"type\":\"String\"}";
            case "POST execution/{id}/localVariables" ->
                "{\"modifications\":{\"urgency\":{\"value\":\"normal\",\"type\":\"String\"}}}";
            case "PUT process-definition/{definition}/history-time-to-live",
                    "PUT decision-definition/{definition}/history-time-to-live" -> "{\"historyTimeToLive\":365}";
            case "PUT job-definition/{id}/retries", "PUT job/{id}/retries" -> "{\"retries\":3}";
            case "POST job/retries" ->
                "{\"retries\":3,\"jobIds\":[\""
                        + engine.getHistoryService()
                                .findHistoryCleanupJobs()
                                .get(0)
                                .getId() + "\"]}";
            case "PUT job/{id}/duedate" -> "{\"duedate\":\"2030-01-01T00:00:00.000+0000\"}";
            case "PUT incident/{id}/annotation" -> "{\"annotation\":\"Seen\"}";
            case "POST migration/generate" ->
                "{\"sourceProcessDefinitionId\":\"%1$s\",\"targetProcessDefinitionId\":\"%1$s\"}"
                        .formatted(definition("sharing-project"));
            case "POST migration/validate" -> plan();
            case "POST migration/execute" ->
                "{\"migrationPlan\":%s,\"processInstanceIds\":[\"%s\"]}".formatted(plan(), newInstance());
            case "POST identity/password-policy" -> "{\"password\":\"unicorn-teapot-9-granite\"}";
            case "PUT user/{name}/profile" ->
                "{\"id\":\"%s\",\"firstName\":\"Row\",\"lastName\":\"Row\",\"email\":\"\"}".formatted(ids.get(0));
            case "PUT user/{name}/credentials" ->
                "{\"password\":\"granite-7-walrus-lighthouse\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD
                        + "\"}";
            case "POST user/create" ->
                "{\"profile\":{\"id\":\"row.%s\",\"firstName\":\"Row\",\"lastName\":\"Row\",\"email\":\"\"},\"credentials\":{\"password\":\"granite-7-walrus-lighthouse\"}}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8));
            case "POST group/create" ->
                "{\"id\":\"row-%s\",\"name\":\"Row\",\"type\":\"x\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8));
            case "PUT group/{name}" -> "{\"id\":\"%s\",\"name\":\"Row\",\"type\":\"x\"}".formatted(ids.get(0));
            case "POST authorization/create" ->
                "{\"type\":1,\"permissions\":[\"READ\"],\"userId\":\"%s\",\"groupId\":null,\"resourceType\":5,\"resourceId\":\"%s\"}"
                        .formatted(newAccount(), filter());
            case "PUT authorization/{id}" ->
                "{\"permissions\":[\"READ\"],\"userId\":\"%s\",\"groupId\":null,\"resourceType\":5,\"resourceId\":\"%s\"}"
                        .formatted(newAccount(), filter());
            default -> "{}";
        };
    }

    private String plan() {
        return "{\"sourceProcessDefinitionId\":\"%1$s\",\"targetProcessDefinitionId\":\"%1$s\",\"instructions\":[{\"sourceActivityIds\":[\"%2$s\"],\"targetActivityIds\":[\"%2$s\"],\"updateEventTrigger\":false}]}"
                .formatted(definition("sharing-project"), NEEDS);
    }
}
