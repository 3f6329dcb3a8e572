package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner would reasonably draw passes the gate as it is, and runs to its end on the engine. */
@DemoApplication
class ReasonableModelsIntegrationTests {

    private static final Path MODELS = Path.of("src/test/resources/reasonable-models");

    private static final int MOST_ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Projects projects;

    private String deployment = "";

    @AfterEach
    void undeploy() {
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** The files of a deployment, the process that is started, what it takes, and the steps that it goes through. */
    static Stream<Arguments> models() {
        return Stream.of(
                model(
                        "a process and its own table in one deployment",
                        List.of("size-of-sharing.bpmn", "sharing-size.dmn"),
                        Map.of("partnerCount", 12),
                        "Size",
                        "TellBoard",
                        "End"),
                model(
                        "its other way",
                        List.of("sharing-size.dmn", "size-of-sharing.bpmn"),
                        Map.of("partnerCount", 3),
                        "Size",
                        "TellLead",
                        "End"),
                model(
                        "a process that calls another one of the same deployment for each partner",
                        List.of("tell-each.bpmn", "tell-one.bpmn"),
                        Map.of("partners", new ArrayList<>(List.of("bolton", "salford", "oldham"))),
                        "Each",
                        "End"),
                model(
                        "two sides at once",
                        List.of("tell-two-sides.bpmn"),
                        Map.of(),
                        "TellBoard",
                        "TellBolton",
                        "Join",
                        "End"),
                model("a loop that waits", List.of("weekly-word.bpmn"), Map.of("weeks", 3), "Week", "Tell", "End"),
                model(
                        "a reminder beside a wait, and an event sub-process",
                        List.of("wait-and-remind.bpmn"),
                        Map.of(),
                        "Month",
                        "Remind",
                        "EndReminded",
                        "End"),
                model(
                        "an error that leaves a sub-process",
                        List.of("check-figures.bpmn"),
                        Map.of("figures", 3),
                        "TooFew",
                        "Few",
                        "TellFew",
                        "EndFew"),
                model("no error", List.of("check-figures.bpmn"), Map.of("figures", 30), "Checked", "End"),
                model(
                        "annotations, groups, lanes, data, colours and HTML in the documentation",
                        List.of("well-explained.bpmn"),
                        Map.of(),
                        "Tell",
                        "End"),
                model(
                        "a milestone, and link events",
                        List.of("over-two-pages.bpmn"),
                        Map.of(),
                        "Milestone",
                        "Tell",
                        "End"),
                model(
                        "whatever comes first",
                        List.of("whichever-first.bpmn"),
                        Map.of("late", false),
                        "Day",
                        "TellDay",
                        "End"),
                model(
                        "the other thing comes first",
                        List.of("whichever-first.bpmn"),
                        Map.of("late", true),
                        "Late",
                        "TellLate",
                        "EndLate"),
                model(
                        "several ways at once, and a shipped table",
                        List.of("whom-it-concerns.bpmn"),
                        Map.of("urgent", true, "large", true),
                        "TellBolton",
                        "TellSalford",
                        "Deadline",
                        "Due",
                        "End"));
    }

    private static Arguments model(String what, List<String> files, Map<String, Object> takes, String... steps) {
        return Arguments.of(what, files, takes, List.of(steps));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void passesAndRunsToItsEnd(String what, List<String> files, Map<String, Object> takes, List<String> steps)
            throws IOException {
        deploy(files);
        var reference = projects.propose(
                ProjectFixture.proposal("What an owner draws"), ProjectFixture.leadOf(new OrganisationCode("salford")));
        String key = files.stream()
                .filter(file -> file.endsWith(".bpmn"))
                .findFirst()
                .orElseThrow()
                .replace(".bpmn", "");

        String process =
                runtime.startProcessInstanceByKey(key, reference.value(), takes).getId();
        for (int round = 0; round < MOST_ROUNDS && isOpen(process); round++) {
            next(reference.value()).forEach(job -> management.executeJob(job.getId()));
        }

        assertThat(isOpen(process)).as("still open").isFalse();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(process)
                        .finished()
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsAll(steps)
                .doesNotContainAnyElementsOf(
                        steps.contains("EndFew") || steps.contains("EndLate") ? List.of("End") : List.of("EndLate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            over-two-pages.bpmn  | id="LinkCaught" name="second page" | id="LinkCaught" name="third page" | GoOn     | links to “second page”, which is not here
            over-two-pages.bpmn  | sourceRef="ComesIn" targetRef="Tell" | sourceRef="ComesIn" targetRef="Milestone" | ComesIn | lead back to the beginning
            check-figures.bpmn   | sourceRef="Few" targetRef="TellFew" | sourceRef="Few" targetRef="Check" | Check | lead back to the beginning
            check-figures.bpmn   | errorCode="too-few" | | TooFew | an error has a code
            check-figures.bpmn   | id="Thrown" errorRef="Error_TooFew" | id="Thrown" | TooFew | an error has a code
            check-figures.bpmn   | attachedToRef="Check" | attachedToRef="TellFew" | Few | only a sub-process or a called process
            check-figures.bpmn   | <bpmn:errorEventDefinition id="Thrown" errorRef="Error_TooFew"/> | | Few | can never happen
            whichever-first.bpmn | <bpmn:conditionalEventDefinition id="Cond"> | <bpmn:signalEventDefinition id="S"/><bpmn:conditionalEventDefinition id="Cond"> | S | a signal would reach all projects
            tell-two-sides.bpmn  | <bpmn:parallelGateway id="Join"> | <bpmn:exclusiveGateway id="Other"/><bpmn:parallelGateway id="Join"><bpmn:extensionElements/> | Other | it is not drawn
            weekly-word.bpmn     | P7D | PT0S | Week | is none at all
            """)
    void refusesTheSameWhenItIsBroken(String file, String from, String to, String element, String rule)
            throws IOException {
        String content = Files.readString(MODELS.resolve(file));
        assertThat(content).contains(from);

        var answer = Visitor.program(port, "owner")
                .deploy("Broken", Map.of(file, content.replace(from, to == null ? "" : to)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .startsWith(file + " was not deployed: ")
                .contains(element, rule);
    }

    private void deploy(List<String> files) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String file : files) {
            contents.put(file, Files.readString(MODELS.resolve(file)));
        }
        var answer = Visitor.program(port, "owner").deploy("Reasonable", contents);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        deployment = Visitor.parse(answer).get("id").textValue();
    }

    private boolean isOpen(String process) {
        return runtime.createProcessInstanceQuery().processInstanceId(process).count() > 0;
    }

    /** What can be done now; otherwise the time that comes next. */
    private List<Job> next(String reference) {
        List<Job> jobs = runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(one -> management.createJobQuery().processInstanceId(one.getId()).list().stream())
                .toList();
        List<Job> now =
                jobs.stream().filter(job -> job.getDuedate() == null).limit(1).toList();
        return now.isEmpty()
                ? jobs.stream()
                        .filter(job -> job.getDuedate() != null)
                        .sorted(Comparator.comparing(Job::getDuedate))
                        .limit(1)
                        .toList()
                : now;
    }
}
