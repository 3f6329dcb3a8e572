package gm.sharing.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.File;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

class WaysToTasksTests {

    private static final BpmnModelInstance SIGN_OFF =
            Bpmn.readModelFromFile(new File("processes/sign-off/partner-sign-off.bpmn"));

    @Test
    void findsTheNextTasksAndWhatTheWayToThemDependsOn() {
        var found = WaysToTasks.after(SIGN_OFF, "Task_ReviewAgreement");

        assertThat(found.tasks())
                .extracting(WaysToTasks.Later::element, WaysToTasks.Later::when)
                .containsExactlyInAnyOrder(
                        tuple("Task_AgreeConfidentialUse", Map.of("caldicott", true)),
                        tuple("Task_SignAgreement", Map.of("caldicott", false)));
        assertThat(found.ends()).as("the officer may refuse").isNotEmpty();
    }

    @Test
    void goesNoFurtherThanTheNextTask() {
        assertThat(WaysToTasks.after(SIGN_OFF, "Task_SignAgreement").tasks())
                .extracting(WaysToTasks.Later::element)
                .containsExactly("Task_CountersignAgreement");
        assertThat(WaysToTasks.after(SIGN_OFF, "Task_AnswerQuestion").tasks()).isEmpty();
        assertThat(WaysToTasks.after(SIGN_OFF, "Nothing")).isEqualTo(WaysToTasks.Found.NOTHING);
    }

    @Test
    void goesIntoPartsAndUpToWhatIsCalled() {
        var project = Bpmn.readModelFromFile(new File("processes/proposal/sharing-project.bpmn"));

        assertThat(WaysToTasks.after(project, "Task_AgreeArrangements").tasks())
                .extracting(WaysToTasks.Later::element)
                .containsExactly("Task_AnswerScreening");
        assertThat(WaysToTasks.after(project, "Task_CheckDraft").calls())
                .extracting(WaysToTasks.Call::process)
                .containsExactlyInAnyOrder("approve-sign-off-rule", "partner-sign-off");
        assertThat(WaysToTasks.into(Bpmn.readModelFromFile(new File("processes/dpia/dpo-advice.bpmn")), "dpo-advice")
                        .tasks())
                .extracting(WaysToTasks.Later::element)
                .containsExactly("Task_DpiaAdvise");
    }
}
