package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Dates;
import gm.sharing.DemoApplication;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.workflow.form.ShownNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

/** What becomes of a version that is out for sign-off when its last day passes, its lead revises it or the project is withdrawn. */
@DemoApplication
class VersionsOfAProjectIntegrationTests extends WalkedProject {

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @Test
    void publishesNothingThatEndedWhileItsPartnersSigned() {
        var today = ProjectFixture.today();
        var project = sentOut(described(
                nothingInScreening(),
                flow(List.of("manchester"), List.of("bolton")),
                lasting(today, today.plusDays(10))));
        signs(project, "manchester");
        try {
            passes(11);
            signs(project, "bolton");

            assertThat(status(project)).isEqualTo(ProjectStatus.IN_REVISION);
            assertThat(agreements.find(new ProjectReference(project))).isEmpty();
            assertThat(shown(project, "Task_ReviseProject", "reasons"))
                    .startsWith("## The last day of the sharing has passed");
            journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
            refused(
                    project,
                    "Task_AgreeArrangements",
                    LEAD,
                    lasting(today, today.plusDays(10)),
                    "Last day of the sharing: " + Dates.day(today.plusDays(10)) + " is in the past.");
            journey.complete(project, "Task_AgreeArrangements", LEAD, lasting(today, today.plusDays(20)));
            journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
            confirmsNoDpia(project);
            assertThat(shown(project, "Task_CheckDraft", "dates"))
                    .contains("has passed. The agreement comes into force on the day it is published.")
                    .contains("The sharing ends on " + Dates.day(today.plusDays(20)));

            passes(21);
            refused(
                    project,
                    "Task_CheckDraft",
                    LEAD,
                    Map.of("sendOut", "true"),
                    "Last day of the sharing: " + Dates.day(today.plusDays(20))
                            + " is in the past. Send the draft back");
            journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));
            assertThat(journey.openTasks(project)).containsExactly("Task_ReviseProject");
        } finally {
            ClockUtil.reset();
        }
    }

    private static Map<String, Object> lasting(LocalDate first, LocalDate last) {
        return with(with(arrangements(), "startDate", first.toString()), "endDate", last.toString());
    }

    private static void passes(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
    }

    @Test
    void asksAPartnerAgainWhoseSignatureWouldStandWhenTheLeadWantsIt() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        signs(project, "bolton");
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("request-changes"));
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(
                project, "Task_AgreeArrangements", LEAD, with(arrangements(), "contact", "rights@example.org"));
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);

        var widened = Map.<String, Object>of(
                "sendOut", "true", "widen", List.of("bolton"), "widenReason", "Its signatory has changed.");
        journey.complete(project, "Task_CheckDraft", LEAD, widened);

        assertThat(journey.openTasks(project)).containsExactly("Task_ReviewAgreement", "Task_ReviewAgreement");
        signs(project, "bolton");
        signs(project, "bury");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(told(project, "Send_TellPublished")).contains("signatory.manchester", "signatory.bury");
    }

    @Test
    void endsEveryOpenTaskWhenTheLeadWithdrawsDuringSignOff() {
        var project = sentOutWithoutDpia("manchester", "bolton");

        withdraws(project);

        assertThat(status(project)).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(journey.hasEnded(project)).isTrue();
    }
}
