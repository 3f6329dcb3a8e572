package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.Event;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffState;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A second review that an owner drew into partner-sign-off, and the questions of both reviewers. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Tag("one-database")
class SecondReviewIntegrationTests extends SignOffInTheEngine {

    @Test
    void takesASecondReviewThatAnOwnerDrew() {
        drawn(OwnersDrawings.withSecondReview("dpo-${partner},ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        complete("Task_ReviewAgreement", BURY, "ig", conditions("Access is reviewed."));

        assertThat(task("Task_SignAgreement", BURY)).isNull();
        var second = task("Task_SecondReview", BURY);
        assertThat(second.getAssignee()).isNull();
        assertThat(forms.getTaskFormVariables(second.getId()))
                .satisfies(
                        shown -> assertThat(shown.get("conditions").toString()).contains("Access is reviewed."))
                .satisfies(shown -> assertThat(shown).containsEntry("dpiaPosition", "adopt"))
                .extracting("advice")
                .asString()
                .startsWith("IG officer ig.bury, on Monday 1 June 2026: **Advises to sign with conditions**");
        assertThatThrownBy(() -> complete("Task_SecondReview", BURY, "ig", adopting(SIGN)))
                .hasMessageContaining("You have reviewed this version already");
        assertThatThrownBy(() -> complete("Task_SecondReview", BURY, "signatory", adopting(SIGN)))
                .isInstanceOf(AuthorizationException.class);

        complete("Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?"));
        answerQuestion();
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("dpo.bury");
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));

        assertThat(forms.getTaskFormVariables(task("Task_SignAgreement", BURY).getId()))
                .satisfies(
                        shown -> assertThat(shown.get("conditions").toString()).contains("Access is reviewed."))
                .extracting("advice")
                .asString()
                .contains(
                        "IG officer ig.bury",
                        "Data protection officer dpo.bury, on Monday 1 June 2026: **Advises to sign**",
                        "The conditions of the earlier review still hold");
        complete("Task_SignAgreement", BURY, "signatory", SIGNED);
        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .anyMatch(what ->
                        what.startsWith("The IG officer of Bury Council reviewed version 1.0: ready to be sign"))
                .anyMatch(what -> what.startsWith(
                        "The data protection officer of Bury Council reviewed version 1.0 as well: ready to be sign"));
    }

    @Test
    void letsASecondReviewAskForChanges() {
        drawn(OwnersDrawings.withSecondReview("ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_SecondReview", BURY, "ig2", adopting(CHANGES));

        assertThat(partnersInstance(BURY)).isNull();
        assertThat(signOffs.get(of(BURY)).state()).isEqualTo(SignOffState.CHANGES_REQUESTED);
    }

    @Test
    void givesAnAnswerToWhicheverReviewerAskedWhenTwoReviewBesideEachOther() {
        drawn(OwnersDrawings.withReviewsBesideEachOther("dpo-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        assertThatThrownBy(() -> complete(
                        "Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?")))
                .hasMessageContaining("A question of your organisation already waits for the lead’s answer");
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));
        assertThat(task("Task_ReviewAgreement", BURY))
                .as("waits for the answer")
                .isNull();

        answerQuestion();

        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        assertThat(task("Task_SignAgreement", BURY))
                .as("one reviewer is still to say")
                .isNull();
        complete("Task_ReviewAgreement", BURY, "ig", adopting(SIGN));
        assertThat(task("Task_SignAgreement", BURY).getAssignee()).isNull();
        complete("Task_SignAgreement", BURY, "signatory", Map.of("decision", "ask", "question", "May we sign later?"));
        answerQuestion();
        assertThat(task("Task_SignAgreement", BURY).getAssignee()).isEqualTo("signatory.bury");
        complete("Task_SignAgreement", BURY, "signatory", SIGNED);
        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
    }

    @Test
    void bringsBackToEachReviewerWhatEachAsked() {
        drawn(OwnersDrawings.withReviewsBesideEachOther("dpo-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        complete("Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?"));
        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        answerQuestion();

        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("dpo.bury");
        complete("Task_ReviewAgreement", BURY, "ig", adopting(CHANGES));
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));
        assertThat(partnersInstance(BURY)).isNull();
        assertThat(signOffs.get(of(BURY)).state()).isEqualTo(SignOffState.CHANGES_REQUESTED);
    }

    @Test
    void refusesQuestionsOfThoseWhoHaveReviewedTheVersion() {
        drawn(OwnersDrawings.withSecondReview("ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);

        assertThatThrownBy(() -> complete(
                        "Task_SecondReview",
                        BURY,
                        "ig",
                        Map.of("decision", "ask", "question", "Which system is meant?")))
                .hasMessageContaining("You have reviewed this version already");
        complete("Task_SecondReview", BURY, "ig2", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("ig2.bury");
    }

    private void drawn(String model) {
        deployment = repository
                .createDeployment()
                .addString("partner-sign-off.bpmn", model)
                .deploy()
                .getId();
        know(SignOffFixture.person("dpo", BURY));
        know(SECOND_OFFICER);
        join(SECOND_OFFICER);
    }

    private void answerQuestion() {
        completeAs(LEAD, task("Task_AnswerQuestion", BURY), Map.of("answer", "The council's."));
    }

    private static Map<String, Object> adopting(Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put("dpiaPosition", "adopt");
        return all;
    }
}
