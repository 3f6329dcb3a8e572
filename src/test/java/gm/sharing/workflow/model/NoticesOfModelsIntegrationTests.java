package gm.sharing.workflow.model;

import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What every send task of every model tells people, filled by the engine with what a project says. */
@PagesApplication
class NoticesOfModelsIntegrationTests {

    private static final String TITLE = "Children’s safeguarding and early help: ten boroughs & their partners";
    private static final OrganisationCode PARTNER = new OrganisationCode("bury");
    private static final Date DUE = Date.from(Instant.parse("2031-03-14T17:00:00Z"));

    private static final Pattern DAY =
            Pattern.compile("\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d{1,2} [A-Z][a-z]+ 20\\d\\d\\b");
    private static final Pattern NOT_FILLED = Pattern.compile("[{}$]|\\bnull\\b|  ");

    /** Who is told to act stands before what they are to do; these are the offices and bodies that act. */
    private static final List<String> ACTING = List.of(
            "Manchester City Council",
            "Bury Council",
            "Board",
            "ICO",
            "ethics panel",
            "data protection officer",
            "administrators");

    /** How a notice begins that asks its reader to act. */
    private static final Pattern ASKED =
            Pattern.compile("(Bury Council: )?(Advise|Answer|Approve|Confirm|Decide|Record|Say|Send|decide) .*");

