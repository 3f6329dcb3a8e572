package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaConsultation;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.dpia.AdviceState;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.OrganisationAdvice;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who work on one assessment at the same moment, through the REST API and with jobs in the background. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class AtTheSameTimeIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String SCOPE = "Task_DpiaScope";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    gm.sharing.question.Answers kept;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    RestDriver rest;

    ProjectReference reference;

    @BeforeEach
    void anAssessmentIsWritten() {
        rest = new RestDriver(port, "demo");
        Person lead = ProjectFixture.leadOf(DpiaFixture.MANCHESTER);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), lead);
        projects.describeNeeds(reference, ProjectFixture.needs(), lead);
        var bolton = new OrganisationCode("bolton");
        projects.namePartners(reference, ProjectFixture.partners(DpiaFixture.MANCHESTER, bolton), lead);
        projects.describeFlows(
                reference, ProjectFixture.flows(ProjectFixture.flow(DpiaFixture.MANCHESTER, bolton)), lead);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), lead);
        AssessedProjects.screen(dpias, reference);
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "dpia",
                        reference.value(),
                        Map.of("lead", LEAD, "leadOrganisation", "manchester", "urgency", "normal"));
    }

    @Test
    void tellsTheSecondWhoSavedTheSectionAndWhen() {
        var task = task(SCOPE);
        assertThat(rest.submit(task, LEAD, scope("2,400 families")).statusCode())
                .isEqualTo(204);

        var second = rest.submit(task, LEAD, scope("Some families"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body())
                .containsPattern("“Describe the scope of the processing” was already completed by .+"
                        + " on \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d")
                .contains("What you typed was not saved");
        assertThat(kept.find(reference, null, "dpia-scope", "amount"))
                .map(gm.sharing.question.Answer::value)
                .contains("2,400 families");
    }

    /** The form gives such a process its project after the engine has noted the start. */
    @Test
    void tellsAColleagueAlsoInAProcessThatAFormBegan() {
        var project = rest.start(LEAD, proposal("Help before eviction"));
        rest.complete(project, "Task_DescribeNeeds", LEAD, needs());
        rest.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        rest.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        rest.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        rest.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        rest.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        var decision = rest.awaitTask(project, "Task_DecideNoDpia", "signatory.manchester");
        assertThat(rest.submit(decision, "signatory.manchester", withoutDpia()).statusCode())
                .isEqualTo(204);

        var second = rest.submit(decision, "signatory2.manchester", withoutDpia());

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("was already completed on");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(project)
                        .processDefinitionKey("sharing-project")
                        .count())
                .isEqualTo(1);
    }

    /** A finished task of somebody else is not told from one that never was. */
    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "signatory.bolton", "dpo.bolton", "lead.salford", "owner"})
    void tellsNobodyElseThatThereWasATask(String stranger) {
        var done = task(SCOPE);
        assertThat(rest.submit(done, LEAD, scope("2,400 families")).statusCode())
                .isEqualTo(204);
        var never = "00000000-1111-11f0-8888-0242ac120002";

        for (String call : List.of("claim", "complete", "submit-form")) {
            var answer = answerTo(stranger, call, never);
            assertThat(answer).doesNotContain("completed", "Describe the");
            assertThat(answerTo(stranger, call, done)).as(call).isEqualTo(answer);
        }
        for (String end : List.of("", "/form", "/deployed-form", "/form-variables", "/identity-links")) {
            var answer = answer(rest.get(stranger, "/task/" + never + end), never);
            assertThat(answer(rest.get(stranger, "/task/" + done + end), done))
                    .as(end)
                    .isEqualTo(answer);
        }
    }

    private String answerTo(String person, String call, String task) {
        var body = call.equals("claim") ? "{\"userId\":\"" + person + "\"}" : "{}";
        return answer(rest.post(person, "/task/" + task + "/" + call, body), task);
    }

    /** Without what names this very request: the task and the number of a fault. */
    private static String answer(HttpResponse<String> answer, String task) {
        return answer.statusCode() + " "
                + answer.body().replace(task, "…").replaceAll("number [A-Z0-9]{6}\\b", "number …");
    }

    @RepeatedTest(5)
    void takesOneOfTwoWhoSaveTheSameSectionAtTheSameMoment() throws Exception {
        var task = task(SCOPE);

        var answers = atOnce(List.of(
                () -> rest.submit(task, LEAD, scope("2,400 families")),
                () -> rest.submit(task, LEAD, scope("Some families"))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .extracting(HttpResponse::body)
                .singleElement()
                .asString()
                .containsPattern("(saved|completed) by .+ on \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d");
    }

    @RepeatedTest(3)
    void takesEverySectionWhenAllAreSavedAtTheSameMoment() throws Exception {
        Map<String, Map<String, Object>> byTask = new LinkedHashMap<>();
        dpiaSections().forEach((key, answers) -> byTask.put(task(key), answers));

        List<Callable<HttpResponse<String>>> people = new ArrayList<>();
        byTask.forEach((task, answers) -> people.add(() -> rest.submit(task, LEAD, answers)));

        assertThat(atOnce(people)).extracting(HttpResponse::statusCode).containsOnly(204);
        rest.awaitTask(reference.value(), "Task_DpiaRisks", LEAD);
    }

    @Test
    void takesTheAdviceOfTwoOfficersThatComesAtTheSameMomentAndTheSameOfficersOnce() throws Exception {
        dpiaSections()
                .forEach((key, answers) -> rest.complete(
                        reference.value(),
                        key,
                        LEAD,
                        key.equals("Task_DpiaConsult")
                                ? with(dpiaConsultation(), "advisers", List.of("bolton"))
                                : answers));
        rest.complete(reference.value(), "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        var manchester = rest.awaitTask(reference.value(), "Task_DpiaAdvise", "dpo.manchester");
        var bolton = rest.awaitTask(reference.value(), "Task_DpiaAdvise", "dpo.bolton");

        var answers = atOnce(List.of(
                () -> rest.submit(manchester, "dpo.manchester", advice("accept")),
                () -> rest.submit(bolton, "dpo.bolton", advice("accept")),
                () -> rest.submit(bolton, "dpo.bolton", advice("against"))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 204, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .extracting(HttpResponse::body)
                .singleElement()
                .asString()
                .contains("“Advise on the DPIA” was already completed on");
        assertThat(dpias.get(reference).advice())
                .extracting(OrganisationAdvice::state)
                .containsOnly(AdviceState.GIVEN);
    }

    /** As whoever withdraws a project while a colleague answers. */
    @Test
    void takesATaskThatEndsWhileAPageIsAboutItForAConflict() {
        var task = task(SCOPE);
        var page = new TransactionTemplate(transactions);
        Map<String, Consumer<TaskService>> acts = Map.of(
                "whose", tasks -> tasks.getIdentityLinksForTask(task),
                "give", tasks -> tasks.setAssignee(task, "lead.salford"),
                "read", tasks -> tasks.getVariable(task, "project"));

        assertThat(rest.submit(task, LEAD, scope("2,400 families")).statusCode())
                .isEqualTo(204);

        assertThat(acts).allSatisfy((what, act) -> assertThatThrownBy(
                        () -> page.executeWithoutResult(of -> act.accept(engine.getTaskService())))
                .isInstanceOf(ConcurrencyFailureException.class));
    }

    private String task(String key) {
        return rest.awaitTask(reference.value(), key, LEAD);
    }

    private static Map<String, Object> scope(String amount) {
        return with(dpiaSections().get(SCOPE), "amount", amount);
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> people) throws Exception {
        var barrier = new CyclicBarrier(people.size());
        var threads = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<HttpResponse<String>>> futures = new ArrayList<>();
            for (Callable<HttpResponse<String>> person : people) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return person.call();
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
