package gm.sharing.workflow.dpia;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaDecision;
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
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
    private static final String SIGNATORY = "signatory.bolton";

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

    @Autowired
    private Prefill prefill;

    @Autowired
    private DecideOnDpia decideOnDpia;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    private ProjectReference reference;

    @BeforeEach
    void startAnAssessment() {
        List.of(LEAD.id(), DPO, SIGNATORY).forEach(this::knowPerson);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        dpias.screen(reference, DpiaFixture.matchesData(), LEAD);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        runtime.startProcessInstanceByKey(
                "dpia",
                reference.value(),
                Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"));
    }

    private void knowPerson(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            identity.saveUser(identity.newUser(id));
        }
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void fillsInWhatTheLeadSaidOfTheProject() {
        assertThat(shown("Task_DescribeProcessing"))
                .containsEntry("aims", ProjectFixture.proposal("").vision())
                .containsEntry("whyNeeded", "The project matches data.")
                .containsEntry("highRisk", "- Data matching\n- Vulnerable data subjects")
                .containsEntry("sources", "- Bolton Council")
                .containsEntry(
                        "sharing",
                        "- From Bolton Council to Bury Council: The plan of protection"
                                + " (Secure e-mail, As needed, case by case)")
                .containsEntry("informationKind", "- Name and date of birth: Personal data")
                .containsEntry("amount", "About 400 children a year")
                .containsEntry("kept", "Until the child is 25.")
                .containsEntry("handling", "ISO 27001 in both councils.\n\nErased from both systems within a month.")
                .doesNotContainKeys("sentBack", "processing");

        complete("Task_DescribeProcessing", prefill.with(DpiaFixture.description()));
        complete("Task_RecordConsultation", prefill.with(DpiaFixture.consultation()));

        assertThat(shown("Task_AssessNecessity"))
                .containsEntry(
                        "lawfulBasis", "- The plan of protection: 6(1)(e) Public task; Children Act 2004, section 11")
                .containsEntry("functionCreep", "None without asking.")
                .containsEntry("quality", "Checked at every review.\n\nOnly the plan, not the case file.");
    }

    @Test
    void showsTheProjectAsBeingAssessedOnceItIsDescribed() {
        complete("Task_DescribeProcessing", prefill.with(DpiaFixture.description()));

        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_DPIA);
    }

    @Test
    void refusesAConsultationThatIsLeftOpenInThePersonsWords() {
        complete("Task_DescribeProcessing", prefill.with(DpiaFixture.description()));

        assertThatThrownBy(() -> complete(
                        "Task_RecordConsultation",
                        Map.of("asksIndividuals", "false", "internal", "Everybody", "experts", "None")))
                .hasMessageContaining("Say why it is not appropriate to ask individuals");
    }

    @Test
    void comesBackToTheRisksWhileOneStaysHigh() {
        writeUpTo("Task_AssessRisks");
        assertThat(shown("Task_AssessRisks")).doesNotContainKeys("risks", "suggested", "staysHigh");

        complete("Task_AssessRisks", risks(DpiaFixture.risk(), DpiaFixture.acceptedHighRisk()));

        var shown = shown("Task_AssessRisks");
        assertThat(shown.get("staysHigh")).isEqualTo("> - R2: A family is visited for somebody else's history.");
        assertThat(shown.get("risks").toString()).contains("\"likelihood\":\"probable\"");

        complete("Task_AssessRisks", risks(DpiaFixture.risk()));

        assertThat(openTask()).isEqualTo("Task_AdviseOnDpia");
        assertThat(dpias.get(reference).risks())
                .extracting(GradedRisk::level, GradedRisk::residualLevel)
                .containsExactly(tuple(RiskLevel.HIGH, RiskLevel.MEDIUM));
    }

    @Test
    void showsTheOfficerEverythingThatWasWritten() {
        writeUpTo("Task_AdviseOnDpia");

        var shown = shown("Task_AdviseOnDpia");

        assertThat(shown.get("assessment").toString())
                .contains("## Screening", "**Criteria that the project meets**", "> - Data matching")
                .contains("## Step 1: The need for a DPIA", "> Families get help before a crisis.")
                .contains("## Step 3: Consultation", "> Three workshops with parents.")
                .contains("## Step 4: Necessity and proportionality", "> Article 6(1)(e), public task.")
                .contains("## Steps 5 and 6: Risks and measures", "> Measure (reduced): A person checks every match.");
        assertThat(shown.get("riskOverview").toString())
                .contains("\"level\":\"High\"", "\"residualLevel\":\"Medium\"", "\"owner\":\"Project lead\"");
    }

    @Test
    void tellsTheLeadWhatTheOfficerWantsChanged() {
        writeUpTo("Task_AdviseOnDpia");

        completeAs(DPO, "Task_AdviseOnDpia", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));

        var shown = shown("Task_DescribeProcessing");
        assertThat(shown.get("sentBack").toString())
                .startsWith("**The assessment goes back to the project lead (" + DPO)
                .endsWith("> The checks by a person are essential.");
        assertThat(shown).containsEntry("aims", DpiaFixture.description().aims());
    }

    @Test
    void endsApprovedByTheSignatoryWhoReadTheAdvice() {
        writeUpTo("Task_DecideOnDpia");
        assertThat(shown("Task_DecideOnDpia").get("lastAdvice").toString())
                .startsWith("**The processing can go ahead (" + DPO);

        completeAs(SIGNATORY, "Task_DecideOnDpia", prefill.with(DpiaFixture.decision(Verdict.APPROVE, null)));

        Dpia dpia = dpias.get(reference);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(dpia.decided().orElseThrow().person()).isEqualTo(SIGNATORY);
        assertThat(dpia.advised().orElseThrow().person()).isEqualTo(DPO);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    @Test
    void goesBackToTheLeadWithTheReasonsWhenItIsRejected() {
        writeUpTo("Task_DecideOnDpia");

        completeAs(SIGNATORY, "Task_DecideOnDpia", prefill.with(DpiaFixture.decision(Verdict.REJECT, "Share less.")));
        startAnotherPass();

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.REJECTED);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
        assertThat(shown("Task_DescribeProcessing").get("sentBack").toString())
                .startsWith("**Rejected (" + SIGNATORY)
                .endsWith("> Share less.");

        complete("Task_DescribeProcessing", prefill.with(DpiaFixture.description()));

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
    }

    @Test
    void tellsTheProcessWhatWasDecided() {
        writeUpTo("Task_DecideOnDpia");

        assertThat(decide(DpiaFixture.decision(Verdict.APPROVE, null)))
                .isEqualTo(Map.of("dpiaOutcome", "approved", "dpiaCurrent", true));
        dpias.reopen(reference, LEAD);
        dpias.advise(reference, DpiaFixture.advice(DpoView.ACCEPT), DpiaFixture.OFFICER);
        assertThat(decide(DpiaFixture.decision(Verdict.REJECT, "Share less.")))
                .isEqualTo(Map.of("dpiaOutcome", "rejected", "dpiaCurrent", false));
    }

    private Map<String, Object> decide(DpiaDecision decision) {
        return decideOnDpia.accept(
                decision, new FormTask("1", "Task_DecideOnDpia", reference, Map.of()), DpiaFixture.SIGNATORY);
    }

    private void startAnotherPass() {
        runtime.startProcessInstanceByKey(
                "dpia",
                reference.value(),
                Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"));
    }

    private void writeUpTo(String task) {
        while (!openTask().equals(task)) {
            switch (openTask()) {
                case "Task_DescribeProcessing" -> complete(openTask(), prefill.with(DpiaFixture.description()));
                case "Task_RecordConsultation" -> complete(openTask(), prefill.with(DpiaFixture.consultation()));
                case "Task_AssessNecessity" -> complete(openTask(), prefill.with(DpiaFixture.necessity()));
                case "Task_AssessRisks" -> complete(openTask(), risks(DpiaFixture.risk()));
                case "Task_AdviseOnDpia" ->
                    completeAs(DPO, openTask(), prefill.with(DpiaFixture.advice(DpoView.ACCEPT)));
                default -> throw new IllegalStateException("Behind " + task + " already: " + openTask());
            }
        }
    }

    private Map<String, Object> risks(Risk... risks) {
        return prefill.with(new RiskList(List.of(risks)));
    }

    private void complete(String task, Map<String, Object> answers) {
        completeAs(LEAD.id(), task, answers);
    }

    private void completeAs(String person, String key, Map<String, Object> answers) {
        assertThat(openTask()).isEqualTo(key);
        identity.setAuthentication(person, List.of());
        forms.submitTaskForm(task().getId(), new HashMap<>(answers));
    }

    private Map<String, Object> shown(String key) {
        assertThat(openTask()).isEqualTo(key);
        return tasks.getVariablesLocal(task().getId());
    }

    private String openTask() {
        return task().getTaskDefinitionKey();
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
