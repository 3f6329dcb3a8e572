package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.project.ProjectReference;
import gm.sharing.question.Answer;
import gm.sharing.question.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
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

/** Questions that a process owner adds to forms of the program while tasks are open. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
@Import(VisitForms.class)
class OwnQuestionsIntegrationTests {

    private static final String OPTIONAL =
            """
            {"type": "textarea", "id": "Own_Note", "key": "note", "label": "Anything else?"}""";

    private static final String REQUIRED =
            """
            {"type": "select", "id": "Own_By", "key": "by", "label": "How do you travel?", "validate": {"required": true},
             "values": [{"label": "By tram", "value": "tram"}, {"label": "On foot", "value": "foot"}]}""";

    private static final String OTHERS =
            """
            {"type": "textfield", "id": "Own_Short", "key": "short", "label": "In short", "validate": {"maxLength": 10}},
            {"type": "number", "id": "Own_Number", "key": "number", "label": "How many?", "validate": {"max": 50}},
            {"type": "datetime", "id": "Own_Day", "subtype": "date", "key": "day", "dateLabel": "Which day?"},
            {"type": "checkbox", "id": "Own_Truth", "key": "truth", "label": "Agreed"},
            {"type": "checklist", "id": "Own_Some", "key": "some", "label": "Which?",
             "values": [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}]},
            {"type": "dynamiclist", "id": "Own_People", "path": "people", "label": "People", "disableCollapse": true, "components": [
              {"type": "textfield", "id": "Own_Name", "key": "name", "label": "Name", "validate": {"required": true, "maxLength": 100}},
              {"type": "datetime", "id": "Own_Since", "subtype": "date", "key": "since", "dateLabel": "Since", "label": "An older label that nobody sees"}]}""";

    private static final String READ_ONLY =
            "{\"type\": \"textfield\", \"id\": \"Own_Kept\", \"key\": \"kept\", \"label\": \"Kept for\","
                    + " \"readonly\": true, \"defaultValue\": \"6 years\"}";

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    Answers answers;

    private ProjectReference reference = new ProjectReference("SJ-2026-0001");

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void deploy() {
        var files = repository.createDeployment();
        for (var file : List.of("visit.bpmn", "propose-visit.form", "plan-visit.form")) {
            files.addString(file, read(file));
        }
        deployments.add(files.deploy().getId());
        identity.setAuthentication(VisitForms.SAM.id(), List.of());
    }

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void completesWhatWasOpenedBeforeTheQuestionsWereAdded() {
        Task open = plan();
        add("plan-visit.form", OPTIONAL, REQUIRED);

        submit(open, Map.of());

        assertThat(inForce()).isEmpty();
    }

    @Test
    void keepsWhatIsAnsweredWithItsQuestionAsItWasAsked() {
        add("plan-visit.form", OPTIONAL, REQUIRED);
        Task task = plan();

        submit(task, Map.of("note", " First\r\n\u202Esecond ", "by", "tram"));

        assertThat(inForce()).extracting(Answer::words).containsExactly("First\nsecond", "By tram");
        assertThat(inForce()).first().satisfies(answer -> {
            assertThat(answer.question().label()).isEqualTo("Anything else?");
            assertThat(answer.question().formTitle()).isEqualTo("Plan the visit");
            assertThat(answer.question().formVersion()).isEqualTo(2);
            assertThat(answer.whoName()).isEqualTo("Sam");
        });
    }

    @Test
    void demandsAnAnswerOfThoseWhoSawTheQuestion() {
        add("plan-visit.form", OPTIONAL, REQUIRED);
        Task task = plan();

        assertThatThrownBy(() -> submit(task, Map.of("note", "x"))).hasMessage("How do you travel? Select an option.");
        add("plan-visit.form", OPTIONAL, REQUIRED.replace("travel", "come"));
        assertThatThrownBy(() -> submit(task, Map.of("note", "x"))).hasMessage("How do you come? Select an option.");
    }

    @Test
    void keepsAnAnswerToAQuestionThatIsGoneWithTheWordsOfThen() {
        add("plan-visit.form", OPTIONAL, REQUIRED);
        Task task = plan();
        deployments.add(repository
                .createDeployment()
                .addString("plan-visit.form", read("plan-visit.form").replace("\"Reason\"", "\"Why\""))
                .deploy()
                .getId());

        assertThatThrownBy(() -> submit(task, Map.of("by", "plane")))
                .hasMessage("How do you travel? Is not among the possible answers.");
        submit(task, Map.of("note", "Still here"));

        assertThat(inForce()).singleElement().satisfies(answer -> {
            assertThat(answer.question().label()).isEqualTo("Anything else?");
            assertThat(answer.question().formVersion()).isEqualTo(2);
        });
    }

    /** Whoever has the form open since before sends what it showed then; only a program could send anything else. */
    @Test
    void takesOfAReadOnlyQuestionThatIsGoneWhatTheFormOfThenShowed() {
        add("plan-visit.form", READ_ONLY);
        Task task = plan();
        add("plan-visit.form", OPTIONAL);

        assertThatThrownBy(() -> submit(task, Map.of("kept", "60 years")))
                .hasMessageContaining("Kept for: can only be read here");
        submit(task, Map.of("kept", "6 years"));

        assertThat(inForce()).extracting(Answer::words).containsExactly("6 years");
    }

    @Test
    void takesOfAReadOnlyQuestionThatHasChangedWhatTheFormShowsNow() {
        add("plan-visit.form", READ_ONLY);
        Task task = plan();
        add("plan-visit.form", READ_ONLY.replace("6 years", "3 years"));

        for (var other : List.of("6 years", "60 years")) {
            assertThatThrownBy(() -> submit(task, Map.of("kept", other)))
                    .hasMessageContaining("open the form again and leave it as it is");
        }
        submit(task, Map.of("kept", "3 years"));

        assertThat(inForce()).extracting(Answer::words).containsExactly("3 years");
    }

    @Test
    void takesOfAReadOnlyQuestionWhatWasAnsweredBeforeItsChoicesChanged() {
        add("plan-visit.form", REQUIRED);
        submit(plan(), Map.of("by", "tram"));
        ProjectReference project = reference;
        add(
                "plan-visit.form",
                REQUIRED.replace("tram", "bus")
                        .replace("\"required\": true", "\"required\": false")
                        .replace("\"key\"", "\"readonly\": true, \"key\""));
        Task again = planAgain(project);

        assertThatThrownBy(() -> submit(again, Map.of("by", "bus"))).hasMessageContaining("only be read here");
        submit(again, Map.of("by", "tram"));

        assertThat(inForce()).hasSize(1);
    }

    @Test
    void refusesAnswersOfAnotherKindByTheWordsOfTheQuestion() {
        add("plan-visit.form", OPTIONAL, REQUIRED, OTHERS);
        Task task = plan();

        assertThatThrownBy(() -> submit(
                        task,
                        Map.of(
                                "note",
                                "x".repeat(30_001),
                                "by",
                                "plane",
                                "short",
                                "longer than ten",
                                "number",
                                51,
                                "day",
                                "2026-02-30",
                                "truth",
                                "perhaps",
                                "some",
                                json("[\"3\"]"),
                                "people",
                                json("[{\"name\":\"\",\"since\":\"x\"}]"))))
                .hasMessageContaining("Anything else? Is too long: at most 30000 characters.")
                .hasMessageContaining("How do you travel? Is not among the possible answers.")
                .hasMessageContaining("In short: is too long: at most 10 characters.")
                .hasMessageContaining("How many? Must be at most 50.")
                .hasMessageContaining("Which day? Must be a real date")
                .hasMessageContaining("Agreed: must be yes or no.")
                .hasMessageContaining("Which? Is not among the possible answers.")
                .hasMessageContaining("People, row 1, Name: must be filled in.")
                .hasMessageContaining("People, row 1, Since: must be a real date");
        assertThatThrownBy(() -> submit(
                        task,
                        Map.of(
                                "by", json("{\"a\":1}"),
                                "note", 1,
                                "number", json("[1]"),
                                "some", "1",
                                "people", json("[{\"age\":1}]"))))
                .hasMessageContaining("How do you travel? Is not among the possible answers.")
                .hasMessageContaining("Anything else? Must be a text.")
                .hasMessageContaining("How many? Must be a number.")
                .hasMessageContaining("Which? Must be a list of answers.")
                .hasMessageContaining("People: has an answer that the form does not ask for.");
        assertThatThrownBy(() -> submit(task, Map.of("by", "tram", "number", 1e300)))
                .hasMessageContaining("How many? Must be");
        assertThatThrownBy(() -> submit(task, Map.of("by", "tram", "note", "a\u0000b")))
                .hasMessageContaining("Anything else? Character 2 (U+0000) cannot be shown.");
        assertThatThrownBy(() -> submit(task, Map.of("by", "tram", "never", "x")))
                .hasMessageContaining("no field “never”");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void showsWhatWasAnsweredBeforeToWhoeverOpensTheFormAgain() {
        add("plan-visit.form", OPTIONAL, REQUIRED, OTHERS);
        Task first = plan();
        String note = "n".repeat(30_000);
        submit(
                first,
                Map.of(
                        "note",
                        note,
                        "by",
                        "foot",
                        "number",
                        "12",
                        "day",
                        "2027-03-04",
                        "truth",
                        true,
                        "some",
                        json("[\"1\",\"2\"]"),
                        "people",
                        json("[{\"name\":\"Ann\",\"since\":\"2026-01-02\"}]")));
        assertThat(inForce())
                .extracting(Answer::words)
                .containsExactly(
                        note, "On foot", "12", "4 March 2027", "Yes", "- One\n- Two", "1: Ann, 2 January 2026");

        Task again = planAgain(reference);
        var shown = forms.getTaskFormVariables(again.getId());

        assertThat(shown)
                .containsEntry("note", note)
                .containsEntry("by", "foot")
                .containsEntry("truth", true);
        assertThat(shown.get("number").toString()).isEqualTo("12");
        assertThat(shown.get("people").toString()).contains("\"name\":\"Ann\"");
        submit(again, Map.of("by", "foot"));
        assertThat(inForce()).extracting(Answer::words).containsExactly("On foot");
    }

    @Test
    void keepsAnswersOfTheFormThatBeginsAProcess() {
        add("propose-visit.form", OPTIONAL, REQUIRED);

        var instance = forms.submitStartForm(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("visit")
                        .latestVersion()
                        .singleResult()
                        .getId(),
                Map.of("title", "A visit", "by", "tram"));

        assertThat(answers.inForce(new ProjectReference(instance.getBusinessKey())))
                .extracting(Answer::words)
                .containsExactly("By tram");
    }

    private List<Answer> inForce() {
        return answers.inForce(reference);
    }

    private Task plan() {
        var instance = forms.submitStartForm(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("visit")
                        .latestVersion()
                        .singleResult()
                        .getId(),
                Map.of("title", "A visit"));
        reference = new ProjectReference(instance.getBusinessKey());
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    /** Another task of the same project. */
    private Task planAgain(ProjectReference of) {
        Task again = plan();
        reference = of;
        jdbc.sql("update act_ru_execution set business_key_ = ? where proc_inst_id_ = ? and parent_id_ is null")
                .params(of.value(), again.getProcessInstanceId())
                .update();
        return again;
    }

    private void submit(Task task, Map<String, Object> own) {
        Map<String, Object> all =
                new HashMap<>(Map.of("reason", "r", "place", "bolton", "stops", json("[{\"name\":\"Town hall\"}]")));
        all.putAll(own);
        forms.submitTaskForm(task.getId(), all);
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    private void add(String file, String... questions) {
        String form = read(file);
        int end = form.lastIndexOf(']');
        String changed = form.substring(0, end) + "," + String.join(",", questions) + form.substring(end);
        deployments.add(
                repository.createDeployment().addString(file, changed).deploy().getId());
    }

    private static String read(String file) {
        try (InputStream content = OwnQuestionsIntegrationTests.class.getResourceAsStream("/form-mechanism/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
