package gm.sharing.steps.dpia;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.Risk;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.dpia.RiskList;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms of the model dpia, from what they show to what becomes of their answers. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class DpiaFormsIntegrationTests {

    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);
    private static final String DPO = "dpo.bolton";
    private static final String TEXT = "Families get help before a crisis.";
    private static final String SIGNATORY = "signatory.bolton";

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

    @Autowired
    private Answers answers;

    @Autowired
    private Prefill prefill;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ManagementService management;

    private ProjectReference reference;

    @BeforeEach
    void startAnAssessment() {
        List.of(LEAD.id(), DPO, SIGNATORY).forEach(this::knowPerson);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        answers.keep(reference, Step.START, ProseFixture.given("agree-arrangements", ProjectFixture.arranged()), LEAD);
        DpiaFixture.screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        begin();
    }

    private void knowPerson(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            identity.saveUser(identity.newUser(id));
        }
        if (!LEAD.id().equals(id)) {
            hold(id, id.replace('.', '-'));
            hold(id, "org-bolton");
        }
    }

    private void hold(String id, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void fillsInWhatTheLeadSaidOfTheProject() {
        assertThat(shown("Task_StateNeed"))
                .containsEntry("aims", ProjectFixture.proposal("").vision())
                .containsEntry("whyNeeded", "The project matches data.")
                .doesNotContainKeys("comments", "processing");
        assertThat(shown("Task_DescribeNature"))
                .containsEntry(
                        "highRisk",
                        "- Data matching. Records come from two councils.\n- Vulnerable data subjects."
                                + " Among the people are: children.")
                .containsEntry("sources", "- Bolton Council")
                .containsEntry(
                        "sharing",
                        "- From Bolton Council to Bury Council: The plan of protection"
                                + " (Secure email, As needed, case by case)")
                .containsEntry("handling", "ISO 27001 in both councils.\n\nErased from both systems within a month.");
        assertThat(shown("Task_DescribeScope"))
                .containsEntry("informationKind", "- Name and date of birth: Personal data")
                .containsEntry("amount", "About 400 children a year")
                .containsEntry("kept", "Until the child is 25.");
        assertThat(shown("Task_DescribeContext")).containsEntry("vulnerable", "Among the people are: children.");
        assertThat(shown("Task_DescribePurposes"))
                .containsEntry("purpose", ProjectFixture.needs().purpose());
        assertThat(shown("Task_AssessNecessity"))
                .containsEntry(
                        "lawfulBasis", "- The plan of protection: 6(1)(e) Public task; Children Act 2004, section 11")
                .containsEntry("functionCreep", "None without asking.")
                .containsEntry("quality", "Checked at every review.\n\nOnly the plan, not the case file.");
        assertThat(shown("Task_RecordConsultation").get("adviserOptions").toString())
                .contains("\"label\":\"Bury Council\"", "\"value\":\"bury\"")
                .doesNotContain("bolton");
    }

    @Test
    void showsTheProjectAsBeingAssessedOnceItsSectionsAreOpen() {
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_DPIA);
    }

    @Test
    void refusesAConsultationThatIsLeftOpenInThePersonsWords() {
        assertThatThrownBy(() -> complete(
                        "Task_RecordConsultation",
                        Map.of("asksIndividuals", "false", "internal", "Everybody", "experts", "None")))
                .hasMessageContaining("Say why it is not appropriate to ask individuals");
    }

    @Test
    void asksWhatToDoAboutARiskThatStaysHigh() {
        writeSections();
        assertThat(shown("Task_AssessRisks")).containsKey("suggested").doesNotContainKey("staysHigh");
        complete("Task_AssessRisks", risks(DpiaFixture.risk(), DpiaFixture.acceptedHighRisk()));
        assertThat(shown("Task_AnswerHighRisk").get("staysHigh").toString())
                .matches("> \\\\- R\\d+: A family is visited for somebody else's history\\.");

        assertThatThrownBy(() -> complete("Task_AnswerHighRisk", Map.of("answer", "consult")))
                .hasMessageContaining("Say why the risk cannot be reduced any further");
        complete("Task_AnswerHighRisk", Map.of("answer", "reduce"));

        var shown = shown("Task_AssessRisks");
        assertThat(shown).containsKey("staysHigh");
        assertThat(shown.get("risks").toString()).contains("\"likelihood\":\"probable\"");
        complete("Task_AssessRisks", risks(DpiaFixture.risk()));
        assertThat(openTasks()).containsExactly("Task_AdviseOnDpia");
        assertThat(dpias.get(reference).risks())
                .extracting(GradedRisk::level, GradedRisk::residualLevel)
                .containsExactly(tuple(RiskLevel.HIGH, RiskLevel.MEDIUM));
    }

    @Test
    void showsTheOfficerEachSectionBesideItsMark() {
        write();

        var shown = shown("Task_AdviseOnDpia");

        assertThat(shown.get("screening").toString())
                .contains("## Screening", "**Criteria that the project meets**", "> \\- Data matching");
        assertThat(shown.get("needText").toString())
                .contains("> Families get help before a crisis.")
                .contains("Saved by " + LEAD.id());
        assertThat(shown.get("consultationText").toString()).contains("> Three workshops with parents.");
        assertThat(shown.get("risksText").toString())
                .contains("> Measure: A person checks every match.", "> Effect of the measure: Reduced");
        assertThat(shown.get("riskOverview").toString())
                .contains("\"level\":\"High\"", "\"residualLevel\":\"Medium\"", "\"owner\":\"Project lead\"");
        assertThat(shown).doesNotContainKeys("need", "scope", "lastAdvice", "changes");
    }

    @Test
    void namesTheSectionWhoseMarkIsMissingOrNotPossible() {
        write();
        var answers = new HashMap<>(prefill.with(DpiaFixture.advice(DpoView.ACCEPT)));
        answers.put("scope", Map.of());
        assertThatThrownBy(() -> completeAs(DPO, "Task_AdviseOnDpia", answers))
                .hasMessageContaining("Scope of the processing, Your mark: must be filled in");
        answers.put("scope", Map.of("mark", "splendid"));
        assertThatThrownBy(() -> completeAs(DPO, "Task_AdviseOnDpia", answers))
                .hasMessageContaining("Scope of the processing, Your mark: is not among the possible answers");
        answers.put("scope", Map.of("mark", "improvable", "comment", "Count again."));
        assertThatThrownBy(() -> completeAs(DPO, "Task_AdviseOnDpia", answers))
                .hasMessageContaining("Scope of the processing, Who is responsible? Name who improves it");
    }

    @Test
    void tellsTheLeadAboveTheQuestionsWhatTheOfficerWantsMended() {
        write();

        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));

        assertThat(openTasks()).containsExactly("Task_DescribeScope");
        var shown = shown("Task_DescribeScope");
        assertThat(shown.get("comments").toString())
                .startsWith("**To fix: data protection officer, Bolton Council (" + DPO)
                .endsWith("> Say how many families.");
        assertThat(shown).containsEntry("area", TEXT);
    }

    @Test
    void fillsInTheMarksOfSectionsThatNobodyChangedSince() {
        write();
        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));
        complete("Task_DescribeScope", ProseFixture.submitted("dpia-scope", TEXT));

        var shown = shown("Task_AdviseOnDpia");

        assertThat(shown.get("need").toString()).isEqualTo("{\"mark\":\"acceptable\"}");
        assertThat(shown).doesNotContainKey("scope");
        assertThat(shown.get("lastAdvice").toString())
                .contains("The assessment goes back to the project lead (" + DPO)
                .contains("Scope of the processing, To fix: Say how many families.");
    }

    @Test
    void remindsTheOfficerOfTheirMarksAndOfWhatChangedSince() {
        write();
        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));
        var mended = new HashMap<>(ProseFixture.submitted("dpia-scope", TEXT));
        mended.put("amount", "Forty families, monthly.");
        complete("Task_DescribeScope", mended);

        var shown = shown("Task_AdviseOnDpia");

        assertThat(shown.get("changes").toString())
                .contains("What changed since version 1", "/dpia/changes?from=1&to=draft)");
        assertThat(shown.get("scopeText").toString())
                .startsWith("**You marked this to fix; changed since it was sent back**\n\n> Say how many families.")
                .contains("> Forty families, monthly.");
        assertThat(shown.get("needText").toString())
                .startsWith("**You marked this acceptable; unchanged since it was sent back**");
    }

    @Test
    void showsTheSignatoryTheObjection() {
        write();
        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.AGAINST)));

        var shown = shown("Task_WeighObjection");

        assertThat(shown.get("gateReason").toString()).contains("advises against the processing");
        assertThat(shown.get("adviceText").toString())
                .startsWith("**Bolton Council: The processing should not go ahead (" + DPO)
                .contains("The checks by a person are essential.");
        completeAs(
                SIGNATORY,
                "Task_WeighObjection",
                Map.of(
                        "decision",
                        "mend",
                        "sections",
                        List.of("nature"),
                        "reasons",
                        "Say who checks.",
                        "role",
                        "SIRO"));
        assertThat(shown("Task_DescribeNature").get("comments").toString())
                .contains("**The signatory (" + SIGNATORY)
                .contains("> Say who checks.");
    }

    @Test
    void endsApprovedByTheSignatoryWhoReadTheAdvice() {
        writeUpToTheDecision();
        assertThat(shown("Task_DecideOnDpia").get("adviceText").toString())
                .startsWith("**Bolton Council: The processing can go ahead (" + DPO);
        assertThat(shown("Task_DecideOnDpia")).doesNotContainKey("warning");

        completeAs(SIGNATORY, "Task_DecideOnDpia", prefill.with(DpiaFixture.decision(Verdict.APPROVE, null)));

        Dpia dpia = dpias.get(reference);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(dpia.decided().orElseThrow().person()).isEqualTo(SIGNATORY);
        assertThat(dpia.adviceRound().adviceOf(BOLTON).orElseThrow().by().person())
                .isEqualTo(DPO);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    @Test
    void goesBackToTheLeadWithTheReasonsWhenItIsRejected() {
        writeUpToTheDecision();

        completeAs(SIGNATORY, "Task_DecideOnDpia", prefill.with(DpiaFixture.decision(Verdict.REJECT, "Share less.")));
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.REJECTED);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
        begin();

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        assertThat(shown("Task_DescribeScope").get("comments").toString())
                .startsWith("**Rejected (" + SIGNATORY)
                .endsWith("> Share less.");
    }

    private void begin() {
        runtime.startProcessInstanceByKey(
                "dpia",
                reference.value(),
                Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"));
    }

    private void writeUpToTheDecision() {
        write();
        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.ACCEPT)));
    }

    private void write() {
        writeSections();
        complete("Task_AssessRisks", risks(DpiaFixture.risk()));
    }

    private void writeSections() {
        complete("Task_StateNeed", ProseFixture.submitted("dpia-need", TEXT));
        complete("Task_DescribeNature", ProseFixture.submitted("dpia-nature", TEXT));
        complete("Task_DescribeScope", ProseFixture.submitted("dpia-scope", TEXT));
        complete("Task_DescribeContext", ProseFixture.submitted("dpia-context", TEXT));
        complete("Task_DescribePurposes", ProseFixture.submitted("dpia-purposes", TEXT));
        complete("Task_RecordConsultation", consultation());
        complete("Task_AssessNecessity", ProseFixture.submitted("dpia-necessity", TEXT));
    }

    private Map<String, Object> consultation() {
        Map<String, Object> answers = new HashMap<>(prefill.with(DpiaFixture.consultation()));
        answers.putAll(ProseFixture.submitted("dpia-consult", TEXT));
        return answers;
    }

    private Map<String, Object> risks(Risk... risks) {
        return prefill.with(new RiskList(List.of(risks)));
    }

    private void complete(String task, Map<String, Object> answers) {
        completeAs(LEAD.id(), task, answers);
    }

    private void completeAs(String person, String key, Map<String, Object> answers) {
        var id = task(key).getId();
        identity.setAuthentication(person, List.of());
        try {
            forms.submitTaskForm(id, new HashMap<>(answers));
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    private void runJobs() {
        List<Job> jobs =
                management.createJobQuery().messages().withRetriesLeft().list();
        jobs.forEach(job -> management.executeJob(job.getId()));
        if (!jobs.isEmpty()) {
            runJobs();
        }
    }

    private Map<String, Object> shown(String key) {
        return forms.getTaskFormVariables(task(key).getId());
    }

    private List<String> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(key)
                .singleResult();
    }
}
