package gm.sharing.steps.dpia;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The form dpia-risks: what it suggests from the facts of the project, and what it refuses. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class DpiaRisksIntegrationTests {

    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

    @Autowired
    private ObjectMapper json;

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
    void assessTheRisksOfAProjectAboutChildren() {
        if (identity.createUserQuery().userId(LEAD.id()).count() == 0) {
            identity.saveUser(identity.newUser(LEAD.id()));
        }
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        AssessedProjects.screen(dpias, reference);
        assess();
    }

    private void assess() {
        runtime.createProcessInstanceByKey("dpia")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"))
                .startBeforeActivity("Service_SuggestRisks")
                .execute();
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void suggestsRisksByTheFactsOfTheProject() throws Exception {
        assertThat(dpias.get(reference).riskRegister().openSuggestions())
                .extracting(suggestion -> suggestion.code())
                .contains("children-labelled", "over-sharing", "staff-look", "function-creep")
                .doesNotContain("chilling-effect", "trust-in-care", "unfair-model");
        assertThat(shownRows())
                .hasSameSizeAs(dpias.get(reference).riskRegister().openSuggestions());
        assertThat(shownRows().get(0))
                .containsEntry("number", "R1")
                .containsKeys("source", "impact", "likelihood", "severity", "measure")
                .doesNotContainKeys("effect", "residualLikelihood", "residualSeverity", "owner");
    }

    @Test
    void suggestsNothingTwice() throws Exception {
        var kept = judged(shownRows().get(0));
        complete(List.of(kept, staysHigh()));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "asked again"));
        assess();

        assertThat(dpias.get(reference).riskRegister().openSuggestions()).isEmpty();
        assertThat(shownRows())
                .extracting(row -> row.get("impact"))
                .containsExactly(kept.get("impact"), "Our own harm");
        assertThat(dpias.get(reference).risks())
                .extracting(graded -> graded.risk().number())
                .startsWith(1)
                .doesNotHaveDuplicates();
        assertThat(dpias.get(reference).risks())
                .extracting(GradedRisk::ownerName)
                .containsOnly("Project lead");
    }

    @Test
    void refusesWhatIsNoAnswerByTheNameOfItsField() {
        assertRefused(Map.of("number", "R999"), "Risks, row 1, Number: R999 is not a risk of this assessment");
        assertRefused(Map.of("number", "three"), "Risks, row 1, Number: is not among the possible answers");
        assertRefused(Map.of("source", ""), "Risks, row 1, Where does the risk come from? Must be filled in");
        assertRefused(Map.of("impact", "x".repeat(30_001)), "Risks, row 1, What may happen to people? Is too long");
        assertRefused(
                Map.of("likelihood", "certain"),
                "Risks, row 1, How likely is harm, without the measure? Is not among the possible answers");
        assertRefused(Map.of("residualSeverity", ""), "Risks, row 1, How severe, with the measure? Must be filled in");
        assertRefused(
                Map.of("residualLikelihood", "probable"), "Risks, row 1: with the measure in place harm cannot be");
        assertRefused(
                Map.of("owner", "ig-salford"),
                "Risks, row 1, Who is responsible for the measure? Is not among the possible answers");
        assertRefused(
                Map.of("owner", "camunda-admin"),
                "Risks, row 1, Who is responsible for the measure? Is not among the possible answers");
        assertRefused(Map.of("dueDate", "31/12/2027"), "Risks, row 1, When will it be in place?");
        assertRefused(
                Map.of("dueDate", "2020-02-01"),
                "Risks, row 1, When will it be in place? 1 February 2020 is in the past");
        assertRefused(Map.of("level", "low"), "This form has no field “level”");
        assertThatThrownBy(() -> complete(List.of())).hasMessageContaining("Risks");
        assertThat(dpias.get(reference).risks()).isEmpty();
    }

    private void assertRefused(Map<String, String> wrong, String message) {
        Map<String, Object> row = own();
        row.putAll(wrong);
        assertThatThrownBy(() -> complete(List.of(row))).hasMessageContaining(message);
    }

    private static Map<String, Object> own() {
        return judged(Map.of(
                "source", "A stolen laptop",
                "impact", "Our own harm",
                "likelihood", "possible",
                "severity", "severe",
                "measure", "Disks are encrypted."));
    }

    /** So that the process waits for what is done about it. */
    private static Map<String, Object> staysHigh() {
        Map<String, Object> row = own();
        row.putAll(Map.of("effect", "accepted", "residualLikelihood", "possible", "residualSeverity", "severe"));
        return row;
    }

    private static Map<String, Object> judged(Map<String, Object> row) {
        Map<String, Object> judged = new HashMap<>(row);
        judged.putAll(Map.of(
                "effect", "reduced",
                "residualLikelihood", "remote",
                "residualSeverity", "minimal",
                "owner", "lead"));
        return judged;
    }

    private List<Map<String, Object>> shownRows() throws Exception {
        return json.readValue(
                forms.getTaskFormVariables(task()).get("risks").toString(),
                new TypeReference<List<Map<String, Object>>>() {});
    }

    private void complete(List<Map<String, Object>> rows) {
        identity.setAuthentication(LEAD.id(), List.of());
        try {
            forms.submitTaskForm(task(), Map.of("risks", new ArrayList<>(rows)));
        } finally {
            identity.clearAuthentication();
        }
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("Task_DpiaRisks")
                .singleResult()
                .getId();
    }
}
