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
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the engine lists: projects, tasks, models, jobs, accounts, each of its own or one that is kept. */
abstract class ListedThings {

    static final String LEAD = "lead.manchester";
    static final Path MODEL = Shipped.file("approve-sign-off-rule.bpmn");
    static final String NEEDS = "Task_DescribeNeeds";
    static final String KEY = "model-of-before";

    static final String MODEL_OF_BEFORE = StoredModel.process(
            KEY,
            """
            <bpmn:parallelGateway id="Gateway_Both"/>
            <bpmn:serviceTask id="Service_Ask" camunda:asyncBefore="true" camunda:expression="${office.length()}"/>
            <bpmn:intermediateCatchEvent id="Timer_Day"><bpmn:timerEventDefinition>
              <bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"""
                    + StoredModel.flow("Start", "Gateway_Both") + StoredModel.flow("Gateway_Both", "Service_Ask")
                    + StoredModel.flow("Gateway_Both", "Timer_Day") + StoredModel.flow("Service_Ask", "End")
                    + StoredModel.flow("Timer_Day", "End"));

    final int port;

    final ProcessEngine engine;

    final JdbcClient jdbc;

    final Map<String, String> kept = new HashMap<>();

    int deployments;

    String own = "";

    ListedThings(int port, ProcessEngine engine, JdbcClient jdbc) {
        this.port = port;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    List<String> ofApplications(DoorRow row) {
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

    String newTask() {
        return taskOf(newProject());
    }

    String taskOf(String reference) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(NEEDS)
                .singleResult()
                .getId();
    }

    String project() {
        return once("project", this::newProject);
    }

    String newProject() {
        return new RestDriver(port, "demo").start(LEAD, Answers.proposal("Each row"));
    }

    String instance() {
        return once("instance", () -> instanceOf(project()));
    }

    String newInstance() {
        return instanceOf(newProject());
    }

    String instanceOf(String reference) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId();
    }

    String variable() {
        engine.getRuntimeService().setVariable(instance(), "urgency", "normal");
        return "urgency";
    }

    String variableInstance(String call) {
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

    String table() {
        return engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("review-deadlines")
                .latestVersion()
                .singleResult()
                .getId();
    }

    String newDefinition() {
        newDeployment();
        return definition("approve-sign-off-rule");
    }

    String newDeployment() {
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

    List<String> deployment(DoorRow row) {
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

    String filter() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
    }

    String newFilter() {
        var filters = engine.getFilterService();
        var filter = filters.newTaskFilter("Of nobody " + UUID.randomUUID());
        return filters.saveFilter(filter.setQuery(
                        engine.getTaskService().createTaskQuery().taskName("x")))
                .getId();
    }

    String privateFilter() {
        return newFilter();
    }

    String jobDefinition() {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .processDefinitionId(definition("approve-sign-off-rule"))
                .list()
                .get(0)
                .getId();
    }

    /** Of the clean-up of history, which comes back. */
    String newJob() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        return engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
    }

    /** Of a model that was stored before the gate was there, which has failed once. */
    String failedJob() {
        return once("failed job", () -> {
            var job = stored("Service_Ask");
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job))
                    .isInstanceOf(ProcessEngineException.class);
            return job;
        });
    }

    String timer() {
        return stored("Timer_Day");
    }

    String stored(String activity) {
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
    String incident() {
        var waits = engine.getTaskService()
                .createTaskQuery()
                .taskId(task())
                .singleResult()
                .getExecutionId();
        return engine.getRuntimeService()
                .createIncident("tried", waits, "configuration", "Tried by a test")
                .getId();
    }

    String newBatch() {
        return engine.getManagementService()
                .setJobRetriesAsync(List.of(newJob()), 3)
                .getId();
    }

    String ofAccount(DoorRow row) {
        return switch (call(row)) {
            case "PUT user/{name}/credentials" -> {
                own = newAccount();
                yield own;
            }
            case "PUT user/{name}/profile", "DELETE user/{name}" -> newAccount();
            default -> LEAD;
        };
    }

    String newAccount() {
        var id = "row." + UUID.randomUUID().toString().substring(0, 8);
        var user = engine.getIdentityService().newUser(id);
        user.setPassword(TestPeople.PASSWORD);
        engine.getIdentityService().saveUser(user);
        return id;
    }

    String newGroup() {
        var id = "row-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(id));
        return id;
    }

    String newAuthorization() {
        var authorizations = engine.getAuthorizationService();
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setUserId(newAccount());
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter());
        return authorizations.saveAuthorization(authorization).getId();
    }

    /** Its step can only fail: whoever runs the jobs of this database next would meet it. */
    void forgetTheModelOfBefore() {
        engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    String once(String what, Supplier<String> made) {
        var known = kept.get(what);
        if (known == null) {
            known = made.get();
            kept.put(what, known);
        }
        return known;
    }
}
