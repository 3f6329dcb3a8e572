package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.directory.MissingOrganisation;
import gm.sharing.directory.MissingOrganisations;
import gm.sharing.directory.MissingOutcome;
import gm.sharing.journey.OpenTask;
import gm.sharing.journey.OpenTasks;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks every path of missing-organisation; the class fails when a step or a flow of it was never reached. */
@EveryWay
class MissingOrganisationIntegrationTests {

    private static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    private static final String LEAD = "lead.manchester";
    private static final String TASK = "Task_AnswerMissingOrganisation";

    private static final String HOW_LONG = "href=\"/handbook/deadlines#how-long\"";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ShownNames SHOWN = new ShownNames("missing-organisation");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    MissingOrganisations missing;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    AuditTrail events;

    @Autowired
    JdbcTemplate database;

    JourneyDriver journey;

    ProjectReference reference;

    String project;

    String school;

    @BeforeEach
    void aLeadMissesASchool() {
        EveryWay.Everything.countOnly(engine, SHOWN.models());
        journey = new JourneyDriver(engine, SHOWN);
        new TestPeople(engine.getIdentityService(), directory).lead("manchester");
        school = "Harbour School " + COUNT.incrementAndGet();
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), ProjectFixture.leadOf(MANCHESTER));
        project = reference.value();
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Test
    void tellsTheLeadThatTheOrganisationIsAddedAfterAReminderAndAnEscalation() {
        asked(school);
        assertThat(openTasks.of(reference))
                .extracting(OpenTask::name, OpenTask::waitsFor)
                .containsExactly(tuple("Add an organisation that a lead misses", "Administrator"));
        var task = journey.task(project, TASK);
        assertThat(task.getDueDate()).isNotNull();
        assertThat(engine.getTaskService().getVariable(task.getId(), "brief")).isEqualTo(school);

        journey.fire(project, "Timer_AnswerReminder");
        assertThat(told("Send_RemindAdministrators")).containsExactly("admin");
        journey.fire(project, "Timer_AnswerDue");
        assertThat(told("Send_TellAnswerOverdue")).contains("admin", LEAD).hasSizeGreaterThanOrEqualTo(2);
        var code = inTheDirectory(school);
        journey.complete(project, TASK, "admin", Map.of("missingOutcome", "added", "organisation", code));

        assertThat(told("Send_TellAdded")).containsExactly(LEAD);
        assertThat(words("Send_TellAdded"))
                .contains("It is in the directory now as " + school + ".", "Name the partners");
        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(settled()).satisfies(one -> {
            assertThat(one.outcome()).contains(MissingOutcome.ADDED);
            assertThat(one.organisation()).contains(new OrganisationCode(code));
            assertThat(one.settled()).map(By::person).contains("admin");
        });
        assertThat(events.of(project))
                .extracting(Event::type, Event::who, Event::forWhom)
                .endsWith(
                        tuple("organisation.asked-for", LEAD, MANCHESTER),
                        tuple("organisation.asked-for-answered", "admin", MANCHESTER));
    }

    @Test
    void saysBesideTheQuestionHowLongThereIsAndWhatTheModelDoesWhenItIsLate() {
        asked(school);
        var admin = Visitor.signedIn(port, "admin");
        var task = journey.task(project, TASK).getId();

        assertThat(admin.get("/tasks/" + task).body())
                .containsSubsequence(
                        "If you are late: on that day, the lead, the Information Board and the administrators of",
                        "Help with this task",
                        "What happens when it is late",
                        "After 3 working days, the administrators of the service get a reminder.",
                        "On the day it is due, the lead")
                .contains(HOW_LONG);
        for (var page : List.of("/work", "/projects/" + project, "/projects/" + project + "/steps")) {
            assertThat(admin.get(page).body()).as(page).contains(HOW_LONG);
        }
        assertThat(admin.get("/handbook/deadlines").body())
                .contains("id=\"how-long\"", "How long do I have to review or sign?");
    }

    @Test
    void tellsTheLeadUnderWhichNameTheOrganisationWasThereAlready() {
        asked(school);
        var code = inTheDirectory("Academy of the Harbour " + school);

        journey.complete(project, TASK, "admin", Map.of("missingOutcome", "there-already", "organisation", code));

        assertThat(told("Send_TellThere")).containsExactly(LEAD);
        assertThat(words("Send_TellThere")).contains("It was in the directory already, as Academy of the Harbour");
        assertThat(settled().outcome()).contains(MissingOutcome.THERE_ALREADY);
    }

    @Test
    void tellsTheLeadThatTheOrganisationIsNotAddedAndKeepsTheReasonOnRecord() {
        asked(school + " {version}");

        journey.complete(
                project,
                TASK,
                "admin",
                Map.of("missingOutcome", "not-added", "reason", "Its council, Bolton Council, signs for it."));

        assertThat(told("Send_TellNotAdded")).containsExactly(LEAD);
        assertThat(words("Send_TellNotAdded")).contains("You asked for " + school + " (version) for");
        assertThat(settled().answer()).contains("Its council, Bolton Council, signs for it.");
        assertThat(settled().organisation()).isEmpty();
        assertThat(events.of(project))
                .last()
                .extracting(Event::what)
                .isEqualTo(school
                        + " {version} was asked for, and was not added: Its council, Bolton Council, signs for it.");
    }

    @Test
    void refusesTheWrongPersonAndAnswersThatSayNothing() {
        asked(school);
        var code = inTheDirectory(school);
        for (var other : List.of(LEAD, "ig.bolton", "admin.bolton", "board", "owner")) {
            assertThatThrownBy(() -> journey.complete(
                            project, TASK, other, Map.of("missingOutcome", "added", "organisation", code)))
                    .as(other)
                    .hasMessageContaining("You may not do this");
        }

        assertRefused(Map.of(), "What came of it? Must be filled in");
        assertRefused(Map.of("missingOutcome", "perhaps"), "Is not among the possible answers");
        assertRefused(Map.of("missingOutcome", "added"), "Its code in the directory");
        assertRefused(Map.of("missingOutcome", "added", "organisation", "atlantis"), "Add the organisation first");
        assertRefused(Map.of("missingOutcome", "there-already", "organisation", "Bolton Council"), "give the code");
        assertRefused(Map.of("missingOutcome", "not-added"), "Why is it not added?");
        assertRefused(Map.of("missingOutcome", "not-added", "reason", " "), "Why is it not added?");
        assertThat(missing.of(reference)).singleElement().satisfies(one -> assertThat(one.outcome())
                .isEmpty());
    }

    @Test
    void goesOnWhenTheProjectIsWithdrawnAndAsksForNothingMore() {
        project = journey.start(LEAD, Answers.proposal("Plans that end"));
        reference = new ProjectReference(project);
        asked(school);

        ends.withdraw(reference, "The funding ended.", ProjectFixture.leadOf(MANCHESTER));

        assertThat(journey.openTasks(project)).containsExactly(TASK);
        assertThatThrownBy(() -> asked("Another " + school)).hasMessageContaining("The project has ended");
        journey.complete(
                project, TASK, "admin", Map.of("missingOutcome", "added", "organisation", inTheDirectory(school)));
        assertThat(told("Send_TellAdded")).containsExactly(LEAD);
    }

    private void assertRefused(Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> journey.complete(project, TASK, "admin", answers))
                .hasMessageContaining(message);
    }

    private void asked(String name) {
        missing.ask(
                reference,
                Map.of(
                        "missing-name", List.of(name),
                        "sector", List.of("OTHER"),
                        "missing-why", List.of("It sends attendance."),
                        "missing-email", List.of("office@harbour.example"),
                        "missing-place", List.of("https://harbour.example")),
                ProjectFixture.leadOf(MANCHESTER));
    }

    private String inTheDirectory(String name) {
        var code = "missed" + COUNT.incrementAndGet();
        directory.add(Organisation.legalEntity(new OrganisationCode(code), name, Sector.OTHER));
        return code;
    }

    private MissingOrganisation settled() {
        return missing.of(reference).get(0);
    }

    private List<String> told(String send) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like '" + send + ":%'",
                String.class,
                project);
    }

    private String words(String send) {
        return database.queryForObject(
                "select body from notice where reference = ? and about like '" + send + ":%'", String.class, project);
    }
}
