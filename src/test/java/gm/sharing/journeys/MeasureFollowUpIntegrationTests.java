package gm.sharing.journeys;

import static gm.sharing.dpia.RiskFixture.promised;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Risk;
import gm.sharing.journey.OpenTask;
import gm.sharing.journey.OpenTasks;
import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureStatus;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.ShownNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks every path of measure-follow-up; the class fails when a step or a flow of it was never reached. */
@EveryWay
class MeasureFollowUpIntegrationTests {

    private static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    private static final String LEAD = "lead.manchester";
    private static final LocalDate DUE = LocalDate.now().plusMonths(3);
    private static final Map<String, Object> IN_PLACE =
            Map.of("inPlace", "true", "evidence", "The test of 3 May, page 4.");

    private static final ShownNames SHOWN = new ShownNames("measure-follow-up");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    Measures measures;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    AuditTrail events;

    @Autowired
    JdbcTemplate database;

    JourneyDriver journey;

    ProjectReference reference;

    String project;

    @BeforeEach
    void describedProject() {
        journey = new JourneyDriver(engine, SHOWN);
        var accounts = new TestPeople(engine.getIdentityService(), directory);
        accounts.lead("manchester");
        List.of("manchester", "bolton", "bury").forEach(accounts::staff);
        var lead = ProjectFixture.leadOf(MANCHESTER);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), lead);
        projects.describeNeeds(reference, ProjectFixture.needs(), lead);
        projects.namePartners(
                reference, ProjectFixture.partners(MANCHESTER, ProjectFixture.BOLTON, ProjectFixture.BURY), lead);
        project = reference.value();
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Test
    void endsWhenTheLeadConfirmsTheMeasureAfterAReminder() {
        approved(promised(0, "A person checks every match.", "lead", DUE));

        journey.fire(project, "Timer_MeasureReminder");
        assertThat(told("Send_RemindOwner")).containsExactly(LEAD);
        journey.complete(project, "Task_ConfirmMeasure_Lead", LEAD, IN_PLACE);

        assertThat(measure()).satisfies(measure -> {
            assertThat(measure.status()).isEqualTo(MeasureStatus.IN_PLACE);
            assertThat(measure.evidence()).contains("The test of 3 May, page 4.");
            assertThat(measure.settled().orElseThrow().person()).isEqualTo(LEAD);
        });
        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(events.of(project)).extracting(Event::type).endsWith("measure.in-place");
    }

    @Test
    void goesOnWithANewDateAndTellsTheOwnerAndThenTheDataProtectionOfficerWhenItIsOverdue() {
        approved(promised(0, "Access by named staff, logged.", "ig-bolton", DUE));
        assertThat(openTasks.of(reference))
                .extracting(OpenTask::name, OpenTask::waitsFor)
                .containsExactly(tuple("Confirm the measure", "IG officer, Bolton Council"));
        var task = journey.task(project, "Task_ConfirmMeasure");
        assertThat(task.getPriority()).isLessThan(Task.PRIORITY_NORMAL);
        assertThat(engine.getTaskService().getVariable(task.getId(), "brief"))
                .isEqualTo("Risk R1: Access by named staff, logged.");

        journey.fire(project, "Timer_MeasureReminder");
        assertThat(told("Send_RemindOwner")).containsExactlyInAnyOrder("ig.bolton", "ig2.bolton", LEAD);
        journey.fire(project, "Timer_MeasureDue");
        assertThat(told("Send_TellOverdue")).containsExactlyInAnyOrder("ig.bolton", "ig2.bolton", LEAD);
        journey.fire(project, "Timer_MeasureOverdue");
        assertThat(told("Send_TellLongOverdue"))
                .containsExactlyInAnyOrder("dpo.manchester", "ig.bolton", "ig2.bolton", LEAD);

        LocalDate later = DUE.plusMonths(1);
        journey.complete(
                project,
                "Task_ConfirmMeasure",
                "ig.bolton",
                Map.of("inPlace", "false", "newDate", later.toString(), "reason", "The supplier is late."));

        assertThat(told("Send_TellPutOff")).containsExactlyInAnyOrder("dpo.manchester", LEAD);
        assertThat(measure().due()).contains(later);
        assertThat(measure().delayReason()).contains("The supplier is late.");
        assertThat(journey.task(project, "Task_ConfirmMeasure").getDueDate())
                .hasSameTimeAs(new WorkingDays(Set::of).endOf(later));
        journey.complete(project, "Task_ConfirmMeasure", "ig.bolton", IN_PLACE);
        assertThat(journey.hasEnded(project)).isTrue();
    }

    @Test
    void refusesTheWrongPersonAndAnswersThatSayNothing() {
        approved(promised(0, "Access by named staff, logged.", "ig-bolton", DUE));

        assertThatThrownBy(() -> journey.complete(project, "Task_ConfirmMeasure", "ig.bury", IN_PLACE))
                .hasMessageContaining("You may not do this");
        assertRefused(Map.of(), "Is the measure in place? Must be filled in");
        assertRefused(Map.of("inPlace", "perhaps"), "Is the measure in place? Is not among the possible answers");
        assertRefused(Map.of("inPlace", "true"), "What is the evidence?");
        assertRefused(Map.of("inPlace", "true", "evidence", "x".repeat(30_001)), "What is the evidence? Is too long");
        var putOff = Map.<String, Object>of("inPlace", "false", "newDate", DUE.toString(), "reason", "Late.");
        assertRefused(with(putOff, "newDate", LocalDate.now().toString()), "New date: choose a day after today.");
        assertRefused(with(putOff, "newDate", "soon"), "New date");
        assertRefused(with(putOff, "reason", " "), "Why not yet?");
        assertRefused(with(putOff, "status", "IN_PLACE"), "This form has no field “status”");
        assertThat(measure().isOpen()).isTrue();
    }

    private void assertRefused(Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> journey.complete(project, "Task_ConfirmMeasure", "ig.bolton", answers))
                .hasMessageContaining(message);
    }

    @Test
    void followsUpOnlyWhatIsStillPromisedWhenTheAssessmentIsApprovedAgain() {
        approved(
                promised(0, "Stays as it is.", "ig-bolton", DUE),
                promised(0, "Goes.", "ig-bury", DUE),
                promised(0, "Changes hands.", "ig-bury", DUE),
                promised(0, "Is in place.", "lead", DUE));
        journey.complete(project, "Task_ConfirmMeasure_Lead", LEAD, IN_PLACE);
        String kept = journey.as("admin", () -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project)
                .taskCandidateGroup("ig-bolton")
                .singleResult()
                .getId());

        AssessedProjects.approveAgain(
                dpias,
                reference,
                List.of(
                        promised(1, "Stays as it is.", "ig-bolton", DUE),
                        promised(3, "Changes hands.", "signatory-bury", DUE),
                        promised(4, "Is in place.", "lead", DUE),
                        promised(0, "Is new.", "lead", DUE)));
        measures.promise(reference);
        measures.followUp(reference);

        assertThat(measures.of(reference))
                .extracting(Measure::what, Measure::ownerName, Measure::status)
                .containsExactly(
                        tuple("Stays as it is.", "IG officer, Bolton Council", MeasureStatus.OPEN),
                        tuple("Goes.", "IG officer, Bury Council", MeasureStatus.DROPPED),
                        tuple("Changes hands.", "Signatory, Bury Council", MeasureStatus.OPEN),
                        tuple("Is in place.", "Project lead", MeasureStatus.IN_PLACE),
                        tuple("Is new.", "Project lead", MeasureStatus.OPEN));
        assertThat(journey.openTasks(project))
                .containsExactly("Task_ConfirmMeasure", "Task_ConfirmMeasure", "Task_ConfirmMeasure_Lead");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(kept)
                        .taskCandidateGroup("ig-bolton")
                        .count())
                .isEqualTo(1);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(project)
                        .taskCandidateGroup("signatory-bury")
                        .count())
                .isEqualTo(1);
        measures.end(reference);
        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(measures.of(reference)).noneMatch(Measure::isOpen);
    }

    private void approved(Risk... risks) {
        AssessedProjects.approve(dpias, reference, List.of(risks));
        measures.promise(reference);
        assertThat(openTasks.of(reference)).isEmpty();
        measures.followUp(reference);
    }

    private Measure measure() {
        return measures.of(reference).get(0);
    }

    private List<String> told(String send) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like '" + send + ":%'",
                String.class,
                project);
    }
}
