package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.refusal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.urgentProposal;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureStatus;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.SignatureWithdrawals;
import gm.sharing.signoff.TakeBack;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks every way through sharing-project and approve-sign-off-rule with the real forms, services and tables. The class fails
 * when a step or a flow of them was never reached, or a form was not shown what it names.
 */
@EveryWay
@Tag("one-database")
class ProjectWaysIntegrationTests extends WalkedProject {

    private static final ShownNames SHOWN = new ShownNames("sharing-project", "approve-sign-off-rule");

    @Override
    ShownNames shown() {
        return SHOWN;
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Autowired
    SignatureWithdrawals withdrawals;

    @Autowired
    TakeBack takeBack;

    @Test
    void asksForADpiaWhenTheDataProtectionOfficerWantsOne() {
        var project = described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton")));

        journey.fire(project, "Timer_NoDpiaReminder");
        assertThat(told(project, "Send_NoDpiaReminder")).containsExactly(DPO);
        journey.fire(project, "Timer_NoDpiaDue");
        assertThat(told(project, "Send_NoDpiaEscalation"))
                .containsExactlyInAnyOrder(LEAD, DPO, SIRO, "signatory2.manchester");
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                DPO,
                Map.of("dpiaNeeded", "true", "reason", "People in distress are concerned."));

        assertThat(journey.openTasks(project)).contains("Task_DpiaNeed");
    }

