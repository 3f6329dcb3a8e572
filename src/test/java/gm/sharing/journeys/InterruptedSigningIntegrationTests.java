package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Signing while the project is withdrawn or the database ends a transaction: done again or not at all, never by halves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class InterruptedSigningIntegrationTests extends SigningTogether {

    private static final String ENDS_THE_OTHER =
            "H2 breaks a deadlock at once and ends the rival's transaction, not ours";

    @Autowired
    ProjectEnds ends;

    @Autowired
    Directory directory;

    /** How often a lead withdraws during sixty signatures: {@code -Dtest.withdrawals=20}. */
    static IntStream withdrawals() {
        return IntStream.rangeClosed(1, Integer.getInteger("test.withdrawals", 1));
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
}
