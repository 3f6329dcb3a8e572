package gm.sharing.workflow.sharingproject;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.Screening;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
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

/** The screening in the model sharing-project: from the ticks in the form to who goes on. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class ScreeningIntegrationTests {

    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);
    private static final String DPO = "dpo.bolton";

    private static final String MATCHING =
            "Data matching: personal data from several sources are combined, compared or matched";
    private static final String LARGE_SCALE = "Large scale: many people, much information, a long time or a wide area";

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

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
    void describeAProject() {
        List.of(LEAD.id(), DPO).forEach(this::knowPerson);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
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
    void showsWhatTheLeadSaidOfTheInformation() {
        beginScreening();

        assertThat(shown())
                .containsEntry(
                        "information",
                        """
                        **Information**

                        > - Name and date of birth: Personal data

                        **About**

                        > Children with a plan of protection, and their parents.

                        **How much**

                        > About 400 children a year""")
                .doesNotContainKey("approvedDpia");
    }

    @Test
    void goesOnToTheAssessmentWhenItIsRequired() {
        beginScreening();

        submit(LEAD.id(), answers(List.of(MATCHING), List.of()));

        assertThat(openTasks()).contains("Task_StateNeed", "Task_AssessNecessity");
        assertThat(dpias.get(reference).criteria()).containsExactly(MATCHING);
        assertThat(dpias.get(reference).screeningOutcome()).contains(ScreeningOutcome.REQUIRED);
        assertThat(dpias.get(reference).screeningReason()).isPresent();
    }

    @Test
    void asksTheOfficerWhenOneCriterionIsMet() {
        beginScreening();

        submit(LEAD.id(), answers(List.of(), List.of(LARGE_SCALE)));

        assertThat(openTask()).isEqualTo("Task_ConfirmNoDpia");
        assertThat(shown().get("screening").toString())
                .contains("> - " + LARGE_SCALE)
                .contains("**Result**")
                .contains(ScreeningOutcome.DPO_REVIEW.label());
        assertThat(shown().get("summary").toString())
                .contains("> - Bolton Council (controller)")
                .contains("> To keep children safe when a family moves.");

        submit(DPO, Map.of("dpiaNeeded", "true", "reason", "They are children."));

        assertThat(openTasks()).contains("Task_StateNeed", "Task_AssessNecessity");
    }

    @Test
    void recordsThatTheOfficerConfirmedThatNoneIsNeeded() {
        beginScreening();
        submit(LEAD.id(), answers(List.of(), List.of()));
        assertThat(dpias.get(reference).screeningOutcome()).contains(ScreeningOutcome.DPO_CONFIRMS);

        submit(DPO, Map.of("dpiaNeeded", "false", "reason", "No personal data leave the council."));

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.NOT_REQUIRED);
        assertThat(dpias.get(reference).needDecided().orElseThrow().person()).isEqualTo(DPO);
    }

    @Test
    void takesNoCriterionThatTheFormDoesNotList() {
        beginScreening();

        assertThatThrownBy(() -> submit(LEAD.id(), answers(List.of("Nothing to see here"), List.of())))
                .hasMessageContaining("is not among the possible answers");
        assertThat(dpias.find(reference)).isEmpty();
    }

    @Test
    void doesNotRepeatAnAssessmentThatStillHolds() {
        approvedAsThe(MATCHING);
        beginScreening();
        assertThat(shown().get("approvedDpia").toString()).contains("was approved for the lead organisation");
        assertThat(shown().get("ico").toString()).contains(MATCHING);

        submit(
                LEAD.id(),
                with(
                        answers(List.of(MATCHING), List.of()),
                        Map.of("stillHolds", "true", "whyStillHolds", "Only a phone number changed.")));

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .as("goes on to the draft agreement, which is made in the background")
                .isZero();
    }

    @Test
    void repeatsAnAssessmentThatDoesNotHoldAnyMore() {
        approvedAsThe(MATCHING);
        beginScreening();

        submit(LEAD.id(), with(answers(List.of(MATCHING), List.of()), Map.of("stillHolds", "false")));

        assertThat(openTasks()).contains("Task_StateNeed", "Task_AssessNecessity");
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
    }

    private void approvedAsThe(String criterion) {
        DpiaFixture.approve(dpias, reference);
        dpias.screen(
                reference, new Screening(List.of(), List.of(criterion), List.of(), List.of(), null, null, null), LEAD);
        DpiaFixture.decide(dpias, reference, DpoView.ACCEPT, DpiaFixture.decision(Verdict.APPROVE, null));
    }

    private void beginScreening() {
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"))
                .startBeforeActivity("Task_AnswerScreening")
                .execute();
    }

    private static Map<String, Object> answers(List<String> ico, List<String> wp248) {
        return Map.of("always", List.of(), "ico", ico, "icoPlus", List.of(), "wp248", wp248);
    }

    private static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }

    private void submit(String person, Map<String, Object> answers) {
        identity.setAuthentication(person, List.of());
        forms.submitTaskForm(task().getId(), new HashMap<>(answers));
    }

    private Map<String, Object> shown() {
        return tasks.getVariablesLocal(task().getId());
    }

    private String openTask() {
        return task().getTaskDefinitionKey();
    }

    private List<String> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
