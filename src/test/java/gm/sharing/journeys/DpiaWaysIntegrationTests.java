package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.algorithm;
import static gm.sharing.journeys.Answers.algorithmInScreening;
import static gm.sharing.journeys.Answers.conditions;
import static gm.sharing.journeys.Answers.dpiaConsultation;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.ethicsAdvice;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.objection;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.project.ProjectStatus;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks every way through dpia and dpo-advice with the real forms, services and tables. The class fails when a step or a flow
 * of them was never reached, or a form was not shown what it names.
 */
@EveryWay
@Tag("one-database")
class DpiaWaysIntegrationTests extends WalkedProject {

    private static final ShownNames SHOWN = new ShownNames("dpia", "dpo-advice");

    @Override
    ShownNames shown() {
        return SHOWN;
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Test
    void takesARequiredDpiaThroughItsSevenStepsBeforeTheDraft() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));

        assertThat(journey.openTasks(project))
                .containsExactlyInAnyOrderElementsOf(dpiaSections().keySet());
        dpiaUpToAdvice(project);
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void sendsExactlyTheTwoSectionsBackThatAreToFix() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);

        journey.advise(project, "manchester", advice("send-back", "scope", "necessity"));

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaNecessity", "Task_DpiaScope");
        writeOpenSections(project);
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaAdvise");
        journey.advise(project, "manchester", advice("send-back", "risks"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaRisks");
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        journey.advise(project, "manchester", advice("accept"));

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaDecide");
    }

    @Test
    void waitsForTheAdviceOfEveryOrganisationThatTheLeadNamed() {
        var project = dpiaAdvisedBy("bolton");

        journey.advise(project, "manchester", advice("accept"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaAdvise");
        journey.fireForAdviser(project, "bolton", "Timer_AdviceReminder");
        journey.fireForAdviser(project, "bolton", "Timer_AdviceDue");
        journey.fireForAdviser(project, "bolton", "Timer_AdviceClosed");

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaDecide");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(
                                journey.task(project, "Task_DpiaDecide").getId())
                        .get("warning"))
                .isEqualTo("Not every data protection officer who was asked has advised.");
    }

    @Test
    void goesOnWithoutAnyAdviceOnlyForAReason() {
        var project = dpiaAdvisedBy("bolton");

        journey.fireForAdviser(project, "manchester", "Timer_AdviceClosed");
        journey.fireForAdviser(project, "bolton", "Timer_AdviceClosed");
        journey.complete(project, "Task_DpiaMissingAdvice", LEAD, Map.of("reason", "Both are ill; nobody stands in."));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void letsTheSignatoryHaveItMendedOrOverruleAdviceAgainstIt() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);

        journey.advise(project, "manchester", advice("against"));
        journey.fire(project, "Timer_ObjectionDue");
        assertThat(told(project, "Send_ObjectionDue")).containsExactlyInAnyOrder(SIRO, "signatory2.manchester", LEAD);
        journey.complete(project, "Task_DpiaWeighObjection", SIRO, objection("mend", "nature", "risks"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaNature");
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        journey.advise(project, "manchester", advice("against"));
        journey.complete(project, "Task_DpiaWeighObjection", SIRO, objection("overrule"));
        journey.fire(project, "Timer_DecisionReminder");
        journey.fire(project, "Timer_DecisionDue");
        assertThat(told(project, "Send_DecisionEscalation"))
                .containsExactlyInAnyOrder(SIRO, "signatory2.manchester", LEAD, DPO);
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void hasAHighRiskReducedOrAReasonWhyItCannotBe() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        writeOpenSections(project);

        journey.complete(project, "Task_DpiaRisks", LEAD, risks("probable", "severe"));
        journey.complete(project, "Task_DpiaHighRisk", LEAD, Map.of("answer", "reduce"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaRisks");
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("probable", "severe"));
        journey.complete(project, "Task_DpiaHighRisk", LEAD, consult());

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaAdvise");
    }

    @Test
    void consultsTheCommissionerOnAHighRiskAndGoesOnWithTheMeasures() {
        var project = dpiaWithAHighRisk();
        consultsTheCommissioner(project, "go-on");

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaRisks");
        var task = journey.task(project, "Task_DpiaRisks").getId();
        assertThat(engine.getFormService()
                        .getTaskFormVariables(task)
                        .get("comments")
                        .toString())
                .contains("**The Information Commissioner advised**", "> Check every match twice.");
        journey.complete(project, "Task_DpiaRisks", LEAD, sameHighRisk(project));
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void changesTheWholeDpiaOrStopsTheProjectAfterTheConsultation() {
        var project = dpiaWithAHighRisk();
        consultsTheCommissioner(project, "change");
        assertThat(journey.openTasks(project))
                .containsExactlyInAnyOrderElementsOf(dpiaSections().keySet());
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, sameHighRisk(project));
        journey.complete(project, "Task_DpiaHighRisk", LEAD, consult());
        journey.advise(project, "manchester", advice("accept"));
        consultsTheCommissioner(project, "stop");

        assertThat(status(project)).isEqualTo(ProjectStatus.STOPPED);
        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(told(project, "Send_TellStopped")).contains(LEAD, SIRO, DPO, "ig.bolton", "ig2.bolton");
    }

    @Test
    void reopensADpiaThatIsRejectedTwiceAndDraftsOnceItIsApproved() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("reject"));

        journey.complete(project, "Task_ReviseProject", LEAD, revision("dpia", "scope"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaScope");
        writeOpenSections(project);
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("reject"));
        journey.complete(project, "Task_ReviseProject", LEAD, revision("dpia", "risks"));
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        refused(
                project,
                "Task_DpiaAdvise",
                DPO,
                advice("accept-with-conditions"),
                "Conditions are followed up as measures");
        journey.advise(project, "manchester", conditions("Staff are trained first."));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        assertThat(journey.openTasks(project)).containsExactly("Task_CheckDraft");
    }

    @Test
    void asksTheEthicsPanelAndRecordsTheAlgorithmicToolOfAnAutomatedDecision() {
        var project = described(algorithmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        assertThat(journey.openTasks(project)).contains("Task_AtrsRecord");
        refused(project, "Task_AtrsRecord", DPO, algorithm(), "You may not do this");
        refused(project, "Task_AtrsRecord", LEAD, with(algorithm(), "how", " "), "How the tool is used: must be");
        refused(project, "Task_AtrsRecord", LEAD, with(algorithm(), "email", "us"), "Contact email: must be an");
        refused(project, "Task_AtrsRecord", LEAD, with(algorithm(), "website", "us"), "Website: must be an address");
        journey.complete(project, "Task_AtrsRecord", LEAD, algorithm());
        dpiaUpToAdvice(project);

        journey.fire(project, "Timer_EthicsReminder");
        journey.fire(project, "Timer_EthicsDue");
        assertThat(told(project, "Send_EthicsEscalation")).contains(LEAD, SIRO);
        refused(project, "Task_EthicsAdvise", DPO, ethicsAdvice(), "You may not do this");
        refused(project, "Task_EthicsAdvise", "ethics", with(ethicsAdvice(), "fairness", " "), "Fairness: must be");
        refused(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(ethicsAdvice(), "advice", "shrug"),
                "What does the panel advise? Is not among");
        refused(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(ethicsAdvice(), "advice", "support-with-conditions"),
                "Conditions: say on which");
        journey.complete(project, "Task_EthicsAdvise", "ethics", ethicsAdvice());
        assertThat(engine.getFormService()
                        .getTaskFormVariables(
                                journey.task(project, "Task_DpiaAdvise").getId())
                        .get("ethicsAdvice")
                        .toString())
                .startsWith("**The panel supports the project**");
        journey.advise(project, "manchester", advice("send-back", "scope"));
        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaScope");
        writeOpenSections(project);

        assertThat(journey.openTasks(project))
                .as("the panel's advice stands while the DPIA is only mended")
                .containsExactly("Task_DpiaAdvise");
    }

    @Test
    void goesOnWithoutTheEthicsPanelWhenItIsSilent() {
        var project = described(algorithmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        journey.complete(project, "Task_AtrsRecord", LEAD, algorithm());
        dpiaUpToAdvice(project);

        journey.fire(project, "Timer_EthicsClosed");

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaAdvise");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(
                                journey.task(project, "Task_DpiaAdvise").getId())
                        .get("ethicsAdvice")
                        .toString())
                .startsWith("**The ethics panel was asked and did not advise in time.**");
    }

    @Test
    void abandonsTheDpiaWhenTheProjectIsWithdrawnDuringIt() {
        var project = dpiaAdvisedBy("bolton");
        journey.advise(project, "manchester", advice("accept"));

        withdraws(project);

        assertThat(status(project)).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(journey.hasEnded(project)).isTrue();
    }

    /** Written, with the officers of the lead organisation and of another asked for advice. */
    private String dpiaAdvisedBy(String organisation) {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of(organisation)));
        journey.complete(
                project, "Task_DpiaConsult", LEAD, with(dpiaConsultation(), "advisers", List.of(organisation)));
        dpiaUpToAdvice(project);
        return project;
    }

    @Test
    void sendsOutNothingInWhichAMachineAloneDecidesOnWhatItMayNot() {
        var project = described(
                with(nothingInScreening(), "automatedDecisions", "alone", "algorithmicTool", "false"),
                flow(List.of("manchester"), List.of("bolton")));
        dpiaOf(project);

        refused(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"), "Article 22B(1) to (3)");
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));

        journey.complete(project, "Task_ReviseProject", LEAD, revision("dpia", "scope"));
        writeOpenSections(project);
        assertThat(shown(project, "Task_EthicsAdvise", "ethicsAdvice")).contains("about the project as it was before");
    }

    /** Written, advised and approved, with what the ethics panel says. */
    private void dpiaOf(String project) {
        dpiaUpToAdvice(project);
        journey.complete(project, "Task_EthicsAdvise", "ethics", ethicsAdvice());
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
    }
}
