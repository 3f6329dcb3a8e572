package gm.sharing.steps.screening;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.Person;
import gm.sharing.project.DataItem;
import gm.sharing.project.Identifiability;
import gm.sharing.project.Needs;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The screening in the model sharing-project: from the ticks in the form to who goes on. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class ScreeningIntegrationTests {

    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);
    private static final String DPO = "dpo.bolton";
    private static final String SIGNATORY = "signatory.bolton";

    private static final Criterion MATCHING = new Criterion(
            CriteriaList.ICO,
            "Data matching: personal data from several sources are combined, compared or matched",
            "Records about the same person are linked or matched from several sources.");
    private static final Criterion VULNERABLE =
            new Criterion(CriteriaList.WP248, "Vulnerable people", "Among the people are: children.");

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

    @Autowired
    private AuditTrail events;

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
        List.of(LEAD.id(), DPO, SIGNATORY).forEach(this::knowPerson);
        describe(false, "personal");
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
    void showsWhatTheLeadSaidAndWhatFollowsFromIt() {
        beginScreening();

        assertThat(shown())
                .containsEntry(
                        "information",
                        """
                        **Information**

                        > \\- Name and date of birth: Personal data

                        **About**

                        > Children with a plan of protection, and their parents.

                        **How much**

                        > About 400 children a year""")
                .containsEntry("vulnerable", true)
                .containsEntry("vulnerableInWords", "children")
                .containsEntry("found", "- Vulnerable people. Among the people are: children.")
                .doesNotContainKey("approvedDpia");
    }

    @Test
    void goesOnToTheAssessmentWhenItIsRequired() {
        beginScreening();

        submit(LEAD.id(), answers("physicalHarm", "true"));

        assertThat(openTasks()).contains("Task_DpiaNeed", "Task_DpiaNecessity");
        assertThat(dpias.get(reference).criteria())
                .containsExactly(
                        new Criterion(
                                CriteriaList.ICO,
                                "Risk of physical harm",
                                "A breach could endanger the health or safety of somebody."),
                        VULNERABLE);
        assertThat(dpias.get(reference).screeningOutcome()).contains(ScreeningOutcome.REQUIRED);
        assertThat(dpias.get(reference).screeningResult().reason()).isPresent();
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .contains("The screening found 2 criteria of high risk.");
    }

    @Test
    void takesWhatWasDescribedWithoutAskingAgain() {
        describe(true, "personal");
        beginScreening();

        assertThat(shown().get("found").toString()).startsWith("- " + MATCHING.inWords() + "\n");
        assertThatThrownBy(() -> submit(LEAD.id(), answers()))
                .hasMessage("Would people be surprised that records about them are linked or matched? Say yes or no.");

        submit(LEAD.id(), answers("unexpected", "false"));

        assertThat(openTasks()).contains("Task_DpiaNeed", "Task_DpiaNecessity");
    }

    @Test
    void answersForTheLeadWhoDescribedNoPersonalData() {
        describe(false, new DataItem("Figures by ward", "personal", Identifiability.ANONYMOUS));
        beginScreening();

        assertThat(shown())
                .containsEntry("found", "None so far.")
                .containsEntry("personalData", false)
                .containsEntry("profiling", "false")
                .containsEntry("automatedDecisions", "none");
        submit(LEAD.id(), answers());

        assertThat(openTask()).isEqualTo("Task_ConfirmNoDpia");
        assertThat(dpias.get(reference).screeningOutcome()).contains(ScreeningOutcome.DPO_CONFIRMS);
    }

    @ParameterizedTest
    @CsvSource({
        "monitoring,places that the public can enter",
        "ai,Does a tool influence decisions that matter t",
        "profiling,Does a tool influence decisions that matter t"
    })
    void needsAnswersToQuestionsThatAnswersRaise(String question, String missing) {
        beginScreening();

        assertThatThrownBy(() -> submit(LEAD.id(), answers(question, "true"))).hasMessageContaining(missing);
        assertThat(dpias.find(reference)).isEmpty();
    }

    @Test
    void asksTheOfficerWhenOneCriterionIsMet() {
        beginScreening();

        submit(LEAD.id(), answers());

        assertThat(openTask()).isEqualTo("Task_ConfirmNoDpia");
        assertThat(shown().get("screening").toString())
                .contains("> \\- Vulnerable people. Among the people are: children.")
                .contains("**Result**")
                .contains(ScreeningOutcome.DPO_REVIEW.label());
        assertThat(shown().get("summary").toString())
                .contains("> \\- Bolton Council (controller)")
                .contains("> To keep children safe when a family moves.");

        submit(DPO, Map.of("dpiaNeeded", "true", "reason", "They are children."));

        assertThat(openTasks()).contains("Task_DpiaNeed", "Task_DpiaNecessity");
    }

    @Test
    void recordsWhoAdvisedThatNoneIsNeededAndWhoDecidedIt() {
        beginScreening();
        submit(LEAD.id(), answers());
        assertThat(dpias.get(reference).screeningOutcome()).contains(ScreeningOutcome.DPO_REVIEW);
        assertThatThrownBy(() -> submit(DPO, Map.of("dpiaNeeded", "false")))
                .hasMessage("Reasons for your advice: must be filled in.");

        submit(DPO, Map.of("dpiaNeeded", "false", "reason", "The names of two children in one letter."));

        assertThat(dpias.get(reference)
                        .screeningResult()
                        .needDecided()
                        .orElseThrow()
                        .person())
                .isEqualTo(DPO);
        assertThat(dpias.get(reference).decided()).isEmpty();
        assertThat(openTask()).isEqualTo("Task_DecideNoDpia");
        assertThat(shown().get("advice").toString()).contains("> The names of two children in one letter.");

        submit(SIGNATORY, Map.of("dpiaNeeded", "false", "role", "SIRO"));

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.NOT_REQUIRED);
        assertThat(dpias.get(reference).decided().orElseThrow().person()).isEqualTo(SIGNATORY);
    }

    @Test
    void goesOnToTheAssessmentWhenTheSignatoryWantsItAllTheSame() {
        beginScreening();
        submit(LEAD.id(), answers());
        submit(DPO, Map.of("dpiaNeeded", "false", "reason", "The names of two children in one letter."));
        assertThatThrownBy(() -> submit(DPO, Map.of("dpiaNeeded", "false", "role", "SIRO")))
                .hasMessageContaining("advised on this DPIA");
        assertThatThrownBy(() -> submit(SIGNATORY, Map.of("dpiaNeeded", "true", "role", "SIRO")))
                .hasMessageContaining("easons");

        submit(SIGNATORY, Map.of("dpiaNeeded", "true", "reasons", "They are children.", "role", "SIRO"));

        assertThat(openTasks()).contains("Task_DpiaNeed", "Task_DpiaNecessity");
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
    }

    @Test
    void takesNoAnswerThatTheFormDoesNotOffer() {
        beginScreening();

        assertThatThrownBy(() -> submit(LEAD.id(), answers("automatedDecisions", "perhaps")))
                .hasMessageContaining("Is not among the possible answers");
        assertThatThrownBy(() -> submit(LEAD.id(), answers("criteria", "none")))
                .hasMessageContaining("This form has no field");
        assertThat(dpias.find(reference)).isEmpty();
    }

    @Test
    void doesNotRepeatAnAssessmentThatStillHolds() {
        describe(true, "personal");
        approvedWith(MATCHING, VULNERABLE);
        beginScreening();
        assertThat(shown().get("approvedDpia").toString()).contains("was approved for the lead organisation");
        assertThat(shown()).containsEntry("profiling", "false").doesNotContainKey("stillHolds");

        submit(
                LEAD.id(),
                answers("unexpected", "false", "stillHolds", "true", "whyStillHolds", "Only a phone number changed."));

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .as("goes on to the draft agreement, which is made in the background")
                .isZero();
    }

    @Test
    void repeatsAnAssessmentThatDoesNotHoldAnyMore() {
        approvedWith(VULNERABLE);
        beginScreening();

        submit(LEAD.id(), answers("physicalHarm", "true", "stillHolds", "true", "whyStillHolds", "Nearly the same."));

        assertThat(openTasks()).contains("Task_DpiaNeed", "Task_DpiaNecessity");
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
    }

    private void approvedWith(Criterion... criteria) {
        AssessedProjects.approve(dpias, reference, BOLTON);
        dpias.meets(reference, List.of(criteria));
        AssessedProjects.decide(dpias, reference, BOLTON, DpoView.ACCEPT, DpiaFixture.decision(Verdict.APPROVE, null));
    }

    private void describe(boolean matching, String kind) {
        describe(matching, new DataItem("Name and date of birth", kind));
    }

    private void describe(boolean matching, DataItem item) {
        Needs needs = ProjectFixture.needs();
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, changed(needs, "matching", matching, "dataItems", List.of(item)), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
    }

    private void beginScreening() {
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"))
                .startBeforeActivity("Task_AnswerScreening")
                .execute();
    }

    /** The lead says no to every question that is asked, apart from these. */
    private static Map<String, Object> answers(String... others) {
        Map<String, Object> answers = new HashMap<>(Map.of("automatedDecisions", "none", "targeting", "false"));
        for (String question : List.of(
                "profiling",
                "ai",
                "deniesService",
                "monitoring",
                "tracking",
                "invisible",
                "innovative",
                "physicalHarm",
                "ethicsAsked")) {
            answers.put(question, "false");
        }
        for (int i = 0; i < others.length; i += 2) {
            answers.put(others[i], others[i + 1]);
        }
        return answers;
    }

    private void submit(String person, Map<String, Object> answers) {
        identity.setAuthentication(person, List.of());
        forms.submitTaskForm(task().getId(), new HashMap<>(answers));
    }

    private Map<String, Object> shown() {
        return forms.getTaskFormVariables(task().getId());
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
