package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.workflow.form.VisitForms.Plan;
import gm.sharing.workflow.form.VisitForms.PlanVisit;
import gm.sharing.workflow.form.VisitForms.Stop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of an answer from the browser to its handler, on a small model of its own. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
@Import(VisitForms.class)
class FormMechanismIntegrationTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlanVisit planVisit;

    String deployment = "";

    @BeforeEach
    void deploy() {
        var files = repository.createDeployment();
        for (var file : List.of("visit.bpmn", "visit-to-bolton.bpmn", "propose-visit.form", "plan-visit.form")) {
            files.addInputStream(file, getClass().getResourceAsStream("/form-mechanism/" + file));
        }
        deployment = files.deploy().getId();
        identity.setAuthentication(VisitForms.SAM.id(), List.of());
    }

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void startsWithTheAnswersOfTheStartFormAndKeepsOnlyWhatTheHandlerReturns() {
        var instance = forms.submitStartForm(definition(), "forged-key", Map.of("title", "  A visit  "));

        assertThat(instance.getBusinessKey()).startsWith("SJ-");
        assertThat(runtime.getVariables(instance.getId())).containsOnlyKeys("urgency", "lead");
    }

    @Test
    void tellsTheLeadWhenNobodyHoldsTheRoleThatATaskWaitsFor() {
        var instance = forms.submitStartForm(definition("visit-to-bolton"), Map.of("title", "A visit to Bolton"));

        assertThat(jdbc.sql("select recipient, subject, body from notice where reference = ?")
                        .param(instance.getBusinessKey())
                        .query()
                        .singleRow())
                .containsEntry("recipient", VisitForms.SAM.id())
                .containsEntry("subject", "Nobody can do this yet: Plan the visit: A visit to Bolton")
                .hasEntrySatisfying("body", body -> assertThat(body.toString())
                        .contains("waits for IG officer, Bolton Council. Nobody holds"));
    }

    @Test
    void refusesAStartWithoutItsForm() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("visit")).hasMessageContaining("with its form");
    }

    @Test
    void refusesAStartFormWithAMissingAnswerByTheFieldsLabel() {
        assertThatThrownBy(() -> forms.submitStartForm(definition(), Map.of("title", "  ")))
                .hasMessage("Title of the visit: must be filled in.");
    }

    @Test
    void showsWhatTheHandlerSaysToWhoeverOpensTheFormAndStoresItNowhere() {
        var task = plan();

        var shown = forms.getTaskFormVariables(task.getId());

        assertThat(shown.get("reason")).isEqualTo("x".repeat(30_000));
        assertThat(shown.getValueTyped("places").getType().getName()).isEqualTo("json");
        assertThat(shown.get("places")).asString().contains("\"value\":\"bolton\"");
        assertThat(tasks.getVariablesLocal(task.getId())).containsOnlyKeys("project");
        assertThat(runtime.getVariables(task.getProcessInstanceId())).doesNotContainKeys("reason", "places");
    }

    @Test
    void showsOnlyTheValuesThatAreAskedFor() {
        assertThat(forms.getTaskFormVariables(plan().getId(), List.of("places"), false))
                .containsOnlyKeys("places");
    }

    @Test
    void givesTheHandlerTheTrimmedAnswersAndStoresNoneOfThemInTheEngine() {
        var task = plan();
        var reason = "r".repeat(30_000);

        forms.submitTaskForm(
                task.getId(),
                Map.of(
                        "reason",
                        "\n" + reason + " ",
                        "place",
                        "bolton",
                        "stops",
                        SpinValues.jsonValue("[{\"name\":\"Town hall\"}]").create()));

        assertThat(planVisit.taken()).isEqualTo(new Plan(reason, "bolton", List.of(new Stop("Town hall"))));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("visit")
                        .count())
                .isZero();
    }

    @Test
    void namesEveryFieldThatBreaksARule() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of(
                                "reason", "r".repeat(30_001),
                                "place", "paris",
                                "stops", List.of(Map.of("name", "Library"), Map.of("name", "")))))
                .hasMessageContaining("Reason: is too long: at most 30000 characters.")
                .hasMessageContaining("Place: is not among the possible answers.")
                .hasMessageContaining("Stops, row 2, Name of the stop: must be filled in.");
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void refusesWhatCannotBeShownByTheFieldsName() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of(
                                "reason", "We go\u0000there",
                                "place", "bolton\u0007",
                                "stops", List.of(Map.of("name", "Town\nhall"), Map.of("name", "\uD800")))))
                .hasMessageContaining("Reason: character 6 (U+0000) cannot be shown.")
                .hasMessageContaining("Place: character 7 (U+0007) cannot be shown.")
                .hasMessageContaining("Stops, row 1, Name of the stop: write it in one line.")
                .hasMessageContaining("Stops, row 2, Name of the stop: character 1 (U+D800) cannot be shown.");
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void refusesWhatDocumentsCannotShowAndTakesBulletsOfWordProcessors() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of(
                                "reason", "\uF0A7 یہ معاہدہ ✅ \uF0FC done",
                                "place", "bolton",
                                "stops", List.of(Map.of("name", "\uD80C\uDC00")))))
                .hasMessageContaining(
                        "Reason: documents cannot show “\uF0FC” (U+F0FC). Delete it, or write it another way.")
                .hasMessageContaining(
                        "Stops, row 1, Name of the stop: documents cannot show “\uD80C\uDC00” (U+13000).");
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void isNotFilledInWithWhatNobodySees() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of(
                                "reason", "\u00A0\u200B",
                                "place", "bolton",
                                "stops", List.of(Map.of("name", "\u2066\u2069\u3164")))))
                .hasMessageContaining("Reason: must be filled in.")
                .hasMessageContaining("Stops, row 1, Name of the stop: must be filled in.");
    }

    @Test
    void givesTheHandlerOneKindOfLineBreakAndNoHiddenDirections() {
        forms.submitTaskForm(
                plan().getId(),
                Map.of(
                        "reason", "First\r\nsecond \u202Ethird",
                        "place", "bolton",
                        "stops", List.of(Map.of("name", "\uFEFFLibrary\u00A0"))));

        assertThat(planVisit.taken())
                .isEqualTo(new Plan("First\nsecond third", "bolton", List.of(new Stop("Library"))));
    }

    @Test
    void refusesMoreThanAFormTakes() {
        var task = plan();
        var deep = "[".repeat(500) + "]".repeat(500);

        for (Object much : List.of(
                SpinValues.jsonValue(deep).create(),
                Collections.nCopies(30_000, Map.of("name", "Library")),
                List.of(Map.of("name", "x".repeat(3_000_000))))) {
            assertThatThrownBy(() ->
                            forms.submitTaskForm(task.getId(), Map.of("reason", "r", "place", "bolton", "stops", much)))
                    .hasMessageContaining("more than a form takes");
        }
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void namesAnUnknownFieldAsFarAsAMessageNeedsIt() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(), Map.of("reason", "r", "place", "bolton", "y".repeat(10_000), "x")))
                .hasMessageMatching("(?s).{0,200}");
    }

    @Test
    void readsNoMarkdownInTheNameOfTheProject() {
        var title = "[Sign here](https://evil.example/a_b) <b>x</b> *now* # {{constructor}}";
        var instance = forms.submitStartForm(definition(), Map.of("title", title));
        var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();

        assertThat(forms.getTaskFormVariables(task.getId()).get("project"))
                .asString()
                .endsWith(
                        "\\[Sign here\\](https\\://evil.example/a\\_b) \\<b\\>x\\</b\\> \\*now\\* \\# {{constructor}}");
        assertThat(tasks.getVariable(task.getId(), "project")).asString().endsWith(title);
    }

    @Test
    void leavesATaskToWhoeverHasTakenIt() {
        var task = plan();
        Map<String, Object> answers = Map.of(
                "reason",
                "r",
                "place",
                "bolton",
                "stops",
                SpinValues.jsonValue("[{\"name\":\"Town hall\"}]").create());

        identity.setAuthentication("kim.other", List.of());
        assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), answers))
                .hasMessage("Sam has this task. Ask them to complete it, to give it back or to pass it to you.");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();

        identity.setAuthentication(VisitForms.SAM.id(), List.of());
        forms.submitTaskForm(task.getId(), answers);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    void takesInvisibleLettersForNoAnswer() {
        for (String unseen : List.of("\u00A0", "\u200B", "\u2060\u3000", "\u3164", "\u0301")) {
            assertThatThrownBy(() -> forms.submitTaskForm(plan().getId(), Map.of("reason", unseen, "place", "bolton")))
                    .hasMessageContaining("must be filled in");
            assertThatThrownBy(() -> forms.submitStartForm(definition(), Map.of("title", unseen)))
                    .hasMessage("Title of the visit: must be filled in.");
        }
    }

    @Test
    void refusesAFieldThatTheFormDoesNotHave() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(), Map.of("reason", "r", "place", "bolton", "urgency", "urgent")))
                .hasMessageContaining("no field “urgency”");
    }

    @Test
    void refusesAnObjectInPlaceOfAnAnswer() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of("reason", new Object(), "place", "bolton")))
                .hasMessageContaining("texts, numbers, choices and lists only");
    }

    @Test
    void showsARefusalOfTheRecordAsItIsAndKeepsTheTask() {
        var task = plan();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of("reason", "too far", "place", "bolton", "stops", List.of(Map.of("name", "Library")))))
                .hasMessage("It is too far.");
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void refusesToCompleteATaskWithoutItsForm() {
        var task = plan();

        assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("reason", "r", "place", "bolton")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Complete this task with its form.");
    }

    @Test
    void refusesAnAnswerOfNobody() {
        var task = plan();
        identity.clearAuthentication();

        assertThatThrownBy(() -> forms.submitTaskForm(
                        task.getId(),
                        Map.of("reason", "r", "place", "bolton", "stops", List.of(Map.of("name", "Library")))))
                .hasMessageContaining("Sign in first.");
    }

    private String definition() {
        return definition("visit");
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private Task plan() {
        var instance = forms.submitStartForm(definition(), Map.of("title", "A visit"));
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private boolean isOpen(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }
}
