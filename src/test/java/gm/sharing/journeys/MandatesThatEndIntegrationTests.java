package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.Event;
import gm.sharing.mandate.Ending;
import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffId;
import gm.sharing.steps.signoff.SettledMandates;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A mandate ends whatever else goes on: in tasks of other processes, and in those that somebody does at that moment. */
@DemoApplication
@Tag("one-database")
class MandatesThatEndIntegrationTests extends MandatedProject {

    private static final String OWN = "privacy-notice-refresh";

    @Autowired
    TransactionTemplate transaction;

    @Tag("both-databases")
    @Test
    void isRevokedAlsoWhereAnOwnersTaskIsCalledAlike() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        var own = ownTask(project);
        try {
            mandates.revoke(mandate, "bolton", GIVER);

            assertThat(mandates.latest("bolton").endedBecause()).contains(Ending.REVOKED);
            assertThat(candidates(project)).containsExactly("signatory-bolton");
            SettledMandates.now(beans);
            assertThat(groups(own)).containsExactlyInAnyOrder("ig-manchester", "signatory-manchester");
        } finally {
            endOwn();
        }
    }

    @Tag("both-databases")
    @Test
    void isRevokedAndLeavesTheOtherTasksToSignatoriesWhereOneCannotBeLookedAt() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var broken = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(broken);
        var other = changedAfterBoltonSigned("deletion", "Each recipient deletes within a month.");
        reviewed(other);
        database.update(
                "update act_ru_variable set long_ = 77 where name_ = 'round' and execution_id_ ="
                        + " (select proc_inst_id_ from act_ru_task where id_ = ?)",
                journey.task(broken, "bolton", SIGN).getId());
        var later = mandates.by(GIVER, "bolton", "contact");

        mandates.revoke(mandate, "bolton", GIVER);

        assertThat(candidates(other)).containsExactly("signatory-bolton");
        database.update("update mandate set last_day = first_day - 1, first_day = first_day - 9 where id = ?", later);
        SettledMandates.now(beans);
        assertThat(mandates.latest("bolton").endedBecause()).contains(Ending.RAN_OUT);
    }

    @Test
    void leavesTasksOfOtherOrganisationsAlone() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        mandates.by("signatory.manchester", "manchester", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("sign"));
        reviewed(project);

        mandates.revoke(mandate, "bolton", GIVER);

        assertThat(candidates(project)).containsExactly("signatory-bolton");
        assertThat(groups(journey.task(project, "manchester", SIGN).getId()))
                .containsExactlyInAnyOrder("signatory-manchester", "ig-manchester");
    }

    @Test
    void isNotUsedByAnOfficerWhoHandsInWhileSomebodyRevokesIt() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        var task = journey.task(project, "bolton", SIGN).getId();
        journey.as(OFFICER, () -> {
            engine.getTaskService().claim(task, OFFICER);
            return null;
        });

        var signing = transaction.execute(revoking -> {
            mandates.revoke(mandate, "bolton", GIVER);
            var started = CompletableFuture.supplyAsync(() -> said(project));
            waitsAtMost(started);
            return started;
        });

        assertThat(Objects.requireNonNull(signing).join()).contains("covers this version any more");
        assertThat(signOffs.get(new SignOffId(new ProjectReference(project), 2, BOLTON))
                        .isSigned())
                .isFalse();
    }

    @Test
    void isRevokedInTheRecordAfterItsUseWhereBothComeAtOnce() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);

        var revoking = transaction.execute(signing -> {
            assertThat(mandates.holds(mandate)).isTrue();
            var started = CompletableFuture.runAsync(() -> mandates.revoke(mandate, "bolton", GIVER));
            waitsAtMost(started);
            assertThat(said(project)).isEmpty();
            return started;
        });
        Objects.requireNonNull(revoking).join();

        assertThat(trail.latest(Directory.EVENTS, BOLTON, 2))
                .extracting(Event::type)
                .containsExactly("mandate.ended", "mandate.used");
    }

    /** Whoever waits for a lock is not done after this; whoever does not wait, is. */
    private static void waitsAtMost(CompletableFuture<?> other) {
        try {
            other.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            assertThat(other).isNotDone();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** What is said to the officer who hands the form in; empty when they sign. */
    private String said(String project) {
        try {
            journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE);
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<String> groups(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    /** A task of a process of somebody's own that the gate takes. */
    private String ownTask(String project) {
        var folder = "src/test/resources/own-processes/";
        var model = OwnersDrawings.file(folder + OWN + ".bpmn")
                .replace("Task_WriteNotice", "Task_SignAgreementToo")
                .replace(
                        "camunda:candidateGroups=\"dpo-${leadOrganisation}\"",
                        "camunda:candidateGroups=\"ig-${leadOrganisation},signatory-${leadOrganisation}\"");
        var files = Map.of(
                OWN + ".bpmn",
                model,
                "refresh-notice.form",
                OwnersDrawings.file(folder + "refresh-notice.form"),
                "new-notice.form",
                OwnersDrawings.file(folder + "new-notice.form"));
        assertThat(Visitor.program(port, "owner").deploy("Own", files).statusCode())
                .isEqualTo(200);
        Visitor.program(port, LEAD)
                .send(
                        "POST",
                        "/engine-rest/process-definition/key/" + OWN + "/submit-form",
                        Map.of("variables", Map.of("project", Map.of("value", project), "why", Map.of("value", "x"))));
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Task_SignAgreementToo")
                .singleResult()
                .getId();
    }

    private void endOwn() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(OWN)
                .list()
                .forEach(run -> engine.getRuntimeService().deleteProcessInstance(run.getId(), "over"));
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(OWN)
                .list()
                .forEach(own -> engine.getRepositoryService().deleteDeployment(own.getDeploymentId(), true));
    }
}
