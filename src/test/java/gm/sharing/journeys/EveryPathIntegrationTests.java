package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.adapting;
import static gm.sharing.journeys.Answers.adopting;
import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.algorithm;
import static gm.sharing.journeys.Answers.algorithmInScreening;
import static gm.sharing.journeys.Answers.answer;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.conditions;
import static gm.sharing.journeys.Answers.confidentialFlow;
import static gm.sharing.journeys.Answers.countersignature;
import static gm.sharing.journeys.Answers.dissenting;
import static gm.sharing.journeys.Answers.dpiaConsultation;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.ethicsAdvice;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flowOnPolicyDocument;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.objection;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.policyDocument;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.refusal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.urgentProposal;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Dates;
import gm.sharing.DemoApplication;
import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.Dpias;
import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureStatus;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignatureWithdrawals;
import gm.sharing.signoff.TakeBack;
import gm.sharing.workflow.form.ShownNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Walks every path of every model with the real forms, services and tables. The class fails when a flow node or a
 * sequence flow of a model was never reached.
 */
@DemoApplication
@Import({ProcessEngineCoverageConfiguration.class, EveryPathIntegrationTests.FullCoverage.class})
class EveryPathIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String DPO = "dpo.manchester";
    private static final String SIRO = "signatory.manchester";

    private static final ShownNames SHOWN =
            new ShownNames("sharing-project", "approve-sign-off-rule", "dpia", "dpo-advice", "partner-sign-off");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    ProjectLeads leads;

    @Autowired
    ProjectEnds ends;

    @Autowired
    SignatureWithdrawals withdrawals;

    @Autowired
    TakeBack takeBack;

    @Autowired
    Measures measures;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    Deadlines deadlines;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    JourneyDriver journey;

    /** The models that dpia calls have tests of their own, which fail when a way through them was never taken. */
    @BeforeEach
    void leaveOutModelsThatAreWalkedElsewhere() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCustomPostBPMNParseListeners().stream()
                        .filter(ElementCoverageParseListener.class::isInstance)
                        .map(listener -> ReflectionTestUtils.getField(listener, "coverageState"))
                        .forEach(coverage -> ((DefaultCollector) coverage)
                                .setExcludedProcessDefinitionKeys(List.of("prior-consultation", "measure-follow-up")));
    }

    @BeforeEach
    void people() {
        journey = new JourneyDriver(engine, SHOWN);
        var accounts = new TestPeople(engine.getIdentityService(), directory);
        accounts.lead("manchester");
        accounts.board();
        accounts.ethicsPanel();
        List.of("manchester", "bolton", "bury").forEach(accounts::staff);
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

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
    void asksForADpiaWhenTheSignatoryWantsOneAgainstTheAdvice() {
        var project = described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton")));

        journey.complete(
                project, "Task_ConfirmNoDpia", DPO, Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        assertThat(journey.openTasks(project)).containsExactly("Task_DecideNoDpia");
        journey.complete(
                project,
                "Task_DecideNoDpia",
                SIRO,
                Map.of("dpiaNeeded", "true", "reasons", "Tenants would expect one.", "role", "SIRO"));

        assertThat(journey.openTasks(project)).contains("Task_DpiaNeed");
    }

    @Test
    void takesTheSectionsOfTheDpiaInAnyOrderAndWaitsForAllOfThem() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        var sections = new ArrayList<>(dpiaSections().keySet());
        Collections.reverse(sections);

        sections.forEach(section -> {
            assertThat(journey.openTasks(project)).doesNotContain("Task_DpiaRisks");
            journey.complete(project, section, LEAD, dpiaSections().get(section));
        });

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaRisks");
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
    void givesWhatTheLeadHasToDoToAColleagueWhoTakesOver() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        var reference = new ProjectReference(project);
        var lead = people.find(LEAD).orElseThrow();
        var colleague = colleague("lead2");
        assertThatThrownBy(() -> leads.handOver(reference, lead, colleague)).hasMessageContaining("leads it already");
        assertThatThrownBy(() -> leads.handOver(reference, people.find(DPO).orElseThrow(), lead))
                .hasMessageContaining("Choose a project lead");

        leads.handOver(reference, colleague, colleague);

        writeOpenSections(project, colleague.id());
        journey.complete(project, "Task_DpiaRisks", colleague.id(), risks("remote", "significant"));
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
        assertThat(journey.task(project, "Task_CheckDraft").getAssignee()).isEqualTo(colleague.id());
        assertThat(leads.actedAsLead(reference)).contains(LEAD, colleague.id());
    }

    @Test
    void letsNoTaskOfALeadWaitForAnAccountThatIsGone() {
        var gone = colleague("leaving");
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        leads.handOver(new ProjectReference(project), gone, gone);
        writeOpenSections(project, gone.id());
        journey.complete(project, "Task_DpiaRisks", gone.id(), risks("remote", "significant"));
        engine.getIdentityService().deleteUser(gone.id());

        journey.advise(project, "manchester", advice("send-back", "scope"));

        var task = journey.task(project, "Task_DpiaScope");
        assertThat(people.find(task.getAssignee()))
                .as("another lead of the organisation")
                .hasValueSatisfying(other ->
                        assertThat(other.holdsInOwnRight(Role.PROJECT_LEAD)).isTrue());
        journey.complete(
                project, "Task_DpiaScope", task.getAssignee(), dpiaSections().get("Task_DpiaScope"));
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

    @Test
    void makesMeasuresOfWhatOfficerAndPanelMakeConditionsAndOffersNoOfficerAsTheirOwner() {
        var project = described(algorithmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        journey.complete(project, "Task_AtrsRecord", LEAD, algorithm());
        writeOpenSections(project);
        var owners = engine.getFormService()
                .getTaskFormVariables(journey.task(project, "Task_DpiaRisks").getId())
                .get("ownerOptions")
                .toString();
        assertThat(owners)
                .contains("\"ig-manchester\"", "\"signatory-bolton\"", "\"lead\"", "\"lead-it-security\"")
                .doesNotContain("dpo-", "ata protection officer");
        refused(
                project,
                "Task_DpiaRisks",
                LEAD,
                with(
                        risks("remote", "minimal"),
                        "risks",
                        ((List<?>) risks("remote", "minimal").get("risks"))
                                .stream()
                                        .map(risk -> {
                                            var changed = new HashMap<Object, Object>((Map<?, ?>) risk);
                                            changed.put("owner", "dpo-manchester");
                                            return changed;
                                        })
                                        .toList()),
                "Who is responsible for the measure? Is not among the possible answers");
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        refused(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(ethicsAdvice(), "advice", "support-with-conditions"),
                "onditions");
        journey.complete(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(
                        ethicsAdvice(),
                        "advice",
                        "support-with-conditions",
                        "conditions",
                        "Test by ethnicity before the score is switched on."));
        journey.advise(project, "manchester", conditions("The privacy notices of all partners name the hub."));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        var reference = new ProjectReference(project);
        var firstDay = projects.get(reference).arrangements().orElseThrow().startDate();
        assertThat(measures.of(reference))
                .filteredOn(measure -> !measure.origin().words().startsWith("risk"))
                .extracting(measure -> measure.origin().words(), Measure::what, Measure::owner, measure -> measure.due()
                        .orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(
                                "the conditions of the ethics panel",
                                "Test by ethnicity before the score is switched on.",
                                "lead",
                                firstDay),
                        tuple(
                                "the section “Scope of the processing”",
                                "The privacy notices of all partners name the hub.",
                                "lead",
                                LocalDate.now().plusMonths(2)));
        assertThat(journey.openTasks(project))
                .as("nobody is asked before publication")
                .doesNotContain("Task_ConfirmMeasure_Lead");
    }

    /** Written, advised and approved, with what the ethics panel says. */
    private void dpiaOf(String project) {
        dpiaUpToAdvice(project);
        journey.complete(project, "Task_EthicsAdvise", "ethics", ethicsAdvice());
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
    }

    @Test
    void abandonsTheDpiaWhenTheProjectIsWithdrawnDuringIt() {
        var project = dpiaAdvisedBy("bolton");
        journey.advise(project, "manchester", advice("accept"));

        withdraws(project);

        assertThat(status(project)).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(journey.hasEnded(project)).isTrue();
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
    void endsEveryOpenTaskWhenTheLeadWithdrawsDuringSignOff() {
        var project = sentOutWithoutDpia("manchester", "bolton");

        withdraws(project);

        assertThat(status(project)).isEqualTo(ProjectStatus.WITHDRAWN);
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

    private static Map<String, Object> withRule(Map<String, Object> rule) {
        return with(arrangements(), "signOffRule", rule);
    }

    @Test
    void endsAProjectThatIsWithdrawnBeforeAnyPartnerWasAsked() {
        var project = journey.start(LEAD, urgentProposal(title()));

        withdraws(project);

        assertThat(journey.hasEnded(project)).isTrue();
    }

    private String described(Map<String, Object> screening, Map<String, Object> flow) {
        return described(screening, flow, arrangements());
    }

    private String described(
            Map<String, Object> screening, Map<String, Object> flow, Map<String, Object> arrangements) {
        var project = journey.start(LEAD, proposal(title()));
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(
                project, "Task_NamePartners", LEAD, partners(organisations(flow, "from"), organisations(flow, "to")));
        journey.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(flow)));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements);
        journey.complete(project, "Task_AnswerScreening", LEAD, screening);
        return project;
    }

    private static List<String> organisations(Map<String, Object> flow, String end) {
        return ((List<?>) flow.get(end)).stream().map(Object::toString).toList();
    }

    private String sentOutWithoutDpia(String first, String... others) {
        return sentOut(described(nothingInScreening(), flow(List.of(first), List.of(others))));
    }

    private String sentOut(String project) {
        confirmsNoDpia(project);
        sendsOut(project);
        return project;
    }

    private void confirmsNoDpia(String project) {
        journey.complete(
                project, "Task_ConfirmNoDpia", DPO, Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", SIRO, withoutDpia());
    }

    private void sendsOut(String project) {
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
    }

    private void dpiaUpToAdvice(String project) {
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "significant"));
    }

    private Person colleague(String name) {
        String id = name + "." + UUID.randomUUID().toString().substring(0, 8);
        new TestPeople(engine.getIdentityService(), directory).lead(id, "manchester");
        return people.find(id).orElseThrow();
    }

    private void writeOpenSections(String project) {
        writeOpenSections(project, LEAD);
    }

    private void writeOpenSections(String project, String person) {
        var open = journey.openTasks(project);
        dpiaSections().forEach((section, answers) -> {
            if (open.contains(section)) {
                journey.complete(project, section, person, answers);
            }
        });
    }

    /** Advised on, with a risk that stays high, so that the Information Commissioner is consulted. */
    private String dpiaWithAHighRisk() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("probable", "severe"));
        journey.complete(project, "Task_DpiaHighRisk", LEAD, consult());
        journey.advise(project, "manchester", advice("accept"));
        return project;
    }

    private static Map<String, Object> consult() {
        return Map.of("answer", "consult", "whyNotReduced", "The law asks for exactly these data.");
    }

    /** The risk that stays high, by the number under which the form shows it again. */
    private Map<String, Object> sameHighRisk(String project) {
        var number = dpias.get(new ProjectReference(project))
                .riskRegister()
                .highRisks()
                .get(0);
        var row = new HashMap<Object, Object>(
                (Map<?, ?>) ((List<?>) risks("probable", "severe").get("risks")).get(0));
        row.put("number", "R" + number);
        return Map.of("risks", List.of(row));
    }

    private void consultsTheCommissioner(String project, String outcome) {
        var today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        journey.complete(
                project,
                "Task_IcoSubmit",
                DPO,
                Map.of(
                        "regime",
                        "uk-gdpr",
                        "sent",
                        List.of("responsibilities", "purposes", "safeguards", "dpo-contact", "dpia"),
                        "submittedOn",
                        today));
        journey.complete(
                project,
                "Task_IcoAcceptance",
                DPO,
                Map.of(
                        "acceptance",
                        "accepted",
                        "answeredOn",
                        today,
                        "receivedOn",
                        today,
                        "icoReference",
                        "IC-123456"));
        journey.complete(
                project,
                "Task_IcoAnswer",
                DPO,
                Map.of(
                        "answer",
                        "advises",
                        "writtenOn",
                        today,
                        "view",
                        "measures",
                        "advice",
                        "Check every match twice."));
        journey.complete(
                project,
                "Task_IcoOutcome",
                SIRO,
                Map.of(
                        "outcome",
                        outcome,
                        "reasons",
                        "Weighed with the data protection officer.",
                        "measures",
                        "Two people check every match."));
    }

    /** Written, with the officers of the lead organisation and of another asked for advice. */
    private String dpiaAdvisedBy(String organisation) {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of(organisation)));
        journey.complete(
                project, "Task_DpiaConsult", LEAD, with(dpiaConsultation(), "advisers", List.of(organisation)));
        dpiaUpToAdvice(project);
        return project;
    }

    private void signs(String project, String partner) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    private void signs(String project, String partner, Map<String, Object> review) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review);
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    private void refuses(String project, String partner, Map<String, Object> review, String message) {
        assertThatThrownBy(() -> journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review))
                .hasMessageContaining(message);
    }

    private void decidesDpia(String project) {
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
    }

    private String shown(String project, String task, String text) {
        return engine.getFormService()
                .getTaskFormVariables(journey.task(project, task).getId())
                .get(text)
                .toString();
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

    private void answers(String project) {
        journey.complete(project, "Task_AnswerQuestion", LEAD, answer());
    }

    private void signsWithGuardian(String project, String partner) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        journey.complete(
                project, partner, "Task_AgreeConfidentialUse", "caldicott." + partner, Map.of("decision", "agree"));
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    /** The one partner that has not decided lets its time run out, until the Board is asked. */
    private void runsOut(String project) {
        List.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> journey.fire(project, timer));
    }

    private void signsWhereAsked(String project, String... partners) {
        for (var partner : partners) {
            if (journey.isAsked(project, partner)) {
                signs(project, partner);
            }
        }
    }

    private void withdraws(String project) {
        ends.withdraw(
                new ProjectReference(project),
                "The need has gone.",
                people.find(LEAD).orElseThrow());
        journey.runJobs();
    }

    /** Who got the notices of a send task. */
    private List<String> told(String project, String sendTask) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like ?",
                String.class,
                project,
                sendTask + ":%");
    }

    private static Map<String, Object> ruling(String decision) {
        return Map.of("decision", decision, "reasons", "Heard on the phone.");
    }

    private static Map<String, Object> stalled(String decision) {
        return ruling(decision);
    }

    private void refused(String project, String task, String person, Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> journey.complete(project, task, person, answers))
                .hasMessageContaining(message);
    }

    private ProjectStatus status(String project) {
        return projects.get(new ProjectReference(project)).status();
    }

    private static String title() {
        return "Help before eviction " + UUID.randomUUID();
    }

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everything() {
            return ProcessEngineCoverageProperties.builder()
                    .assertClassCoverageAtLeast(1.0)
                    .withDetailedCoverageLogging()
                    .build();
        }
    }
}
