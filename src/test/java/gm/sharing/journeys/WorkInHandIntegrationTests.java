package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** For whom the Board is told that journeys wait. */
@DemoApplication
class WorkInHandIntegrationTests {

    private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Test
    void countsOpenTasksByTheRoleThatTheyWaitFor() {
        var before = of("Data protection officer", "");
        var ofPolice = of("Data protection officer", "?kind=police");
        var ofLeads = of("One named person", "");
        var driver = new JourneyDriver(engine);
        var project = driver.start("lead.salford", proposal("Work in hand"));

        assertThat(of("One named person", "").get(0)).isEqualTo(ofLeads.get(0) + 1);

        driver.complete(project, "Task_DescribeNeeds", "lead.salford", needs());
        driver.complete(project, "Task_NamePartners", "lead.salford", partners(List.of("salford"), List.of("bolton")));
        driver.complete(
                project,
                "Task_DescribeFlows",
                "lead.salford",
                flows(List.of(flow(List.of("salford"), List.of("bolton")))));
        driver.complete(project, "Task_AgreeArrangements", "lead.salford", arrangements());
        driver.complete(project, "Task_AnswerScreening", "lead.salford", nothingInScreening());
        var task = driver.task(project, "Task_ConfirmNoDpia");

        assertThat(of("Data protection officer", "")).containsExactly(before.get(0) + 1, before.get(1));
        assertThat(of("Data protection officer", "?kind=police")).isEqualTo(ofPolice);
        assertThat(of("One named person", "").get(0)).isEqualTo(ofLeads.get(0));

        task.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(4_000))));
        engine.getTaskService().saveTask(task);
        engine.getTaskService().claim(task.getId(), "dpo.salford");

        assertThat(of("Data protection officer", "")).containsExactly(before.get(0) + 1, before.get(1) + 1);

        engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());

        assertThat(of("Data protection officer", "")).isEqualTo(before);
    }

    /** How many tasks wait for the role, and how many of them are overdue. */
    private List<Integer> of(String role, String query) {
        return Visitor.signedIn(port, "board")
                .get("/insight/waiting.csv" + query)
                .body()
                .lines()
                .map(line ->
                        CELL.matcher(line).results().map(cell -> cell.group(1)).toList())
                .filter(cells -> cells.get(0).startsWith(role))
                .findFirst()
                .map(cells -> List.of(Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2))))
                .orElse(List.of(0, 0));
    }
}
