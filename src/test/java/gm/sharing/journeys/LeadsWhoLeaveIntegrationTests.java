package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.answer;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.conditions;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Visitor;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The lead of one project leaves in each of its stages, and the next one goes on where the last one stopped. */
@Tag("one-database")
class LeadsWhoLeaveIntegrationTests extends LeavingLeads {

    private static final Map<String, Object> IN_PLACE =
            Map.of("inPlace", "true", "evidence", "The test of 3 May, page 4.");

    @Autowired
    Dpias dpias;

    @Test
    void goesOnWithTheNextLeadInEachStage() {
        project = journey.start(lead, proposal("The lead leaves again and again"));
        leavesDuring("Task_DescribeNeeds");
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        leavesDuring("Task_NamePartners");
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bury")));
        leavesDuring("Task_DescribeFlows");
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("salford"), List.of("bury")))));
        leavesDuring("Task_AgreeArrangements");
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        leavesDuring("Task_AnswerScreening");
        journey.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        leavesWhileOthersWork();
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.salford",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        leavesWhileOthersWork();
        journey.complete(project, "Task_DecideNoDpia", "signatory.salford", withoutDpia());
        leavesDuring("Task_CheckDraft");
        journey.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        leavesWhileOthersWork();

        assertThat(leftTimes).isEqualTo(9);
        everyChangeWasToldAndRecorded();
        assertThat(Visitor.signedIn(port, "lead.salford")
                        .get("/projects/" + project)
                        .body())
                .contains("Ann Salford leads the project now, in the place of Bob Salford");
    }

    @Test
    void goesOnWithTheNextLeadFromTheDpiaToTheMeasures() {
        project = journey.start(lead, proposal("The lead leaves while risks are weighed"));
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bolton")));
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("salford"), List.of("bolton")))));
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        journey.complete(project, "Task_AnswerScreening", lead, harmInScreening());

        writesADpiaWithAHighRisk();
        isAdvisedAndConsultsTheCommissioner();
        isSignedAndFollowedUp();

        everyChangeWasToldAndRecorded();
        assertThat(journey.openTasks(project)).isEmpty();
    }

    private void writesADpiaWithAHighRisk() {
        assertThat(journey.openTasks(project))
                .containsExactlyInAnyOrderElementsOf(dpiaSections().keySet());
        dpiaSections().forEach((section, answers) -> {
            leavesDuring(section);
            journey.complete(project, section, lead, answers);
        });
        leavesDuring("Task_DpiaRisks");
        journey.complete(project, "Task_DpiaRisks", lead, risks("probable", "severe"));
        leavesDuring("Task_DpiaHighRisk");
        journey.complete(project, "Task_DpiaHighRisk", lead, WalkedProject.consult());
    }

    private void isAdvisedAndConsultsTheCommissioner() {
        leavesWhileOthersWork();
        journey.advise(project, "salford", advice("send-back", "scope"));
        leavesDuring("Task_DpiaScope");
        journey.complete(project, "Task_DpiaScope", lead, dpiaSections().get("Task_DpiaScope"));
        leavesWhileOthersWork();
        journey.advise(project, "salford", advice("accept"));
        var today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        leavesWhileOthersWork();
        journey.complete(project, "Task_IcoSubmit", "dpo.salford", ConsultationInTheEngine.submission(today));
        leavesWhileOthersWork();
        journey.complete(project, "Task_IcoAcceptance", "dpo.salford", ConsultationInTheEngine.accepted(today));
        leavesWhileOthersWork();
        journey.complete(project, "Task_IcoAnswer", "dpo.salford", ConsultationInTheEngine.question(today, "true"));
        leavesDuring("Task_IcoInformation");
        journey.complete(
                project,
                "Task_IcoInformation",
                lead,
                Map.of("receivedOn", today, "information", "The retention table."));
        journey.complete(project, "Task_IcoAnswer", "dpo.salford", ConsultationInTheEngine.advice("measures", today));
        leavesWhileOthersWork();
        journey.complete(
                project,
                "Task_IcoOutcome",
                "signatory.salford",
                with(ConsultationInTheEngine.outcome("go-on"), "measures", "Two people check every match."));
        leavesDuring("Task_DpiaRisks");
        journey.complete(project, "Task_DpiaRisks", lead, sameRisk());
        leavesWhileOthersWork();
        journey.advise(project, "salford", conditions("The notices name the hub."));
        leavesWhileOthersWork();
        journey.complete(project, "Task_DpiaDecide", "signatory.salford", dpiaDecision("approve"));
    }

    /** By the number under which the form shows it again. */
    private Map<String, Object> sameRisk() {
        var row = new HashMap<Object, Object>(
                (Map<?, ?>) ((List<?>) risks("probable", "severe").get("risks")).get(0));
        row.put(
                "number",
                "R"
                        + dpias.get(new ProjectReference(project))
                                .riskRegister()
                                .highRisks()
                                .get(0));
        return Map.of("risks", List.of(row));
    }

    private void isSignedAndFollowedUp() {
        leavesDuring("Task_CheckDraft");
        journey.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", question());
        leavesDuring("Task_AnswerQuestion");
        journey.complete(project, "Task_AnswerQuestion", lead, answer());
        for (var partner : List.of("salford", "bolton")) {
            var review = partner.equals("salford") ? review("sign") : with(review("sign"), "dpiaPosition", "adopt");
            journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review);
            leavesWhileOthersWork();
            journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
            journey.complete(project, partner, "Task_CountersignAgreement", "signatory2." + partner, signature("sign"));
        }
        assertThat(projects.get(new ProjectReference(project)).status())
                .as("with " + journey.openTasks(project))
                .isEqualTo(ProjectStatus.PUBLISHED);

        leavesDuring("Task_ConfirmMeasure_Lead");
        var before = leads.get(1 - leads.indexOf(lead));
        assertThatThrownBy(() -> journey.complete(project, "Task_ConfirmMeasure_Lead", before, IN_PLACE))
                .as("who led it before")
                .isInstanceOf(AuthorizationException.class);
        journey.complete(project, "Task_ConfirmMeasure_Lead", lead, IN_PLACE);
    }
}
