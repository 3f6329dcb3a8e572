package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.withoutDpia;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** A project of the demonstration's people that Bolton Council can sign. */
public final class Signable {

    private Signable() {}

    /** Returns the project's reference. */
    public static String byBolton(ProcessEngine engine, String title) {
        var journey = new JourneyDriver(engine);
        var lead = "lead.manchester";
        var project = journey.start(lead, proposal(title));
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("manchester"), List.of("bolton")));
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        journey.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        journey.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));
        return project;
    }

    /** The task that waits for Bolton Council's signature. */
    public static String task(ProcessEngine engine, String project) {
        return new JourneyDriver(engine)
                .task(project, "bolton", "Task_SignAgreement")
                .getId();
    }
}
