package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.organisation.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner's decision costs in round trips to the database: as much whatever the number of partners. */
@DemoApplication
class RoundTripsIntegrationTests {

    /** Whoever needs more has found out why, and says so in {@code src/docs/benchmark.md}. */
    private static final int REVIEW = 45;

    private static final int SIGNATURE = 45;

    /** With ten texts. */
    private static final int ARRANGEMENTS = 56;

    /** How the engine batches its rows depends on the order of their ids. */
    private static final int BATCHES = 4;

    private static final String LEAD = "lead.manchester";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Test
    void aPartnersDecisionCostsTheSameWithThreePartnersAndWithTwelve() {
        var ofThree = decisions(2);
        var ofTwelve = decisions(11);

        assertThat(most(ofTwelve.reviews()))
                .isBetween(most(ofThree.reviews()) - BATCHES, most(ofThree.reviews()) + BATCHES)
                .isLessThanOrEqualTo(REVIEW);
        assertThat(most(ofTwelve.signatures()))
                .isBetween(most(ofThree.signatures()) - BATCHES, most(ofThree.signatures()) + BATCHES)
                .isLessThanOrEqualTo(SIGNATURE);
    }

    @Test
    void theAnswersOfAFormCostOneWayHoweverManyTheyAre() {
        var journey = new JourneyDriver(engine);
        var project = describedIn(journey, List.of("bolton"));
        var task = journey.task(project, "Task_AgreeArrangements");

        var ways = journey.as(
                LEAD, () -> RoundTrips.of(() -> engine.getFormService().submitTaskForm(task.getId(), arrangements())));

        assertThat(ways)
                .filteredOn(way -> way.startsWith("insert into answer "))
                .hasSize(1);
        assertThat(ways).as("%s", ways).hasSizeLessThanOrEqualTo(ARRANGEMENTS);
    }

    private static int most(List<List<String>> decisions) {
        return decisions.stream().mapToInt(List::size).max().orElseThrow();
    }

    private record Decisions(List<List<String>> reviews, List<List<String>> signatures) {}

    /** All partners but the lead's decide, so that the last one is among them. */
    private Decisions decisions(int others) {
        var people = new TestPeople(engine.getIdentityService(), directory);
        var asked = people.inventedPartners(others);
        var journey = new JourneyDriver(engine);
        var project = sentOut(journey, asked);
        var reviews = new ArrayList<List<String>>();
        var signatures = new ArrayList<List<String>>();
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("sign"));
        journey.complete(project, "manchester", "Task_SignAgreement", "signatory.manchester", signature("sign"));
        for (var partner : asked) {
            reviews.add(roundTrips(journey, project, partner, "Task_ReviewAgreement", "ig.", review("sign")));
        }
        journey.runJobs();
        for (var partner : asked) {
            signatures.add(
                    roundTrips(journey, project, partner, "Task_SignAgreement", "signatory.", signature("sign")));
        }
        journey.runJobs();
        assertThat(journey.hasEnded(project)).isTrue();
        return new Decisions(reviews, signatures);
    }

    private List<String> roundTrips(
            JourneyDriver journey,
            String project,
            String partner,
            String step,
            String role,
            Map<String, Object> answers) {
        var task = journey.task(project, partner, step);
        return journey.as(
                role + partner,
                () -> RoundTrips.of(() -> engine.getFormService().submitTaskForm(task.getId(), answers)));
    }

    private static String sentOut(JourneyDriver journey, List<String> asked) {
        var project = describedIn(journey, asked);
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        return project;
    }

    private static String describedIn(JourneyDriver journey, List<String> asked) {
        var project = journey.start(LEAD, proposal("Help before eviction"));
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), asked));
        journey.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), asked))));
        return project;
    }
}
