package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.countersignature;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.Visitor;
import gm.sharing.directory.ImportedFiles;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** People of a partner who leave while it decides: what they said stays with their name, and what they had open goes to their role. */
@Tag("one-database")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class LeavingBetweenSignaturesIntegrationTests extends ActingForOthers {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SECOND = "Task_CountersignAgreement";
    private static final Person SERVICE = new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));

    @Autowired
    OrganisationAccounts accounts;

    private OrganisationCode trust;
    private ProjectReference project;

    @BeforeEach
    void askATrustWithTwoOfEachOffice() {
        trust = new OrganisationCode("trust" + COUNT.incrementAndGet());
        new ImportedFiles(beans).organisations("code,name,sector\n%1$s,Trust %1$s,OTHER".formatted(trust));
        hire("ivy", "Ivy Officer", "ivy", Role.IG_OFFICER);
        hire("ian", "Ian Officer", "ian", Role.IG_OFFICER);
        hire("sue", "Sue Signatory", "sue", Role.SIGNATORY);
        hire("sid", "Sid Signatory", "sid", Role.SIGNATORY);
        project = sentOut(List.of(MANCHESTER, trust));
    }

    /** A high risk remains, as after a prior consultation, so that two sign. */
    @Override
    void assess(ProjectReference project) {
        AssessedProjects.approve(dpias, project);
        assertThat(database.update("update dpia_risk set residual_level = 'HIGH' where reference = ?", project.value()))
                .isEqualTo(1);
    }

    @Test
    void theFirstSignatureStaysWithItsNameAndAnotherSignatoryGivesTheSecond() {
        signedOnceBy("sue");

        disable("sue");

        assertThat(told(() -> complete(awaited(SECOND), "sid", countersignature("sign"))))
                .isEqualTo("");
        await().atMost(Duration.ofMinutes(2)).until(() -> state(project, trust) == SignOffState.SIGNED);
        var said = signOffs.get(new SignOffId(project, 1, trust)).said();
        assertThat(said.at(Step.SIGNATURE).orElseThrow().speaker().by().name()).isEqualTo("Sue Signatory");
        assertThat(said.at(Step.SECOND_SIGNATURE).orElseThrow().speaker().by().name())
                .isEqualTo("Sid Signatory");
        assertThat(Visitor.signedIn(port, "lead.manchester")
                        .get("/projects/" + project)
                        .body())
                .contains("Sue Signatory", "Sid Signatory");
    }

    @Test
    void aSecondSignatureThatWasTakenInHandGoesBackToTheOffice() {
        signedOnceBy("sue");
        hire("sam", "Sam Signatory", "sam", Role.SIGNATORY);
        var task = awaited(SECOND);
        engine.getTaskService().claim(task.getId(), id("sid"));
        shown(task, id("sid"));

        disable("sid");

        assertThat(refused(task, "sid", countersignature("sign"))).isEqualTo(401);
        assertThat(awaited(SECOND).getAssignee()).isNull();
        assertThat(told(() -> complete(task, "sam", countersignature("sign")))).isEqualTo("");
        await().atMost(Duration.ofMinutes(2)).until(() -> state(project, trust) == SignOffState.SIGNED);
    }

    @Test
    void anOfficerWhoLeavesWithTheFormOpenHandsNothingInAndAColleagueReviews() {
        var task = awaited(REVIEW);
        engine.getTaskService().claim(task.getId(), id("ivy"));
        shown(task, id("ivy"));

        disable("ivy");

        assertThat(refused(task, "ivy", adopting())).isEqualTo(401);
        assertThat(awaited(REVIEW).getAssignee()).isNull();
        assertThat(shown(task, id("ian"))).containsKey("agreement");
        assertThat(told(() -> complete(task, "ian", adopting()))).isEqualTo("");
        assertThat(signOffs.get(new SignOffId(project, 1, trust)).said().people())
                .containsExactly(id("ian"));
    }

    @Test
    void theSameHumanDoesNotSignAgainUnderAnotherAccount() {
        signedOnceBy("sue");
        hire("sue2", "Sue Signatory", "SUE", Role.SIGNATORY);

        for (boolean left : List.of(false, true)) {
            if (left) {
                disable("sue");
            }
            assertThat(told(() -> complete(awaited(SECOND), "sue2", countersignature("sign")))
                            .toString())
                    .contains("another account that has your email address");
        }
        assertThat(state(project, trust)).isEqualTo(SignOffState.WITH_SECOND_SIGNATORY);
        assertThat(told(() -> complete(awaited(SECOND), "sid", countersignature("sign"))))
                .isEqualTo("");
    }

    @RepeatedTest(3)
    void aSignatureInTheMomentOfLeavingCountsWholeOrNotAtAll() throws Exception {
        signedOnceBy("sue");
        var task = awaited(SECOND);

        var outcomes = atOnce(List.of(() -> refused(task, "sid", countersignature("sign")), () -> {
            disable("sid");
            return "";
        }));

        assertThat(outcomes.get(0)).isIn(204, 400, 401, 403);
        if (outcomes.get(0).equals(204)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> state(project, trust) == SignOffState.SIGNED);
        } else {
            assertThat(awaited(SECOND).getAssignee()).isNull();
            assertThat(state(project, trust)).isEqualTo(SignOffState.WITH_SECOND_SIGNATORY);
        }
    }

    private void signedOnceBy(String name) {
        assertThat(told(() -> complete(awaited(REVIEW), "ivy", adopting()))).isEqualTo("");
        assertThat(told(() -> complete(awaited(SIGN), name, signature("sign")))).isEqualTo("");
        awaited(SECOND);
    }

    private void complete(Task task, String name, Map<String, Object> answers) {
        as(id(name), () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        });
    }

    /** As Tasklist or a program does it that was open before. */
    private int refused(Task task, String name, Map<String, Object> answers) {
        return new RestDriver(port, TestPeople.PASSWORD)
                .submit(task.getId(), id(name), answers)
                .statusCode();
    }

    private void disable(String name) {
        assertThat(Visitor.signedIn(port, "admin")
                        .submit(
                                "/leaving/" + id(name),
                                "/leaving/" + id(name) + "/disable",
                                Map.of("reason", "Left the trust."))
                        .statusCode())
                .isEqualTo(302);
    }

    private void hire(String name, String called, String address, Role role) {
        accounts.add(
                List.of(new Account(
                        id(name),
                        called,
                        address + "@" + trust + ".example",
                        false,
                        Set.of(Role.MEMBER.groupOf(trust), role.groupOf(trust)))),
                SERVICE);
        assertThat(accounts.choosePassword(id(name), TestPeople.PASSWORD)).isEmpty();
    }

    private String id(String name) {
        return name + "." + trust;
    }

    private static Map<String, Object> adopting() {
        return with(review("sign"), "dpiaPosition", "adopt");
    }

    private Task awaited(String step) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> task(project, trust, step), task -> task != null);
    }
}
