package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answer;
import gm.sharing.question.Answers;
import gm.sharing.question.InDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner's own form in an own process: who may answer it, what is kept, and which way the answers lead. */
@Tag("one-database")
@DemoApplication
class OwnFormsIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final Person LENA = new Person(LEAD, "Lena Lead", "", Set.of("project-leads", "org-manchester"));

    @LocalServerPort
    int port;

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
    Projects projects;

    @Autowired
    Answers answers;

    @Autowired
    AuditTrail trail;

    private final List<String> instances = new ArrayList<>();
    private ProjectReference reference = new ProjectReference("SJ-2026-0001");

    @BeforeEach
    void propose() {
        reference = projects.propose(ProjectFixture.proposal("Sharing with a pre-check"), LENA);
    }

    @AfterEach
    void undeploy() {
        instances.stream()
                .filter(instance -> runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0)
                .forEach(instance -> runtime.deleteProcessInstance(instance, "test"));
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> "Own form".equals(deployment.getName()))
                .map(Deployment::getId)
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void keepsTheAnswersAndFollowsThem() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));
        start(Map.of("lead", LEAD));

        submit("Task_PreCheck", Map.of("result", "unclear", "count", 3, "note", "Who reads it?"));

        assertThat(open()).containsExactly("Task_Again");
        assertThat(answers.inForce(reference))
                .extracting(Answer::words)
                .containsExactly("It is not clear", "3", "Who reads it?");
        assertThat(answers.in(InDocument.AGREEMENT, reference).in("rights"))
                .extracting(section -> section.title())
                .containsExactly("Caldicott pre-check");
        assertThat(trail.of(reference.value()))
                .extracting(Event::what)
                .last()
                .asString()
                .endsWith("answered “Caldicott pre-check”.");
        assertThat(forms.getTaskFormVariables(task("Task_Again"))).containsEntry("note", "Who reads it?");
        assertThat(runtime.getVariables(instances.get(0))).containsOnlyKeys("lead");

        submit("Task_Again", Map.of("result", "clear", "note", "Who reads it?"));
        assertThat(answers.inForce(reference))
                .extracting(Answer::words)
                .containsExactly("It is clear", "Who reads it?");
    }

    @Test
    void takesTheOtherWayWhereAnAnswerIsMissing() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));
        start(Map.of("lead", LEAD));

        submit("Task_PreCheck", Map.of("result", "unclear"));

        assertThat(open()).isEmpty();
    }

    @Test
    void refusesWhatTheFormDoesNotAllowByTheWordsOfTheQuestion() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));
        start(Map.of("lead", LEAD));

        assertThatThrownBy(() -> submit("Task_PreCheck", Map.of("note", "x".repeat(30_001))))
                .hasMessageContaining("Is the confidential use clear? Select an option.")
                .hasMessageContaining("What is to be known? Is too long: at most 30000 characters.");
        assertThatThrownBy(() -> submit("Task_PreCheck", Map.of("result", "clear", "lead", "somebody.else")))
                .hasMessageContaining("no field “lead”");
        assertThat(open()).containsExactly("Task_PreCheck");
    }

    @Test
    void showsWhatIsAboutAPartnerToThatPartnerTheLeadAndTheBoardOnly() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));
        start(Map.of("lead", LEAD, "partner", "bolton"));
        submit("Task_PreCheck", Map.of("result", "unclear", "count", 3, "note", "Only for Bolton"));

        assertThat(open()).containsExactly("Task_Again");
        assertThat(answers.inForce(reference)).extracting(Answer::subject).containsOnly(new OrganisationCode("bolton"));
        assertThat(answers.in(InDocument.BOTH, reference).answers()).isEmpty();
        assertThat(page(LEAD)).contains("What was answered", "Caldicott pre-check: Bolton", "Only for Bolton");
        assertThat(page("board")).contains("Only for Bolton");
        assertThat(page("admin")).doesNotContain("Only for Bolton");
    }

    @Test
    void showsWhatIsAboutTheProjectOnItsPage() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));
        start(Map.of("lead", LEAD));
        submit("Task_PreCheck", Map.of("result", "clear", "note", "<b>Known</b>"));

        assertThat(page(LEAD)).contains("What was answered", "It is clear", "&lt;b&gt;Known&lt;/b&gt;");
        assertThat(Visitor.signedIn(port, "ig.bolton")
                        .get("/projects/" + reference)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesAModelThatAsksForAnAnswerThatNoFormGives() {
        assertRefused("'result'", "'outcome'", "has no question of yours with the key “outcome”");
        assertRefused("'unclear'", "'uncler'", "did you mean unclear?");
        assertRefused("'pre-check', 'count'", "'pre-chek', 'count'", "did you mean pre-check?");
        assertRefused(
                "(execution, 'pre-check', 'count') &gt; 2",
                "(execution, 'pre-check', 'count')",
                "is not true or false");
        assertRefused("'pre-check', 'count'", "'describe-needs', 'volume'", "the program keeps the answer “volume”");
        assertRefused("'pre-check', 'count'", "lead, 'count'", "both in quotes");
    }

    @Test
    void followsAnswersOfListsRowsAndGroups() {
        String condition = "${answers.of(execution, 'pre-check', 'kinds').contains('a')"
                + " and answers.of(execution, 'pre-check', 'kinds')[0] == 'a'"
                + " and answers.of(execution, 'pre-check', 'kinds').indexOf('b') == 1"
                + " and answers.of(execution, 'pre-check', 'people').size() == 1"
                + " and answers.of(execution, 'pre-check', 'people')[0].name == 'Ann'"
                + " and answers.of(execution, 'pre-check', 'people')[0].age &gt; 17"
                + " and answers.of(execution, 'pre-check', 'place').town != 'Bury'}";
        deploy(asking(condition), withLists());
        start(Map.of("lead", LEAD));
        submit(
                "Task_PreCheck",
                Map.of(
                        "result", "clear",
                        "kinds", List.of("a", "b"),
                        "people", List.of(Map.of("name", "Ann", "age", 18)),
                        "place", Map.of("town", "Leigh")));

        assertThat(open()).containsExactly("Task_Again");
        submit("Task_Again", Map.of("result", "clear"));

        start(Map.of("lead", LEAD));
        submit("Task_PreCheck", Map.of("result", "clear"));
        assertThat(open()).as("nothing was chosen").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    of(execution, 'pre-check', 'kinds').contains('c')          | it is never “c”
                    of(execution, 'pre-check', 'kinds').indexOf('c') > 0       | it is never “c”
                    of(execution, 'pre-check', 'kinds').contains(1)            | the value of an option, which is a text in quotes
                    of(execution, 'pre-check', 'kinds').contains(null)         | the value of an option, which is a text in quotes
                    of(execution, 'pre-check', 'kinds').get(0) == 'a'          | write [0] for the first
                    of(execution, 'pre-check', 'kinds')[0] == 'c'              | it is never “c”
                    of(execution, 'pre-check', 'kinds')[0].contains('a')       | there may be no answer, and then “contains” would stop the process
                    of(execution, 'pre-check', 'people')[0].nam == 'Ann'       | it has nothing named “nam”; did you mean name
                    of(execution, 'pre-check', 'people').get(0).name == 'Ann'  | write [0] for the first
                    of(execution, 'pre-check', 'people').contains('Ann')       | these are rows
                    of(execution, 'pre-check', 'people')[0].age == 'old'       | a text is compared with a number
                    of(execution, 'pre-check', 'place').tow == 'Bury'          | it has nothing named “tow”; did you mean town
                    of(execution, 'pre-check', 'place').get('tow') == 'Bury'   | it has nothing named “tow”; did you mean town
                    of(execution, 'pre-check', 'place').town.isEmpty()         | there may be no answer, and then “isEmpty” would stop the process
                    of(execution, 'pre-check', 'count').intValue() > 2         | there may be no answer, and then “intValue” would stop the process
                    of(execution, 'pre-check', 'kinds').add('c')               | models cannot call “add”
                    of(execution, 'pre-check', 'kinds') == 'a'                 | a text is compared with a list
                    """)
    void refusesWhatCouldStopTheProcessOrIsNeverSo(String asked, String because) {
        assertThat(offered(Map.of(
                                "pre-check.bpmn",
                                asking("${answers." + asked.replace(">", "&gt;") + "}"),
                                "pre-check.form",
                                withLists()))
                        .body())
                .contains(because);
    }

    private static String asking(String condition) {
        return read("pre-check.bpmn").replaceFirst("[$][{]answers[.]of[^<]*", Matcher.quoteReplacement(condition));
    }

    private static String withLists() {
        String form = read("pre-check.form");
        int end = form.lastIndexOf(']');
        return form.substring(0, end)
                + """
                ,{"type": "checklist", "id": "Field_Kinds", "key": "kinds", "label": "Which kinds?",
                  "values": [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]},
                 {"type": "dynamiclist", "id": "Field_People", "path": "people", "label": "People", "disableCollapse": true,
                  "components": [
                   {"type": "textfield", "id": "Field_Name", "key": "name", "label": "Name", "validate": {"maxLength": 100}},
                   {"type": "number", "id": "Field_Age", "key": "age", "label": "Age"}]},
                 {"type": "group", "id": "Field_Place", "path": "place", "label": "Place", "components": [
                   {"type": "textfield", "id": "Field_Town", "key": "town", "label": "Town", "validate": {"maxLength": 100}}]}"""
                + form.substring(end);
    }

    /** What is about one partner is for those who see its sign-off, and everybody reads the documents. */
    @Test
    void refusesDocumentsForAnswersAboutAPartner() {
        String review = OwnersDrawings.withSecondReview("ig-${partner}")
                .replace(
                        "id=\"Task_SecondReview\" name=\"Review the agreement as well\" camunda:asyncAfter=\"true\""
                                + " camunda:formRef=\"review-agreement\"",
                        "id=\"Task_SecondReview\" name=\"Check first\" camunda:asyncAfter=\"true\""
                                + " camunda:formRef=\"pre-check\"");

        assertThat(offered(Map.of("partner-sign-off.bpmn", review, "pre-check.form", read("pre-check.form")))
                        .body())
                .contains("Task_SecondReview", "its form “pre-check” puts “What is to be known?” into a document");
        assertRefused(
                "value=\"lead\"",
                "value=\"lead, partner\"",
                "its form “pre-check” puts “What is to be known?” into a document");
    }

    @Test
    void refusesAFormThatAModelInForceWouldMiss() {
        deploy(read("pre-check.bpmn"), read("pre-check.form"));

        assertThat(offered(Map.of("pre-check.form", read("pre-check.form").replace("\"count\"", "\"points\"")))
                        .body())
                .contains("has no question of yours with the key “count”", "this model is in force");
    }

    @Test
    void namesTheRuleThatReadsAQuestionWhichIsTakenOut() {
        String needs = Shipped.text("describe-needs.form").replace("\"key\": \"scale\"", "\"key\": \"size\"");
        String flows = Shipped.text("describe-flows.form").replace("\"key\": \"article6\"", "\"key\": \"basis\"");

        assertThat(offered(Map.of("describe-needs.form", needs)).body())
                .contains("the screening reads the field with the key “scale”");
        assertThat(offered(Map.of("describe-flows.form", flows)).body())
                .contains("the rules on lawful bases reads the field with the key “article6”");
    }

    private void assertRefused(String from, String to, String because) {
        String model = read("pre-check.bpmn");
        assertThat(model).contains(from);
        assertThat(offered(Map.of("pre-check.bpmn", model.replace(from, to), "pre-check.form", read("pre-check.form")))
                        .body())
                .contains(because);
    }

    private HttpResponse<String> offered(Map<String, String> files) {
        return Visitor.program(port, "owner").deploy("Own form", files);
    }

    private void deploy(String model, String form) {
        var answer = offered(Map.of("pre-check.bpmn", model, "pre-check.form", form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void start(Map<String, Object> variables) {
        instances.add(runtime.startProcessInstanceByKey("pre-check", reference.value(), new HashMap<>(variables))
                .getId());
    }

    private void submit(String key, Map<String, Object> given) {
        String task = task(key);
        identity.setAuthentication(LEAD, List.of("project-leads", "org-manchester"));
        try {
            forms.submitTaskForm(task, given);
        } finally {
            identity.clearAuthentication();
        }
    }

    private String task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private List<String> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    private String page(String user) {
        return Visitor.signedIn(port, user).get("/projects/" + reference).body();
    }

    private static String read(String name) {
        return read(Path.of("src/test/resources/own-forms", name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
