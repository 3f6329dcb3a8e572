package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.adapting;
import static gm.sharing.journeys.Answers.adopting;
import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.answer;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.confidentialFlow;
import static gm.sharing.journeys.Answers.countersignature;
import static gm.sharing.journeys.Answers.dissenting;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flowOnPolicyDocument;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.policyDocument;
import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.refusal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.mandate.GivenMandates;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Signatory;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOffId;
import gm.sharing.workflow.form.ShownNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks every way through partner-sign-off with the real forms, services and tables. The class fails when a step or a flow of
 * it was never reached, or a form was not shown what it names.
 */
@EveryWay
class PartnerWaysIntegrationTests extends WalkedProject {

    private static final ShownNames SHOWN = new ShownNames("partner-sign-off");

    @Override
    ShownNames shown() {
        return SHOWN;
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Autowired
    Deadlines deadlines;

    @Autowired
    BeanFactory beans;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void publishesWhenEveryPartnerSigns() {
        var project = sentOutWithoutDpia("manchester", "bolton");

        signs(project, "manchester");
        assertThat(status(project)).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        signs(project, "bolton");

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(agreements.find(new ProjectReference(project))).isPresent();
        assertThat(journey.hasEnded(project)).isTrue();
    }

    @Test
    void showsTheSignatoryTheSchemeOfDelegationAndWhatOfItIsOver() {
        var project = sentOutWithoutDpia("manchester", "bolton");
        for (var partner : List.of("manchester", "bolton")) {
            journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        }
        scheme(
                new Signatory("Sam Hill", "SIRO", "Every\nagreement", LocalDate.parse("2026-03-31")),
                new Signatory("Pat *Lee*", null, "Agreements without special category data", null));

        try {
            var task = journey.task(project, "bolton", "Task_SignAgreement").getId();
            assertThat(engine.getFormService().getTaskFormVariables(task).get("delegation"))
                    .asString()
                    .contains(
                            "Who signs for Bolton Council",
                            "- Sam Hill, SIRO: Every agreement. **Ran out on 31 March 2026:",
                            "- Pat \\*Lee\\*: Agreements without special category data\n");
            var other =
                    journey.task(project, "manchester", "Task_SignAgreement").getId();
            assertThat(engine.getFormService().getTaskFormVariables(other).get("delegation"))
                    .isNull();
        } finally {
            scheme(null, null);
        }
        for (var partner : List.of("manchester", "bolton")) {
            journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
        }
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    /** StandingMandatesIntegrationTests has the rules. */
    @Test
    void letsAnOfficerSignUnderAMandateAndTellsTheSignatories() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "bury");
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("request-changes"));
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("request-changes"));
        var mandates = new GivenMandates(beans);
        var mandate = mandates.by("signatory.bury", "bury", "arrangements.rights");
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(project, "Task_AgreeArrangements", LEAD, with(arrangements(), "rights", "Within a day."));
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("sign"));
        journey.complete(project, "bury", "Task_SignAgreement", "ig.bury", signature("sign"));
        mandates.revoke(mandate, "bury", "signatory.bury");

        assertThat(told(project, "Send_TellMandate")).contains("signatory.bury");
    }

    private void scheme(@Nullable Signatory... rows) {
        transaction.executeWithoutResult(status -> {
            var bolton = directory.get(new OrganisationCode("bolton")).particulars();
            for (int number = 0; number < rows.length; number++) {
                bolton.sign(number + 1, rows[number]);
            }
        });
    }

    @Test
    void takesADissentBackToTheDpiaAndPublishesOnceEveryPartnerAdoptsOrAdaptsIt() {
        var project =
                described(harmInScreening(), flowOnPolicyDocument(List.of("manchester"), List.of("bolton", "bury")));
        dpiaUpToAdvice(project);
        decidesDpia(project);
        sendsOut(project);
        signs(project, "manchester", policyDocument());
        signs(project, "bolton", adapting());
        refuses(
                project,
                "bury",
                with(dissenting(), "decision", "sign", "comments", List.of()),
                "What do you advise? Your organisation dissents from the DPIA, so it cannot sign.");
        refuses(project, "bury", with(dissenting(), "dissent", ""), "Reasons for the dissent: must be filled in.");
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", dissenting());

        assertThat(shown(project, "Task_ReviseProject", "reasons"))
                .contains("## Bury Council: Changes requested, dissents from the DPIA")
                .contains("> The risk to people in hostels is not assessed.");
        journey.complete(project, "Task_ReviseProject", LEAD, revision("dpia", "risks"));
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        decidesDpia(project);
        sendsOut(project);

        assertThat(journey.openTasks(project))
                .as("another version of the DPIA is put to everybody")
                .containsExactly("Task_ReviewAgreement", "Task_ReviewAgreement", "Task_ReviewAgreement");
        signs(project, "manchester", policyDocument());
        signs(project, "bolton", adapting());
        assertThat(status(project)).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        refuses(
                project,
                "bury",
                with(adopting(), "policyReview", LocalDate.now().minusDays(2).toString()),
                "Review date of the policy document: it is in the past.");
        signs(project, "bury", adopting());

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        var published =
                agreements.find(new ProjectReference(project)).orElseThrow().version();
        assertThat(agreements.html(published))
                .contains(
                        "Version 3 of the DPIA",
                        "D.1 How Bolton Council adapts the DPIA",
                        "We keep the letters for one year.",
                        "Appropriate policy documents",
                        "Policy on special category data of Bury")
                .doesNotContain("hostels");
        assertThat(database.queryForList(
                        "select body from notice where reference = ? and about like 'Send_TellDecision:%'",
                        String.class, project))
                .filteredOn(body -> body.contains("dissents from the DPIA"))
                .singleElement()
                .asString()
                .startsWith("Bury Council asks for changes to version 1.0");
    }

    @Test
    void asksTheCaldicottGuardianWhereConfidentialCareInformationFlows() {
        var project =
                sentOut(described(nothingInScreening(), confidentialFlow(List.of("manchester"), List.of("bolton"))));

        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign-with-conditions"));
        journey.complete(
                project, "bolton", "Task_AgreeConfidentialUse", "caldicott.bolton", Map.of("decision", "agree"));
        journey.complete(
                project, "bolton", "Task_SignAgreement", "signatory.bolton", signature("sign-with-conditions"));
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("sign"));
        journey.complete(project, "manchester", "Task_AgreeConfidentialUse", "caldicott.manchester", refusal());

        assertThat(journey.openTasks(project)).containsExactly("Task_DecideRefusal");
    }

    @Test
    void remindsEscalatesAndLetsTheBoardDecideOnAStalledReview() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        signs(project, "bury");

        journey.fire(project, "Timer_SignOffReminder");
        journey.fire(project, "Timer_SignOffDue");
        assertThat(journey.task(project, "bolton", "Task_ReviewAgreement").getPriority())
                .isGreaterThan(50);
        journey.fire(project, "Timer_BoardDue");
        journey.fire(project, "Timer_BoardReminder");
        assertThat(told(project, "Send_BoardReminder")).containsExactly("board");
        journey.fire(project, "Timer_BoardDecisionDue");
        assertThat(told(project, "Send_BoardEscalation")).containsExactlyInAnyOrder("board", LEAD);
        journey.complete(project, "bolton", "Task_DecideStalledReview", "board", stalled("chase"));
        journey.fire(project, "Timer_BoardDue");
        journey.complete(
                project,
                "bolton",
                "Task_DecideStalledReview",
                "board",
                with(stalled("extend"), "extendTo", LocalDate.now().plusDays(30).toString()));
        assertThat(told(project, "Send_TellMoreTime")).contains("ig.bolton", "signatory.bolton", LEAD, "board");
        givesMoreTime(project, LocalDate.now().plusDays(60));
        runsOut(project);
        journey.complete(project, "bolton", "Task_DecideStalledReview", "board", stalled("go-on-without"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void stopsThePartnersClockWhileItsQuestionWaitsForTheLead() {
        var project =
                sentOut(described(nothingInScreening(), confidentialFlow(List.of("manchester"), List.of("bolton"))));
        signsWithGuardian(project, "manchester");

        asksTheLead(project, "Task_ReviewAgreement", "ig.bolton");
        assertThat(journey.openTasks(project)).containsExactly("Task_AnswerQuestion");
        assertThat(shown(project, "Task_AnswerQuestion", "asked"))
                .startsWith("**Bolton Council** asks about [version 1.0 of the agreement]")
                .contains("> Which system is meant?");
        refused(project, "Task_AnswerQuestion", "ig.bolton", answer(), "You may not do this");
        refused(project, "Task_AnswerQuestion", LEAD, Map.of("answer", " "), "Answer: must be");
        journey.fire(project, "Timer_QuestionReminder");
        assertThat(told(project, "Send_QuestionReminder")).containsExactly(LEAD);
        journey.fire(project, "Timer_QuestionDue");
        assertThat(told(project, "Send_QuestionOverdue")).containsExactlyInAnyOrder(LEAD, "board");
        givesMoreTime(project, LocalDate.now().plusDays(40));
        assertThat(told(project, "Send_TellMoreTime")).contains("ig.bolton", "board");
        assertThat(journey.openTasks(project)).containsExactly("Task_AnswerQuestion");
        answers(project);

        assertThat(journey.task(project, "Task_ReviewAgreement").getAssignee()).isEqualTo("ig.bolton");
        assertThat(shown(project, "Task_ReviewAgreement", "questions"))
                .contains("> Which system is meant?", "> The one of the council.");
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));
        journey.fire(project, "Timer_SignOffReminder");
        asksTheLead(project, "Task_AgreeConfidentialUse", "caldicott.bolton");
        answers(project);
        journey.complete(
                project, "bolton", "Task_AgreeConfidentialUse", "caldicott.bolton", Map.of("decision", "agree"));
        journey.fire(project, "Timer_SignOffDue");
        asksTheLead(project, "Task_SignAgreement", "signatory.bolton");
        answers(project);
        journey.fire(project, "Timer_BoardDue");
        assertThat(journey.openTasks(project))
                .as("who was reminded and told of the delay is not told again")
                .containsExactly("Task_DecideStalledReview", "Task_SignAgreement");
        assertThat(told(project, "Send_Reminder")).containsOnlyOnce("ig.bolton");
        assertThat(told(project, "Send_Escalation")).containsOnlyOnce("ig.bolton");
        journey.complete(project, "bolton", "Task_SignAgreement", "signatory.bolton", signature("sign"));

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    @Test
    void asksForTwoSignaturesWhereTheDpiaLeavesAHighRisk() {
        var project = dpiaWithAHighRisk();
        consultsTheCommissioner(project, "go-on");
        journey.complete(project, "Task_DpiaRisks", LEAD, sameHighRisk(project));
        decidesDpia(project);
        sendsOut(project);
        signs(project, "manchester");
        journey.complete(
                project, "bolton", "Task_ReviewAgreement", "ig.bolton", with(review("sign"), "dpiaPosition", "adopt"));
        journey.complete(
                project, "bolton", "Task_SignAgreement", "signatory.bolton", signature("sign-with-conditions"));

        assertThat(journey.openTasks(project))
                .containsExactly("Task_CountersignAgreement", "Task_CountersignAgreement");
        assertThat(status(project)).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        var countersigning = journey.task(project, "bolton", "Task_CountersignAgreement");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(countersigning.getId())
                        .get("advice")
                        .toString())
                .contains("**Signed with conditions**", "Staff are trained before the start.");
        assertThatThrownBy(() -> journey.submit(countersigning, "signatory.bolton", countersignature("sign")))
                .hasMessageStartingWith("The first signature is yours");
        journey.submit(countersigning, "signatory2.bolton", question());
        answers(project);
        journey.complete(project, "bolton", "Task_CountersignAgreement", "signatory2.bolton", countersignature("sign"));
        journey.complete(
                project, "manchester", "Task_CountersignAgreement", "signatory2.manchester", countersignature("sign"));

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(agreements.html(agreements
                        .find(new ProjectReference(project))
                        .orElseThrow()
                        .version()))
                .contains("Second signature");
    }

    @Test
    void leavesOutAPartnerThatTheRuleDoesNotNeedWithoutAskingTheBoard() {
        var project = sentOut(described(
                nothingInScreening(),
                flow(List.of("manchester"), List.of("bolton", "bury")),
                withRule(Map.of("kind", "all-but", "optional", List.of("bolton")))));
        journey.complete(project, "Task_ApproveSignOffRule", "board", ruling("approve"));
        signs(project, "manchester");
        signs(project, "bury");

        runsOut(project);

        assertThat(told(project, "Send_TellNotNeeded")).contains("ig.bolton", "signatory.bolton", LEAD);
        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void takesALateSignatureWhileTheBoardStillDecides() {
        var project = sentOutWithoutDpia("manchester", "bolton");
        signs(project, "manchester");
        runsOut(project);

        signs(project, "bolton");

        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    private void refuses(String project, String partner, Map<String, Object> review, String message) {
        assertThatThrownBy(() -> journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review))
                .hasMessageContaining(message);
    }

    private void decidesDpia(String project) {
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
    }

    private void givesMoreTime(String project, LocalDate until) {
        deadlines.giveMoreTime(
                new SignOffId(new ProjectReference(project), 1, new OrganisationCode("bolton")),
                until,
                "Its officer is on leave.",
                people.find(LEAD).orElseThrow());
    }

    private void asksTheLead(String project, String task, String person) {
        journey.complete(project, "bolton", task, person, question());
    }

    private void signsWithGuardian(String project, String partner) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        journey.complete(
                project, partner, "Task_AgreeConfidentialUse", "caldicott." + partner, Map.of("decision", "agree"));
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }
}
