package gm.sharing.steps.dpia;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.Verdict;
import gm.sharing.project.ProjectStatus;
import gm.sharing.question.ProseFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms of the officer and the signatory in the model dpia, from what they show to what becomes of their answers. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
@Tag("one-database")
class DpiaDecisionFormsIntegrationTests extends FormsOfADpia {

    @Test
    void showsTheOfficerEachSectionBesideItsMark() {
        write();

        var shown = shown("Task_DpiaAdvise");

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
        assertThatThrownBy(() -> completeAs(DPO, "Task_DpiaAdvise", answers))
                .hasMessageContaining("Scope of the processing, Your mark: must be filled in");
        answers.put("scope", Map.of("mark", "splendid"));
        assertThatThrownBy(() -> completeAs(DPO, "Task_DpiaAdvise", answers))
                .hasMessageContaining("Scope of the processing, Your mark: is not among the possible answers");
        answers.put("scope", Map.of("mark", "improvable", "comment", "Count again."));
        assertThatThrownBy(() -> completeAs(DPO, "Task_DpiaAdvise", answers))
                .hasMessageContaining("Scope of the processing, Who is responsible? Name who improves it");
    }

    @Test
    void fillsInTheMarksOfSectionsThatNobodyChangedSince() {
        write();
        completeAs(DPO, "Task_DpiaAdvise", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));
        complete("Task_DpiaScope", ProseFixture.submitted("dpia-scope", TEXT));

        var shown = shown("Task_DpiaAdvise");

        assertThat(shown.get("need").toString()).isEqualTo("{\"mark\":\"acceptable\"}");
        assertThat(shown).doesNotContainKey("scope");
        assertThat(shown.get("lastAdvice").toString())
                .contains("The assessment goes back to the project lead (" + DPO)
                .contains("Scope of the processing, To fix: Say how many families.");
    }

    @Test
    void remindsTheOfficerOfTheirMarksAndOfWhatChangedSince() {
        write();
        completeAs(DPO, "Task_DpiaAdvise", prefill.with(DpiaFixture.advice(DpoView.SEND_BACK)));
        var mended = new HashMap<>(ProseFixture.submitted("dpia-scope", TEXT));
        mended.put("amount", "Forty families, monthly.");
        complete("Task_DpiaScope", mended);

        var shown = shown("Task_DpiaAdvise");

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
        completeAs(DPO, "Task_DpiaAdvise", prefill.with(DpiaFixture.advice(DpoView.AGAINST)));

        var shown = shown("Task_DpiaWeighObjection");

        assertThat(shown.get("gateReason").toString()).contains("advises against the processing");
        assertThat(shown.get("adviceText").toString())
                .startsWith("**Bolton Council: The processing should not go ahead (" + DPO)
                .contains("The checks by a person are essential.");
        completeAs(
                SIGNATORY,
                "Task_DpiaWeighObjection",
                Map.of(
                        "decision",
                        "mend",
                        "sections",
                        List.of("nature"),
                        "reasons",
                        "Say who checks.",
                        "role",
                        "SIRO"));
        assertThat(shown("Task_DpiaNature").get("comments").toString())
                .contains("**The signatory (" + SIGNATORY)
                .contains("> Say who checks.");
    }

    @Test
    void endsApprovedByTheSignatoryWhoReadTheAdvice() {
        writeUpToTheDecision();
        assertThat(shown("Task_DpiaDecide").get("adviceText").toString())
                .startsWith("**Bolton Council: The processing can go ahead (" + DPO);
        assertThat(shown("Task_DpiaDecide")).doesNotContainKey("warning");

        completeAs(SIGNATORY, "Task_DpiaDecide", prefill.with(DpiaFixture.decision(Verdict.APPROVE, null)));

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

        completeAs(SIGNATORY, "Task_DpiaDecide", prefill.with(DpiaFixture.decision(Verdict.REJECT, "Share less.")));
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.REJECTED);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
        begin();

        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        assertThat(shown("Task_DpiaScope").get("comments").toString())
                .startsWith("**Rejected (" + SIGNATORY)
                .endsWith("> Share less.");
    }

    private void writeUpToTheDecision() {
        write();
        completeAs(DPO, "Task_DpiaAdvise", prefill.with(DpiaFixture.advice(DpoView.ACCEPT)));
    }
}
