package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import gm.sharing.Refused;
import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.TakeBack;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** People who decide about one version at the same moment: one clear outcome each time, told to whoever came second. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class SigningAtTheSameTimeIntegrationTests {

    private static final OrganisationCode MANCHESTER = DpiaFixture.MANCHESTER;
    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode BURY = new OrganisationCode("bury");
    private static final String REVIEW = "Task_ReviewAgreement";
    private static final String SIGN = "Task_SignAgreement";
    private static final String BOARD = "Task_DecideStalledReview";
    private static final Person LEAD = ProjectFixture.leadOf(MANCHESTER);

    private static final String ENDS_THE_OTHER =
            "H2 breaks a deadlock at once and ends the rival's transaction, not ours";

    /** What somebody is told whose task or version was gone: plain words, and no name of a program's part. */
    private static final String PLAIN =
            "(?s).*(was already completed|need not be done any more|is not open for sign-off"
                    + "|has ended in the meantime|has already (decided|reviewed)|decided about this at the same moment).*";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    SignOffs signOffs;

    @Autowired
    TakeBack draft;

    @Autowired
    Directory directory;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    RestDriver demo;

    @BeforeEach
    void people() {
        demo = new RestDriver(port, "demo");
    }

    /** How often two meet: {@code -Dtest.races=50} to look for what seldom happens. */
    static IntStream races() {
        return IntStream.rangeClosed(1, Integer.getInteger("test.races", 3));
    }

    /** How often a lead withdraws during sixty signatures: {@code -Dtest.withdrawals=20}. */
    static IntStream withdrawals() {
        return IntStream.rangeClosed(1, Integer.getInteger("test.withdrawals", 1));
    }

    @ParameterizedTest
    @MethodSource("races")
    void takesTheReviewOfOneOfTwoOfficersOfAnOrganisation(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON));
        var task = demo.awaitTask(project.value(), REVIEW, "ig.bolton");

        var answers = answers(atOnce(List.of(
                () -> demo.submit(task, "ig.bolton", review("sign")),
                () -> demo.submit(task, "ig2.bolton", review("request-changes")))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        refusedInPlainWords(answers);
        assertThat(database.queryForList(
                        "select type from event where reference = ? and type = 'signoff.reviewed'",
                        String.class,
                        project.value()))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("races")
    void takesASignatureOrTheDraftBackOrBothInTheirOrder(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bolton", review("sign"));
        var task = demo.awaitTask(project.value(), SIGN, "signatory.bolton");

        var outcomes = atOnce(List.of(
                () -> demo.submit(task, "signatory.bolton", signature("sign")),
                () -> told(() -> draft.takeBack(project, "Bury needs another retention period.", LEAD))));

        assertThat(outcomes.get(1))
                .as("the lead is never refused while Bury is open")
                .isEqualTo("");
        var answer = (HttpResponse<?>) outcomes.get(0);
        assertThat(state(project, BOLTON))
                .isEqualTo(answer.statusCode() == 204 ? SignOffState.SIGNED : SignOffState.ENDED);
        refusedInPlainWords(answers(outcomes));
        demo.awaitTask(project.value(), "Task_ReviseProject", LEAD.id());
        assertThat(openTasks(project)).containsExactly("Task_ReviseProject");
    }

    @ParameterizedTest
    @MethodSource("races")
    void goesOnWithoutAPartnerOrTakesItsSignatureWhenBothComeAtOnce(int time) throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bury", review("sign"));
        var signing = demo.awaitTask(project.value(), SIGN, "signatory.bury");
        Stream.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> fire(project, BURY, timer));
        var deciding = demo.awaitTask(project.value(), BOARD, "board");

        var answers = answers(atOnce(List.of(
                () -> demo.submit(signing, "signatory.bury", signature("sign")),
                () -> demo.submit(
                        deciding,
                        "board",
                        Map.of("decision", "go-on-without", "reasons", "Nobody answers the telephone.")))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 400);
        refusedInPlainWords(answers);
        var signed = answers.get(0).statusCode() == 204;
        assertThat(state(project, BURY)).isEqualTo(signed ? SignOffState.SIGNED : SignOffState.LEFT_OUT);
        assertThat(projects.get(project).partner(BURY).isPresent()).isEqualTo(signed);
        await().atMost(Duration.ofMinutes(1)).until(() -> openTasks(project).size() == 2);
        assertThat(openTasks(project)).containsOnly(REVIEW);
    }

    @Test
    void tellsASignatoryWhatBecameOfTheTaskWhenThePartnerWasLeftOut() {
        var project = sentOut(List.of(MANCHESTER, BOLTON, BURY));
        demo.complete(project.value(), REVIEW, "ig.bury", review("sign"));
        var signing = demo.awaitTask(project.value(), SIGN, "signatory.bury");
        Stream.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> fire(project, BURY, timer));
        demo.complete(
                project.value(),
                BOARD,
                "board",
                Map.of("decision", "go-on-without", "reasons", "Nobody answers the telephone."));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> projects.get(project).partner(BURY).isEmpty());
        await().atMost(Duration.ofMinutes(1)).until(() -> openTasks(project).size() == 2);

        var answer = demo.submit(signing, "signatory.bury", signature("sign"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("need not be done any more");
        assertThat(demo.submit(signing, "signatory.wigan", signature("sign")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void withdrawsDuringSixtySignaturesAndLeavesNothingHalfDone(int time) throws Exception {
        var people = new TestPeople(engine.getIdentityService(), directory);
        var sixty = people.inventedPartners(60);
        var project =
                sentOut(Stream.concat(Stream.of(MANCHESTER), sixty.stream().map(OrganisationCode::new))
                        .toList());
        var journey = new JourneyDriver(engine);
        atOnce(
                8,
                sixty.stream()
                        .<Callable<Object>>map(partner -> () -> submit(
                                journey,
                                journey.task(project.value(), partner, REVIEW),
                                "ig." + partner,
                                review("sign")))
                        .toList());
        List<Callable<Object>> work = new ArrayList<>();
        for (var partner : sixty) {
            var task = journey.task(project.value(), partner, SIGN);
            work.add(() -> submit(journey, task, "signatory." + partner, signature("sign")));
        }
        var withdrawn = 4;
        work.add(withdrawn, () -> told(() -> ends.withdraw(project, "The need is gone.", LEAD)));

        var outcomes = atOnce(8, work);

        assertThat(outcomes.remove(withdrawn)).as("what the lead is told").isEqualTo("");
        assertThat(outcomes).hasSize(60).allSatisfy(outcome -> assertThat(outcome.toString())
                .matches("|" + PLAIN));
        assertThat(signOffs.of(project).stream().filter(SignOff::isSigned))
                .hasSize((int) outcomes.stream().filter(""::equals).count());
        assertThat(signOffs.of(project)).noneMatch(SignOff::isOpen);
        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
        assertThat(database.queryForList(
                        "select recipient from notice where reference = ? and about like 'Send_TellWithdrawn:%'",
                        String.class, project.value()))
                .doesNotHaveDuplicates()
                .contains(LEAD.id(), "ig.partner01", "ig.partner60");
    }

    @Test
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = ENDS_THE_OTHER)
    void signsAgainWhenTheDatabaseBreaksADeadlock() throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON));
        demo.complete(project.value(), REVIEW, "ig.bolton", review("sign"));
        var task = demo.awaitTask(project.value(), SIGN, "signatory.bolton");

        var answer = againstARival(project, () -> demo.submit(task, "signatory.bolton", signature("sign")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(state(project, BOLTON)).isEqualTo(SignOffState.SIGNED);
    }

    @Test
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = ENDS_THE_OTHER)
    void losesNoRetryOfAJobWhenTheDatabaseBreaksADeadlock() throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON));
        var job = job(project, BOLTON, "Timer_SignOffReminder");

        var thrown = againstARival(
                project,
                () -> catchThrowable(() -> engine.getManagementService().executeJob(job.getId())));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(OptimisticLockingException.class);
            assertThat(job(project, BOLTON, "Timer_SignOffReminder").getRetries())
                    .isEqualTo(job.getRetries());
            engine.getManagementService().executeJob(job.getId());
        }
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(job.getId())
                        .count())
                .isZero();
    }

    private static <T> FutureTask<T> begin(Callable<T> work) {
        var task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }

    /** The rival holds what is needed last, and asks for what is held first as soon as the other waits. */
    private <T> T againstARival(ProjectReference project, Callable<T> work) throws Exception {
        try (var rival =
                new Rival(database.getDataSource()).holding("act_ru_execution", "business_key_", project.value())) {
            var outcome = begin(work);
            Rival.awaitWaiting(database, 1);
            rival.asks("sign_off", "project", project.value());
            assertThat(rival.wins()).isTrue();
            rival.letsGo();
            return outcome.get();
        }
    }

    @Test
    void withdrawsAgainWhenSomebodyHoldsWhatItNeeds() throws Exception {
        var project = sentOut(List.of(MANCHESTER, BOLTON));
        try (var before = new Rival(database.getDataSource()).holding("project", "reference", project.value());
                var rival = new Rival(database.getDataSource())
                        .holding("act_ru_execution", "business_key_", project.value())) {
            var outcome = begin(() -> told(() -> ends.withdraw(project, "The need is gone.", LEAD)));
            Rival.awaitWaiting(database, 1);
            rival.asks("sign_off", "project", project.value());
            Rival.awaitWaiting(database, 2);
            before.letsGo();
            assertThat(rival.wins()).as("the withdrawal was rolled back").isTrue();
            rival.letsGo();

            assertThat(outcome.get()).isEqualTo("");
        }
        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(signOffs.of(project)).noneMatch(SignOff::isOpen);
    }

    private ProjectReference sentOut(List<OrganisationCode> partners) {
        var others = partners.subList(1, partners.size());
        var project = projects.propose(ProjectFixture.proposal("All at once"), LEAD);
        projects.describeNeeds(project, ProjectFixture.needs(), LEAD);
        projects.namePartners(
                project, ProjectFixture.partners(MANCHESTER, others.toArray(OrganisationCode[]::new)), LEAD);
        projects.describeFlows(
                project,
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, others.toArray(OrganisationCode[]::new))),
                LEAD);
        projects.agreeArrangements(project, ProjectFixture.arrangements(), LEAD);
        DpiaFixture.screen(dpias, project);
        agreements.draft(project);
        projects.drafted(project);
        engine.getRuntimeService()
                .createProcessInstanceByKey("sharing-project")
                .businessKey(project.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", MANCHESTER.value(), "urgency", "normal"))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        await().atMost(Duration.ofMinutes(1)).until(() -> openTasks(project).size() == partners.size());
        return project;
    }

    private void fire(ProjectReference project, OrganisationCode partner, String timer) {
        engine.getManagementService().executeJob(job(project, partner, timer).getId());
    }

    private Job job(ProjectReference project, OrganisationCode partner, String timer) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .variableValueEquals("partner", partner.value())
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
    }

    private SignOffState state(ProjectReference project, OrganisationCode partner) {
        return signOffs.get(new SignOffId(project, 1, partner)).state();
    }

    private List<String> openTasks(ProjectReference project) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(project.value()).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    private Object submit(JourneyDriver journey, Task task, String person, Map<String, Object> answers) {
        return told(() -> journey.as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        }));
    }

    /** What somebody is told; empty when it was done. */
    private static Object told(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused | FormFieldValidationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void refusedInPlainWords(List<HttpResponse<String>> answers) {
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 204)
                .allSatisfy(answer -> assertThat(answer.body()).matches(PLAIN));
    }

    @SuppressWarnings("unchecked")
    private static List<HttpResponse<String>> answers(List<Object> outcomes) {
        return outcomes.stream()
                .filter(HttpResponse.class::isInstance)
                .map(outcome -> (HttpResponse<String>) outcome)
                .toList();
    }

    private static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        return atOnce(work.size(), work);
    }

    /** As many begin together as there are threads; the others follow as soon as one has time. */
    private static List<Object> atOnce(int threads, List<Callable<Object>> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (int i = 0; i < work.size(); i++) {
                var one = work.get(i);
                boolean together = i < threads;
                futures.add(pool.submit(() -> {
                    if (together) {
                        barrier.await();
                    }
                    return one.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
