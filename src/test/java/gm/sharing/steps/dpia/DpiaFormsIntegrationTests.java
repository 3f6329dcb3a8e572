package gm.sharing.steps.dpia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.RiskFixture;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms in which the lead writes a DPIA, from what they show to what becomes of their answers. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
@Tag("one-database")
class DpiaFormsIntegrationTests extends FormsOfADpia {

    @Test
    void fillsInWhatTheLeadSaidOfTheProject() {
        assertThat(shown("Task_DpiaNeed"))
                .containsEntry("aims", ProjectFixture.proposal("").vision())
                .containsEntry("whyNeeded", "The project matches data.")
                .doesNotContainKeys("comments", "processing");
        assertThat(shown("Task_DpiaNature"))
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
        assertThat(shown("Task_DpiaScope"))
                .containsEntry("informationKind", "- Name and date of birth: Personal data")
                .containsEntry("amount", "About 400 children a year")
                .containsEntry("kept", "Until the child is 25.");
        assertThat(shown("Task_DpiaContext")).containsEntry("vulnerable", "Among the people are: children.");
        assertThat(shown("Task_DpiaPurposes"))
                .containsEntry("purpose", ProjectFixture.needs().purpose());
        assertThat(shown("Task_DpiaNecessity"))
                .containsEntry(
                        "lawfulBasis",
                        "- The plan of protection: 6(1)(e) Public task; Children Act 2004, section 11 (safeguarding in carrying out functions)")
                .containsEntry("functionCreep", "None without asking.")
                .containsEntry("quality", "Checked at every review.\n\nOnly the plan, not the case file.");
        assertThat(shown("Task_DpiaConsult").get("adviserOptions").toString())
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
                        "Task_DpiaConsult",
                        Map.of("asksIndividuals", "false", "internal", "Everybody", "experts", "None")))
                .hasMessageContaining("Say why it is not appropriate to ask individuals");
    }

    @Test
    void asksWhatToDoAboutARiskThatStaysHigh() {
        writeSections();
        assertThat(shown("Task_DpiaRisks")).containsKey("suggested").doesNotContainKey("staysHigh");
        complete("Task_DpiaRisks", risks(RiskFixture.risk(), RiskFixture.acceptedHighRisk()));
        assertThat(shown("Task_DpiaHighRisk").get("staysHigh").toString())
                .matches("> \\\\- R\\d+: A family is visited for somebody else's history\\.");

        assertThatThrownBy(() -> complete("Task_DpiaHighRisk", Map.of("answer", "consult")))
                .hasMessageContaining("Say why the risk cannot be reduced any further");
        complete("Task_DpiaHighRisk", Map.of("answer", "reduce"));

        var shown = shown("Task_DpiaRisks");
        assertThat(shown).containsKey("staysHigh");
        assertThat(shown.get("risks").toString()).contains("\"likelihood\":\"probable\"");
        complete("Task_DpiaRisks", risks(RiskFixture.risk()));
        assertThat(openTasks()).containsExactly("Task_DpiaAdvise");
        assertThat(dpias.get(reference).risks())
                .extracting(GradedRisk::level, GradedRisk::residualLevel)
                .containsExactly(tuple(RiskLevel.HIGH, RiskLevel.MEDIUM));
    }

    @Test
    void tellsTheLeadAboveTheQuestionsWhatTheOfficerWantsMended() {
        write();

        completeAs(DPO, "Task_DpiaAdvise", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));

        assertThat(openTasks()).containsExactly("Task_DpiaScope");
        var shown = shown("Task_DpiaScope");
        assertThat(shown.get("comments").toString())
                .startsWith("**To fix: data protection officer, Bolton Council (" + DPO)
                .endsWith("> Say how many families.");
        assertThat(shown).containsEntry("area", TEXT);
    }

    private List<String> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }
}
