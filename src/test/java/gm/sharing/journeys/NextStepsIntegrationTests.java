package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectReference;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist says when a task is completed. */
@DemoApplication
class NextStepsIntegrationTests {

    private static final String LEAD = "lead.salford";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    ProjectEnds ends;

    @Test
    void saysWhatTheProjectWaitsForToWhoeverMaySeeIt() {
        var journey = new JourneyDriver(engine);
        var project = journey.start(LEAD, proposal("What comes next"));
        var task = journey.task(project, "Task_DescribeNeeds").getId();
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());

        assertThat(next(LEAD, task)).contains("Next: “Name the partners”, which is yours.", "true");
        assertThat(next("ig.salford", task))
                .contains("Next: “Name the partners” waits for Project lead, Salford City Council.");
        for (var other : List.of("ig.bury", "lead.manchester", "ethics")) {
            assertThat(Visitor.signedIn(port, other).getJson(path(task)).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(Visitor.signedIn(port, LEAD).getJson(path("nothing")).statusCode())
                .isEqualTo(404);

        ends.withdraw(
                new ProjectReference(project),
                "The need has gone.",
                people.find(LEAD).orElseThrow());

        assertThat(next(LEAD, task))
                .contains(
                        "There are no open tasks that you can see in this project. Its status is: Withdrawn.", "false");
    }

    @Test
    void saysThatTheNextStepIsBeingPreparedWhileTheProgramIsAtIt() {
        var journey = new JourneyDriver(engine);
        var project = journey.start(LEAD, proposal("Being prepared"));
        var task = journey.task(project, "Task_DescribeNeeds");
        journey.submit(task, LEAD, needs());
        engine.getRuntimeService()
                .createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity("Service_DraftAgreement")
                .cancelAllForActivity("Task_NamePartners")
                .execute();

        assertThat(next(LEAD, task.getId()))
                .contains("The next step is being prepared.", "false")
                .doesNotContain("no open tasks");

        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .messages()
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 0);

        assertThat(next(LEAD, task.getId()))
                .as("once it is given up")
                .contains("no open tasks that you can see")
                .doesNotContain("being prepared");
        // Nobody else's test is to find what failed.
        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "tried");
    }

    @Test
    void saysThatNothingWaitsWhileNothingHasCome() {
        var journey = new JourneyDriver(engine);
        var project = journey.start(LEAD, proposal("Nothing yet"));
        var task = journey.task(project, "Task_DescribeNeeds").getId();

        assertThat(next(LEAD, task))
                .as("but for the task itself")
                .contains(
                        "There are no open tasks that you can see in this project. Its status is: The lead is describing it.",
                        "false");
    }

    private String next(String person, String task) {
        return Visitor.signedIn(port, person).getJson(path(task)).body();
    }

    private static String path(String task) {
        return "/tasks/" + task + "/next";
    }
}
