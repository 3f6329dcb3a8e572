package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.journeys.Answers;
import gm.sharing.journeys.RestDriver;
import gm.sharing.journeys.TestPeople;
import gm.sharing.workflow.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of the engine's list are about: a project of a lead, and of everything else one that nobody will miss. */
final class ListedWorld {

    static final String LEAD = "lead.manchester";

    private static final Path MODEL = Shipped.file("approve-sign-off-rule.bpmn");
    private static final String NEEDS = "Task_DescribeNeeds";

    private static final String KEY = "model-of-before";

    private static final String MODEL_OF_BEFORE = StoredModel.process(
            KEY,
            """
            <bpmn:parallelGateway id="Gateway_Both"/>
            <bpmn:serviceTask id="Service_Ask" camunda:asyncBefore="true" camunda:expression="${office.length()}"/>
            <bpmn:intermediateCatchEvent id="Timer_Day"><bpmn:timerEventDefinition>
              <bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"""
                    + StoredModel.flow("Start", "Gateway_Both") + StoredModel.flow("Gateway_Both", "Service_Ask")
                    + StoredModel.flow("Gateway_Both", "Timer_Day") + StoredModel.flow("Service_Ask", "End")
                    + StoredModel.flow("Timer_Day", "End"));

    private final int port;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Map<String, String> kept = new HashMap<>();
    private int deployments;
    private String own = "";

    ListedWorld(int port, ProcessEngine engine, JdbcClient jdbc) {
        this.port = port;
        this.engine = engine;
        this.jdbc = jdbc;
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

    private List<String> ofApplications(DoorRow row) {
        var path = row.path();
        return switch (path.get(path.size() - 1)) {
            case "**" ->
                List.of(
                        path.contains("static")
                                ? "app/plugin.js"
                                : path.contains("lib")
                                        ? "deps.js"
                                        : path.contains("assets") ? "IBMPlexSans-Regular.woff" : "default/");
            case "called-process-definitions" -> List.of(definition("sharing-project"));
            case "called-process-instances" -> List.of(instance());
            default -> List.of();
        };
    }

    static String call(DoorRow row) {
        return row.method() + " " + String.join("/", row.path());
    }

    String task() {
        return once("task", () -> taskOf(project()));
    }

    private String newTask() {
        return taskOf(newProject());
    }

    private String taskOf(String reference) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(NEEDS)
                .singleResult()
                .getId();
    }

    private String project() {
        return once("project", this::newProject);
    }

    private String newProject() {
        return new RestDriver(port, "demo").start(LEAD, Answers.proposal("Each row"));
    }

    String instance() {
        return once("instance", () -> instanceOf(project()));
    }

    private String newInstance() {
        return instanceOf(newProject());
    }

    private String instanceOf(String reference) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId();
    }

    private String variable() {
        engine.getRuntimeService().setVariable(instance(), "urgency", "normal");
        return "urgency";
    }

    private String variableInstance(String call) {
        if (call.endsWith("/data")) {
            engine.getRuntimeService().setVariable(instance(), "urgency", "normal".getBytes(StandardCharsets.UTF_8));
        } else {
            variable();
        }
        return engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance())
                .variableName("urgency")
                .singleResult()
                .getId();
    }

    String definition(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String table() {
        return engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("review-deadlines")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String newDefinition() {
        newDeployment();
        return definition("approve-sign-off-rule");
    }

    private String newDeployment() {
        var name = "Approve the rule " + ++deployments;
        try {
            var answer = Visitor.program(port, "owner")
                    .deploy(
                            "approve-sign-off-rule",
                            Map.of(
                                    MODEL.getFileName().toString(),
                                    Files.readString(MODEL)
                                            .replaceFirst("(<bpmn:process [^>]*name=\")[^\"]*", "$1" + name)));
            return Visitor.parse(answer).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> deployment(DoorRow row) {
        var id = row.method().equals("DELETE") ? newDeployment() : once("deployment", this::newDeployment);
        return row.path().size() > 3
                ? List.of(
                        id,
                        engine.getRepositoryService()
                                .getDeploymentResources(id)
                                .get(0)
                                .getId())
                : List.of(id);
    }

    private String filter() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
    }

    private String newFilter() {
        var filters = engine.getFilterService();
        var filter = filters.newTaskFilter("Of nobody " + UUID.randomUUID());
        return filters.saveFilter(filter.setQuery(
                        engine.getTaskService().createTaskQuery().taskName("x")))
                .getId();
    }

    private String privateFilter() {
        return newFilter();
    }

    private String jobDefinition() {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .processDefinitionId(definition("approve-sign-off-rule"))
                .list()
                .get(0)
                .getId();
    }

    /** Of the clean-up of history, which comes back. */
    private String newJob() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        return engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
    }

    /** Of a model that was stored before the gate was there, which has failed once. */
    private String failedJob() {
        return once("failed job", () -> {
            var job = stored("Service_Ask");
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job))
                    .isInstanceOf(ProcessEngineException.class);
            return job;
        });
    }

    private String timer() {
        return stored("Timer_Day");
    }

    private String stored(String activity) {
        once(KEY, () -> new StoredModel(jdbc).store(KEY, 1, null, MODEL_OF_BEFORE));
        engine.getRuntimeService().startProcessInstanceByKey(KEY);
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(KEY)
                .activityId(activity)
                .list()
                .get(0)
                .getId();
    }

    /** Where the task waits: the instance itself stands at no step while one of its parts is open. */
    private String incident() {
        var waits = engine.getTaskService()
                .createTaskQuery()
                .taskId(task())
                .singleResult()
                .getExecutionId();
        return engine.getRuntimeService()
                .createIncident("tried", waits, "configuration", "Tried by a test")
                .getId();
    }

    private String newBatch() {
        return engine.getManagementService()
                .setJobRetriesAsync(List.of(newJob()), 3)
                .getId();
    }

    private String ofAccount(DoorRow row) {
        return switch (call(row)) {
            case "PUT user/{name}/credentials" -> {
                own = newAccount();
                yield own;
            }
            case "PUT user/{name}/profile", "DELETE user/{name}" -> newAccount();
            default -> LEAD;
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

    private String newAccount() {
        var id = "row." + UUID.randomUUID().toString().substring(0, 8);
        var user = engine.getIdentityService().newUser(id);
        user.setPassword(TestPeople.PASSWORD);
        engine.getIdentityService().saveUser(user);
        return id;
    }

    private String newGroup() {
        var id = "row-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(id));
        return id;
    }

    private String newAuthorization() {
        var authorizations = engine.getAuthorizationService();
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setUserId(newAccount());
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter());
        return authorizations.saveAuthorization(authorization).getId();
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

    private String once(String what, Supplier<String> made) {
        var known = kept.get(what);
        if (known == null) {
            known = made.get();
            kept.put(what, known);
        }
        return known;
    }
}