    @Autowired
    AgreementScenario scenario;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"sign, go-on", "sign-with-conditions, change", "request-changes, stop", "refuse, stop"})
    void saysWhoAsksWhatOfWhomByWhen(String decision, String outcome) {
        var project = scenario.drafted(TITLE);

        tellAll(project, decision, outcome);

        var told = told(project);
        assertThat(told.keySet())
                .containsExactlyInAnyOrderElementsOf(sendTasks().map(Sent::id).toList());
        assertThat(told).allSatisfy((task, notice) -> {
            assertThat(notice.subject()).as(task).endsWith(": " + TITLE).hasSizeLessThan(250);
            assertThat(notice.subject().lines()).as(task).hasSize(1);
            assertThat(notice.body()).as(task).contains(TITLE, project.value());
            assertThat(NOT_FILLED.matcher(notice.subject() + notice.body()).results())
                    .as(task + ": " + notice)
                    .isEmpty();
            assertThat(notice.body().lines()).as(task).allSatisfy(line -> assertThat(line)
                    .isEqualTo(line.strip()));
            var says = notice.subject().substring(0, notice.subject().length() - TITLE.length() - 2);
            assertThat(ASKED.matcher(says).matches()
                            || says.contains(" measure ")
                            || says.startsWith("The project goes ahead without some partners")
                            || says.equals("Signed and published")
                            || ACTING.stream().anyMatch(says::contains))
                    .as(task + " says who: " + says)
                    .isTrue();
            if (task.contains("Reminder") || task.contains("Remind") || task.contains("Chase")) {
                assertThat(says).as(task).containsPattern(DAY);
            }
            if (task.contains("Escalation") || task.contains("Overdue")) {
                assertThat(says).as(task).containsPattern("[Oo]verdue|Not recorded|No advice");
            }
        });
    }

    @Test
    void repeatsInTheTextTheDayThatTheSubjectNames() {
        var project = scenario.drafted(TITLE);

        tellAll(project, "sign", "go-on");

        assertThat(told(project).values())
                .filteredOn(notice -> DAY.matcher(notice.subject()).find())
                .hasSizeGreaterThan(10)
                .allSatisfy(notice -> assertThat(DAY.matcher(notice.body()).results())
                        .as(notice.toString())
                        .extracting(MatchResult::group)
                        .contains(DAY.matcher(notice.subject())
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group()));
    }

    private record Sent(String id, Map<String, String> inputs) {}

    private record Told(String subject, String body) {}

    /** Those about a project: what is told of an organisation is read in the test that walks its process. */
    private static Stream<Sent> sendTasks() {
        return Models.journeys().flatMap(journey -> journey.model().getModelElementsByType(SendTask.class).stream()
                .filter(task -> "${sendNotice}".equals(task.getCamundaDelegateExpression()))
                .map(task -> new Sent(journey.name().replace('-', '_') + "_" + task.getId(), inputs(task))));
    }

    private static Map<String, String> inputs(SendTask task) {
        Map<String, String> inputs = new HashMap<>();
        task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(all -> all.getCamundaInputParameters().stream())
                .filter(input -> List.of("to", "subject", "text").contains(input.getCamundaName()))
                .forEach((CamundaInputParameter input) -> inputs.put(
                        input.getCamundaName(), input.getTextContent().strip()));
        return inputs;
    }

    /** All of them one after the other, in a process with an open task that is due. */
    private void tellAll(ProjectReference project, String decision, String outcome) {
        BeforeTheGate.store(engine, model());
        var runtime = engine.getRuntimeService();
        var instance = runtime.startProcessInstanceByKey(
                "every-notice",
                project.value(),
                Map.ofEntries(
                        Map.entry("lead", AgreementScenario.LEAD.id()),
                        Map.entry("leadOrganisation", MANCHESTER.value()),
                        Map.entry("partner", PARTNER.value()),
                        Map.entry("adviser", PARTNER.value()),
                        Map.entry("owner", "lead"),
                        Map.entry("origin", "risk 3"),
                        Map.entry("beforeStart", true),
                        Map.entry("reliedOnBy", "signatory-" + PARTNER),
                        Map.entry("missingName", "Harbour School"),
                        Map.entry("foundName", "Harbour Primary School"),
                        Map.entry("decision", decision),
                        Map.entry("consultationOutcome", outcome),
                        Map.entry("questionDue", DUE),
                        Map.entry("signOffDue", DUE),
                        Map.entry("boardDecisionDue", DUE),
                        Map.entry("stalledUntilDay", "Friday 14 March 2031"),
                        Map.entry("signOffDueDay", "Friday 14 March 2031"),
                        Map.entry("waiting", "group:ig-" + PARTNER),
                        Map.entry("due", DUE)));
        runtime.createMessageCorrelation("go")
                .processInstanceId(instance.getId())
                .correlate();
        runtime.deleteProcessInstance(instance.getId(), "told");
    }

    private Map<String, Told> told(ProjectReference project) {
        Map<String, Told> told = new HashMap<>();
        jdbc.sql("select about, subject, body from notice where reference = ? and about like '%Send\\_%' escape '\\'")
                .param(project.value())
                .query((row, number) -> told.put(
                        row.getString("about").replaceFirst(":.*", ""),
                        new Told(row.getString("subject"), row.getString("body"))))
                .list();
        return told;
    }

    private static String model() {
        var tasks = sendTasks().toList();
        var steps = tasks.stream()
                .map(task ->
                        """
                        <bpmn:sendTask id="%s" camunda:delegateExpression="${sendNotice}">
                          <bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>
                        </bpmn:sendTask>
                        """
                                .formatted(
                                        task.id(),
                                        task.inputs().entrySet().stream()
                                                .map(input ->
                                                        "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                                                                .formatted(
                                                                        input.getKey(),
                                                                        HtmlUtils.htmlEscapeDecimal(input.getValue())))
                                                .collect(joining())))
                .collect(joining());
        var order = Stream.of(Stream.of("Wait"), tasks.stream().map(Sent::id), Stream.of("End"))
                .flatMap(ids -> ids)
                .toArray(String[]::new);
        var flows = new StringBuilder();
        for (int place = 1; place < order.length; place++) {
            flows.append("<bpmn:sequenceFlow id=\"F%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                    .formatted(place, order[place - 1], order[place]));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:message id="Message_Go" name="go"/>
                  <bpmn:process id="every-notice" name="Every notice" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start"/>
                    <bpmn:parallelGateway id="Both"/>
                    <bpmn:userTask id="Task_Due" name="Due" camunda:assignee="nobody" camunda:dueDate="${due}"/>
                    <bpmn:intermediateCatchEvent id="Wait"><bpmn:messageEventDefinition messageRef="Message_Go"/></bpmn:intermediateCatchEvent>
                    %s<bpmn:endEvent id="End"/>
                    <bpmn:sequenceFlow id="FA" sourceRef="Start" targetRef="Both"/>
                    <bpmn:sequenceFlow id="FB" sourceRef="Both" targetRef="Task_Due"/>
                    <bpmn:sequenceFlow id="FC" sourceRef="Both" targetRef="Wait"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(steps, flows);
    }
}