    @Test
    void doesNotRepeatAnApprovedDpiaThatStillHolds() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));

        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(project, "Task_AgreeArrangements", LEAD, with(arrangements(), "retentionPeriod", "P1Y"));
        journey.complete(
                project,
                "Task_AnswerScreening",
                LEAD,
                with(harmInScreening(), "stillHolds", "true", "whyStillHolds", "Only the period is shorter."));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void draftsANewVersionWhenAPartnerRequestsChanges() {
        var project = sentOutWithoutDpia("manchester", "bolton");
        signs(project, "manchester");

        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("request-changes"));
        assertThat(journey.openTasks(project)).containsExactly("Task_ReviseProject");
        journey.complete(project, "Task_ReviseProject", LEAD, revision("sharing"));
        journey.complete(project, "Task_DescribeNeeds", LEAD, with(needs(), "purpose", "To find households earlier."));
        journey.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        journey.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);

        assertThat(journey.openTasks(project)).containsExactly("Task_ReviewAgreement", "Task_ReviewAgreement");
        signs(project, "manchester");
        signs(project, "bolton");
        assertThat(agreements.latest(new ProjectReference(project)).number()).isEqualTo("1.1");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    @Test
    void letsTheLeadTakeADraftBackThatHasToChangeAnyway() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("request-changes"));

        takeBack.takeBack(
                new ProjectReference(project),
                "Bolton needs another retention period.",
                people.find(LEAD).orElseThrow());
        journey.runJobs();

        assertThat(journey.openTasks(project)).containsExactly("Task_ReviseProject");
        assertThat(told(project, "Send_TellTakenBack"))
                .containsExactlyInAnyOrder("ig.manchester", "ig2.manchester", "ig.bolton", "ig2.bolton", "ig.bury");
        assertThat(shown(project, "Task_ReviseProject", "reasons")).contains("Bolton Council: Changes requested");
        revisesArrangements(project);
        sendsOut(project);
        assertThat(journey.isAsked(project, "bury")).as("had not decided").isTrue();
        signsWhereAsked(project, "manchester", "bolton", "bury");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    @Test
    void takesSignaturesBackUntilTheAgreementIsBeingPublished() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        signsOnCondition(project, "bolton");
        withdrawsSignature(project, "bolton", "Our board has second thoughts.");
        assertThat(told(project, "Send_TellSignatureWithdrawn"))
                .containsExactlyInAnyOrder(
                        LEAD, "board", "ig.bolton", "ig2.bolton", "signatory.bolton", "signatory2.bolton");
        signs(project, "bury");

        assertThat(shown(project, "Task_ReviseProject", "reasons"))
                .contains("Bolton Council: Signature withdrawn", "> Our board has second thoughts.");
        revisesArrangements(project);
        assertThat(shown(project, "Task_CheckDraft", "requests")).isEmpty();
        sendsOut(project);
        assertThat(journey.isAsked(project, "bury")).isFalse();
        withdrawsSignature(project, "bury", "So have we.");
        signs(project, "bolton");

        assertThat(shown(project, "Task_ReviseProject", "reasons"))
                .contains("Bury Council: Signature withdrawn", "> So have we.")
                .doesNotContain("Bolton Council");
        revisesArrangements(project);
        sendsOut(project);
        signsOnCondition(project, "bury");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(measures.of(new ProjectReference(project)))
                .extracting(measure -> measure.origin().words(), Measure::what, Measure::ownerName, Measure::status)
                .containsExactly(tuple(
                        "condition 1 of Bury Council",
                        "Staff are trained before the start.",
                        "Project lead",
                        MeasureStatus.OPEN));
        assertThat(journey.openTasks(project)).containsExactly("Task_ConfirmMeasure_Lead");
        journey.fire(project, "Timer_MeasureOverdue");
        assertThat(told(project, "Send_TellLongOverdue")).containsExactlyInAnyOrder("ig.bury", LEAD);
        assertThatThrownBy(() -> withdrawsSignature(project, "bury", "Too late."))
                .hasMessageContaining("The project has ended");
    }

    private void signsOnCondition(String project, String partner) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign-with-conditions"));
        journey.complete(
                project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign-with-conditions"));
    }

    private void withdrawsSignature(String project, String partner, String reason) {
        withdrawals.withdraw(
                new ProjectReference(project),
                new OrganisationCode(partner),
                reason,
                people.find("signatory." + partner).orElseThrow());
    }

    private void revisesArrangements(String project) {
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
    }

    @Test
    void goesOnWithoutAPartnerThatRefusedWhenTheBoardSaysSo() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        signs(project, "bury");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", refusal());

        journey.fire(project, "Timer_BoardReminder");
        assertThat(told(project, "Send_BoardReminder")).containsExactly("board");
        journey.fire(project, "Timer_BoardDue");
        assertThat(told(project, "Send_BoardEscalation")).containsExactlyInAnyOrder("board", LEAD);
        journey.complete(project, "Task_DecideRefusal", "board", ruling("go-on-without"));
        assertThat(told(project, "Send_TellLeftOut"))
                .contains("ig.manchester", "ig2.manchester", "ig.bolton", "ig2.bolton", "ig.bury");
        sendsOut(project);
        journey.openTasks(project).forEach(task -> assertThat(task).isEqualTo("Task_ReviewAgreement"));
        signsWhereAsked(project, "manchester", "bury");

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(projects.get(new ProjectReference(project)).partners())
                .noneMatch(partner -> partner.organisation().equals(new OrganisationCode("bolton")));
    }

    @Test
    void goesBackToTheLeadOrStopsAfterARefusalWhenTheBoardSaysSo() {
        var project = sentOutWithoutDpia("manchester", "bolton");
        signs(project, "manchester");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));
        journey.complete(
                project,
                "bolton",
                "Task_SignAgreement",
                "signatory.bolton",
                with(refusal(), "role", "SIRO", "confirmed", true));
        journey.complete(project, "Task_DecideRefusal", "board", ruling("back-to-lead"));
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(project, "Task_AgreeArrangements", LEAD, with(arrangements(), "retentionPeriod", "P1Y"));
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);
        signsWhereAsked(project, "manchester");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", refusal());

        journey.complete(project, "Task_DecideRefusal", "board", ruling("stop"));

        assertThat(status(project)).isEqualTo(ProjectStatus.STOPPED);
        assertThat(journey.hasEnded(project)).isTrue();
    }

    @Test
    void stopsForEverybodyWhenTheBoardStopsAStalledReview() {
        var project = sentOutWithoutDpia("manchester", "bolton");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));
        signs(project, "manchester");
        runsOut(project);

        journey.complete(project, "bolton", "Task_DecideStalledReview", "board", stalled("stop"));

        assertThat(status(project)).isEqualTo(ProjectStatus.STOPPED);
        assertThat(journey.hasEnded(project)).isTrue();
    }

    @Test
    void endsEveryOpenTaskAndTellsEachPersonOnceWhenTheBoardStopsTheProject() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));

        ends.stop(
                new ProjectReference(project),
                "The service closes.",
                people.find("board").orElseThrow());
        journey.runJobs();

        assertThat(status(project)).isEqualTo(ProjectStatus.STOPPED);
        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(told(project, "Send_TellStoppedByBoard"))
                .containsExactlyInAnyOrder(
                        LEAD,
                        "ig.manchester",
                        "ig2.manchester",
                        "signatory.manchester",
                        "ig.bolton",
                        "ig2.bolton",
                        "signatory.bolton",
                        "signatory2.bolton",
                        "ig.bury");
    }

    @Test
    void goesOnWithoutPartnersWhomTheRuleDoesNotNeedOnceTheBoardApprovesTheRule() {
        var project = journey.start(LEAD, proposal(title()));
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(
                project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton", "bury")));
        journey.complete(
                project,
                "Task_DescribeFlows",
                LEAD,
                flows(List.of(flow(List.of("manchester"), List.of("bolton", "bury")))));
        refused(
                project,
                "Task_AgreeArrangements",
                LEAD,
                withRule(Map.of("kind", "all-but", "optional", List.of())),
                "Partners that need not sign: name at least one.");
        refused(
                project,
                "Task_AgreeArrangements",
                LEAD,
                withRule(Map.of("kind", "at-least", "atLeast", 3)),
                "How many have to sign? Give at least 2 and fewer than the 3 partners");
        journey.complete(project, "Task_AgreeArrangements", LEAD, withRule(Map.of("kind", "at-least", "atLeast", 2)));
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);

        assertThat(journey.openTasks(project)).containsExactly("Task_ApproveSignOffRule");
        assertThat(status(project)).isEqualTo(ProjectStatus.WITH_BOARD);
        assertThat(shown(project, "Task_ApproveSignOffRule", "rule")).contains("At least 2 partners have to sign");
        refused(project, "Task_ApproveSignOffRule", LEAD, ruling("approve"), "You may not do this");
        journey.fire(project, "Timer_RuleReminder");
        assertThat(told(project, "Send_RuleReminder")).containsExactly("board");
        journey.fire(project, "Timer_RuleDue");
        assertThat(told(project, "Send_RuleEscalation")).containsExactlyInAnyOrder("board", LEAD);
        journey.complete(project, "Task_ApproveSignOffRule", "board", ruling("send-back"));
        assertThat(shown(project, "Task_ReviseProject", "reasons"))
                .contains("did not approve the sign-off rule", "Heard on the phone.");
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(
                project,
                "Task_AgreeArrangements",
                LEAD,
                withRule(Map.of("kind", "all-but", "optional", List.of("bolton"))));
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);
        journey.complete(project, "Task_ApproveSignOffRule", "board", ruling("approve"));
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", refusal());
        signs(project, "manchester");
        signs(project, "bury");

        assertThat(journey.openTasks(project))
                .as("a refusal that the rule allows")
                .containsExactly("Task_CheckDraft");
        assertThat(told(project, "Send_TellLeftOut")).contains("ig.bolton", "ig2.bolton");
        sendsOut(project);
        signsWhereAsked(project, "manchester", "bury");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(projects.get(new ProjectReference(project)).partners()).hasSize(2);
    }

    @Test
    void endsAProjectThatIsWithdrawnBeforeAnyPartnerWasAsked() {
        var project = journey.start(LEAD, urgentProposal(title()));

        withdraws(project);

        assertThat(journey.hasEnded(project)).isTrue();
    }

    private void signsWhereAsked(String project, String... partners) {
        for (var partner : partners) {
            if (journey.isAsked(project, partner)) {
                signs(project, partner);
            }
        }
    }

    @Test
    void revisesTheProjectWhenItsDpiaIsRejectedAndStopsWithIt() {
        var rejected = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(rejected);
        journey.advise(rejected, "manchester", advice("accept"));
        journey.complete(rejected, "Task_DpiaDecide", SIRO, dpiaDecision("reject"));
        journey.complete(rejected, "Task_ReviseProject", LEAD, revision("dpia", "scope"));
        assertThat(journey.openTasks(rejected)).containsExactly("Task_DpiaScope");

        var stopped = dpiaWithAHighRisk();
        consultsTheCommissioner(stopped, "stop");
        assertThat(status(stopped)).isEqualTo(ProjectStatus.STOPPED);
        assertThat(journey.hasEnded(stopped)).isTrue();
    }
}
