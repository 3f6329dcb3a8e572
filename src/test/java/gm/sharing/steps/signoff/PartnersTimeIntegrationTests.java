package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gm.sharing.PagesApplication;
import gm.sharing.absence.Absences;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The time of partners in the real engine: the clock moves, and each timer fires at its moment, or late after an outage. Bank
 * holidays are those that the government published for England and Wales.
 */
@PagesApplication
class PartnersTimeIntegrationTests {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);
    private static final String LEAD = "lead.manchester";

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Deadlines deadlines;

    @Autowired
    PartnersQuestions questions;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    AuditTrail events;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc web;

    /** Of Bury's sign-offs in this test. */
    private final Set<String> instances = new HashSet<>();

    private final List<ProjectReference> opened = new ArrayList<>();

    /** One notice that somebody got, or something that was written into the record, at its moment. */
    private record Happening(String what, LocalDateTime at) {}

    @AfterEach
    void letTimeRun() {
        identity.clearAuthentication();
        ClockUtil.reset();
        opened.forEach(reference -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "The test is over")));
    }

    @Test
    void keepsEveryDeadlineOfAYearWithItsBankHolidays() {
        var year = List.of(
                // Boxing Day 2020 is a Saturday: Monday 28 December is a bank holiday.
                year("2020-12-07", "normal", "2020-12-16", "2020-12-30", "2021-01-07", "2021-01-14", "2021-01-21"),
                year("2020-12-14", "urgent", "2020-12-15", "2020-12-17", "2020-12-24", "2021-01-05", "2021-01-12"),
                year("2020-12-23", "urgent", "2020-12-24", "2020-12-30", "2021-01-07", "2021-01-14", "2021-01-21"),
                year("2020-12-30", "urgent", "2020-12-31", "2021-01-05", "2021-01-12", "2021-01-19", "2021-01-26"),
                // Good Friday is 2 April 2021.
                year("2021-03-15", "normal", "2021-03-24", "2021-04-07", "2021-04-14", "2021-04-21", "2021-04-28"),
                year("2021-03-31", "urgent", "2021-04-01", "2021-04-07", "2021-04-14", "2021-04-21", "2021-04-28"),
                // Mondays 3 and 31 May.
                year("2021-04-19", "normal", "2021-04-28", "2021-05-11", "2021-05-18", "2021-05-25", "2021-06-02"),
                year("2021-04-29", "urgent", "2021-04-30", "2021-05-05", "2021-05-12", "2021-05-19", "2021-05-26"),
                year("2021-05-17", "normal", "2021-05-26", "2021-06-08", "2021-06-15", "2021-06-22", "2021-06-29"),
                // Monday 30 August.
                year("2021-07-19", "normal", "2021-07-28", "2021-08-09", "2021-08-16", "2021-08-23", "2021-08-31"),
                year("2021-08-16", "normal", "2021-08-25", "2021-09-07", "2021-09-14", "2021-09-21", "2021-09-28"),
                year("2021-08-26", "urgent", "2021-08-27", "2021-09-01", "2021-09-08", "2021-09-15", "2021-09-22"),
                // The clocks go back on 31 October.
                year("2021-10-18", "normal", "2021-10-27", "2021-11-08", "2021-11-15", "2021-11-22", "2021-11-29"),
                // Christmas is on a weekend: Monday 27, Tuesday 28 December and Monday 3 January.
                year("2021-12-06", "normal", "2021-12-15", "2021-12-29", "2022-01-06", "2022-01-13", "2022-01-20"),
                year("2021-12-23", "urgent", "2021-12-24", "2021-12-30", "2022-01-07", "2022-01-14", "2022-01-21"));
        Map<Expected, ProjectReference> projects = new LinkedHashMap<>();

        for (var expected : year) {
            letTimePassUntil(expected.opened().atTime(MORNING));
            var reference = open(expected.urgency());
            projects.put(expected, reference);
            assertThat(signOffs.get(buryIn(reference)).clock().due())
                    .as("asked on " + expected.opened())
                    .isEqualTo(moment(expected.due()));
            assertThat(task(reference, "Task_ReviewAgreement").getDueDate()).isEqualTo(moment(expected.due()));
        }
        letTimePassUntil(LocalDateTime.parse("2022-02-01T09:00"));

        projects.forEach((expected, reference) -> {
            assertThat(told(reference))
                    .as("asked on %s, %s", expected.opened(), expected.urgency())
                    .containsExactly(
                            at("Send_Reminder", expected.reminder()),
                            at("Send_Escalation", expected.due()),
                            at("Send_BoardReminder", expected.boardReminder()),
                            at("Send_BoardEscalation", expected.boardDue()));
            assertThat(recorded(reference))
                    .containsExactly(
                            at("signoff.reminded", expected.reminder()),
                            at("signoff.escalated", expected.due()),
                            at("signoff.board-asked", expected.board()));
            assertThat(task(reference, "Task_DecideStalledReview").getDueDate()).isEqualTo(moment(expected.boardDue()));
            assertToldOnce(reference);
        });
    }

    @Test
    void tellsEachPersonOnceAfterAnOutageOfFiveWorkingDays() {
        letTimePassUntil(LocalDateTime.parse("2021-05-17T09:00"));
        var withTheBoardMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-05-25T09:00"));
        var dueMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-06-07T09:00"));
        var remindedMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-06-11T09:00"));
        var asking = open("urgent");
        letTimePassUntil(LocalDateTime.parse("2021-06-14T10:00"));
        var remindedAndDueMeanwhile = open("urgent");
        submit("ig.bury", task(asking, "Task_ReviewAgreement"), question());

        itIs(LocalDateTime.parse("2021-06-21T12:00"));
        letTimePassUntil(LocalDateTime.parse("2021-06-21T12:00"));

        var back = LocalDateTime.parse("2021-06-21T12:00");
        assertThat(told(remindedAndDueMeanwhile))
                .as("no reminder together with the escalation")
                .containsExactly(new Happening("Send_Escalation", back));
        assertThat(told(dueMeanwhile))
                .containsExactly(at("Send_Reminder", "2021-06-04"), new Happening("Send_Escalation", back));
        assertThat(told(remindedMeanwhile)).containsExactly(new Happening("Send_Reminder", back));
        assertThat(told(withTheBoardMeanwhile))
                .containsExactly(at("Send_Reminder", "2021-05-26"), at("Send_Escalation", "2021-06-08"));
        assertThat(told(asking)).containsExactly(new Happening("Send_QuestionOverdue", back));
        assertThat(askedTheBoard(withTheBoardMeanwhile)).contains(back);
        assertThat(Stream.of(remindedAndDueMeanwhile, dueMeanwhile, remindedMeanwhile, asking))
                .as("the Board is not asked at once")
                .allMatch(reference -> askedTheBoard(reference).isEmpty());

        itIs(LocalDateTime.parse("2021-06-21T15:00"));
        submit(LEAD, task(asking, "Task_AnswerQuestion"), Map.of("answer", "The one of the council."));
        assertThat(task(asking, "Task_ReviewAgreement").getDueDate())
                .as("the five working days of the outage do not count against the partner that waited")
                .isEqualTo(moment(LocalDate.parse("2021-06-23")));
        letTimePassUntil(LocalDateTime.parse("2021-07-09T09:00"));

        assertThat(askedTheBoard(remindedAndDueMeanwhile))
                .as("five working days after the escalation really happened")
                .contains(LocalDateTime.parse("2021-06-28T17:00"));
        assertThat(askedTheBoard(dueMeanwhile)).contains(LocalDateTime.parse("2021-06-28T17:00"));
        assertThat(askedTheBoard(remindedMeanwhile)).contains(LocalDateTime.parse("2021-07-05T17:00"));
        assertThat(told(withTheBoardMeanwhile))
                .endsWith(at("Send_BoardReminder", "2021-06-28"), at("Send_BoardEscalation", "2021-07-05"));
        assertThat(told(asking))
                .containsExactly(
                        new Happening("Send_QuestionOverdue", back),
                        at("Send_Reminder", "2021-06-21"),
                        at("Send_Escalation", "2021-06-23"),
                        at("Send_BoardReminder", "2021-07-07"));
        opened.forEach(this::assertToldOnce);
    }

    @Test
    void mutesAnEscalationForNobody() {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        var review = task(reference, "Task_ReviewAgreement");
        as("ig.bury", () -> tasks.claim(review.getId(), "ig.bury"));
        absences.note(
                "signatory.bury",
                "ig.bury",
                LocalDate.parse("2021-06-07"),
                LocalDate.parse("2021-08-31"),
                person("signatory.bury"));

        letTimePassUntil(LocalDateTime.parse("2021-07-20T09:00"));

        assertThat(recipients(reference, "Send_Reminder")).containsExactly("ig.bury");
        assertThat(recipients(reference, "Send_Escalation"))
                .as("whoever is away as well as the deputy, each once")
                .containsExactlyInAnyOrder("ig.bury", "signatory.bury", LEAD);
        assertThat(recipients(reference, "Send_BoardReminder")).containsExactly("board");
        assertThat(recipients(reference, "Send_BoardEscalation")).containsExactlyInAnyOrder("board", LEAD);
    }

    @Test
    void bringsTheTaskBackToEverybodyInTheRoleWhenWhoeverAskedIsAway() {
        itIs(LocalDateTime.parse("2021-09-06T09:00"));
        var reference = open("normal");
        submit("ig.bury", task(reference, "Task_ReviewAgreement"), question());
        absences.note(
                "ig.bury",
                "signatory.bury",
                LocalDate.parse("2021-09-06"),
                LocalDate.parse("2021-09-07"),
                person("ig.bury"));
        submit(LEAD, task(reference, "Task_AnswerQuestion"), Map.of("answer", "The one of the council."));

        var forTheDeputy = task(reference, "Task_ReviewAgreement");
        assertThat(forTheDeputy.getAssignee()).isNull();
        submit("signatory.bury", forTheDeputy, question());
        itIs(LocalDateTime.parse("2021-09-07T09:00"));
        submit(LEAD, task(reference, "Task_AnswerQuestion"), Map.of("answer", "As before."));

        assertThat(task(reference, "Task_ReviewAgreement").getAssignee())
                .as("the deputy who asked, and still is one")
                .isEqualTo("signatory.bury");
    }

    @Test
    void saysWhoHoldsEachOpenTaskAndSinceWhen() throws Exception {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        assertThat(waiting(LEAD, reference))
                .contains("Review the agreement", "IG officer, Bury Council", "7 June 2021")
                .doesNotContain("Project lead", "With ");

        var review = task(reference, "Task_ReviewAgreement");
        tasks.setAssignee(review.getId(), "ig.bury");
        assertThat(waiting(LEAD, reference))
                .contains(
                        "IG officer, Bury Council", "With " + person("ig.bury").name());

        tasks.setAssignee(review.getId(), null);
        database.update("update act_ru_task set assignee_ = 'gone.officer' where id_ = ?", review.getId());
        assertThat(waiting(LEAD, reference)).contains("nobody: the account no longer exists");
        tasks.setAssignee(review.getId(), null);

        submit("ig.bury", review, question());
        assertThat(waiting(LEAD, reference))
                .contains(
                        "Answer the question",
                        "Project lead, Manchester City Council",
                        "With " + person(LEAD).name());
    }

    private String waiting(String who, ProjectReference reference) throws Exception {
        var page = page(who, reference);
        var table = page.substring(page.indexOf("Where it stands now"));
        return table.substring(0, table.indexOf("</table>"));
    }

    @Test
    void showsQuestionsAndEveryEscalationToThoseConcernedAndToNobodyElse() throws Exception {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        submit("ig.bury", task(reference, "Task_ReviewAgreement"), question());
        assertThat(page(LEAD, reference)).contains("Answer the question", "Waits for an answer");
        var asked = task(reference, "Task_AnswerQuestion");
        for (var other : List.of("ig.bury", "ig.manchester", "signatory.bury", "lead.salford", "board", "admin")) {
            assertThatThrownBy(() -> submit(other, asked, Map.of("answer", "Any.")))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> questions.answer(buryIn(reference), "Any.", person(other)))
                    .hasMessage("Only the project's lead answers the questions of partners.");
        }
        itIs(LocalDateTime.parse("2021-06-09T09:00"));
        submit(LEAD, asked, Map.of("answer", "The one of the council."));
        letTimePassUntil(LocalDateTime.parse("2021-07-02T09:00"));
        deadlines.giveMoreTime(
                buryIn(reference), LocalDate.parse("2021-07-09"), "Its officer is on leave.", person(LEAD));
        letTimePassUntil(LocalDateTime.parse("2021-07-20T09:00"));

        var happened = List.of(
                "Which system is meant?",
                "The one of the council.",
                "Bury Council asks the lead a question about version 1.0, and its clock is stopped until it is answered",
                "The clock of Bury Council runs again: its decision about version 1.0 is due on 30 June 2021.",
                "Bury Council was reminded of version 1.0.",
                "Bury Council has not decided in time about version 1.0. The Information Board is asked on 7 July 2021.",
                "The lead gave Bury Council until 9 July 2021 to decide about version 1.0.",
                "Bury Council has not decided in time about version 1.0. The Information Board is asked on 16 July 2021.",
                "Bury Council has still not decided about version 1.0. The Information Board was asked how the project goes"
                        + " on.");
        for (var reader : List.of(LEAD, "ig.manchester", "board", "ig.bury", "signatory.bury")) {
            assertThat(page(reader, reference)).as(reader).contains(happened);
        }
        for (var reader : List.of("ig.wigan", "signatory.wigan", "admin")) {
            assertThat(happened).as(reader).noneMatch(what -> pageOf(reader, reference)
                    .contains(what));
        }
    }

    /** When each step of the clock is reached by the tables, on the days of a partner that never decides. */
    private record Expected(
            LocalDate opened,
            String urgency,
            LocalDate reminder,
            LocalDate due,
            LocalDate board,
            LocalDate boardReminder,
            LocalDate boardDue) {}

    private static Expected year(
            String opened,
            String urgency,
            String reminder,
            String due,
            String board,
            String boardReminder,
            String boardDue) {
        return new Expected(
                LocalDate.parse(opened),
                urgency,
                LocalDate.parse(reminder),
                LocalDate.parse(due),
                LocalDate.parse(board),
                LocalDate.parse(boardReminder),
                LocalDate.parse(boardDue));
    }

    private static Map<String, Object> question() {
        return Map.of("decision", "ask", "question", "Which system is meant?");
    }

    /** Enters the process where a draft goes to the partners. */
    private ProjectReference open(String urgency) {
        var title = "Time to decide " + opened.size();
        var reference = projects.propose(
                urgency.equals("urgent")
                        ? ProjectFixture.urgentProposal(title, "A child is in danger.")
                        : ProjectFixture.proposal(title),
                AgreementScenario.LEAD);
        scenario.describe(
                reference,
                ProjectFixture.needs(),
                ProjectFixture.partners(AgreementScenario.MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(AgreementScenario.MANCHESTER, BURY, WIGAN)));
        agreements.draft(reference);
        projects.drafted(reference);
        var project = runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD, "leadOrganisation", "manchester", "urgency", urgency))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        jobs.createJobQuery().processInstanceId(project.getId()).messages().list().stream()
                .map(Job::getId)
                .forEach(jobs::executeJob);
        opened.add(reference);
        instances.add(runtime.createProcessInstanceQuery()
                .processDefinitionKey("partner-sign-off")
                .processInstanceBusinessKey(reference.value())
                .variableValueEquals("partner", BURY.value())
                .singleResult()
                .getId());
        return reference;
    }

    private static SignOffId buryIn(ProjectReference reference) {
        return new SignOffId(reference, 1, BURY);
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private static void itIs(LocalDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.atZone(ENGLAND).toInstant()));
    }

    /** Fires every timer of Bury's sign-offs at its moment; those whose moment has passed fire now. */
    private void letTimePassUntil(LocalDateTime end) {
        for (var next = nextTimer(end); next.isPresent(); next = nextTimer(end)) {
            var due = next.get().getDuedate();
            if (due.after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(due);
            }
            jobs.executeJob(next.get().getId());
        }
        itIs(end);
    }

    private Optional<Job> nextTimer(LocalDateTime end) {
        return instances.stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).timers().list().stream())
                .filter(job -> !job.getDuedate()
                        .toInstant()
                        .isAfter(end.atZone(ENGLAND).toInstant()))
                .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()));
    }

    private Task task(ProjectReference reference, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(element)
                .processVariableValueEquals("partner", BURY.value())
                .singleResult();
    }

    private void submit(String person, Task task, Map<String, Object> answers) {
        as(person, () -> forms.submitTaskForm(task.getId(), new HashMap<>(answers)));
        goOn(task.getProcessInstanceId());
    }

    /** What follows a decision is left to the job executor. */
    private void goOn(String instance) {
        jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private void as(String person, Runnable work) {
        identity.setAuthentication(person, List.copyOf(person(person).groups()));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The notices about Bury's sign-off, each kind once with its moment, in their order. */
    private List<Happening> told(ProjectReference reference) {
        return database
                .query(
                        "select about, written_at from notice where reference = ? and about like 'Send_%'"
                                + " and body like '%Bury Council%' order by id",
                        (row, number) -> new Happening(
                                row.getString(1).replaceAll(":.*", ""),
                                inEngland(row.getObject(2, OffsetDateTime.class).toInstant())),
                        reference.value())
                .stream()
                .distinct()
                .toList();
    }

    private List<String> recipients(ProjectReference reference, String sendTask) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like ? and body like '%Bury Council%'",
                String.class, reference.value(), sendTask + ":%");
    }

    private void assertToldOnce(ProjectReference reference) {
        told(reference).forEach(notice -> assertThat(recipients(reference, notice.what()))
                .as(notice.what())
                .isNotEmpty()
                .doesNotHaveDuplicates());
    }

    /** What the record says about Bury's time. */
    private List<Happening> recorded(ProjectReference reference) {
        return events.of(reference.value()).stream()
                .filter(event -> BURY.equals(event.forWhom()))
                .filter(event -> event.type().startsWith("signoff."))
                .map(event -> new Happening(event.type(), inEngland(event.at())))
                .toList();
    }

    private Optional<LocalDateTime> askedTheBoard(ProjectReference reference) {
        return recorded(reference).stream()
                .filter(event -> event.what().equals("signoff.board-asked"))
                .map(Happening::at)
                .findFirst();
    }

    private static Happening at(String what, LocalDate day) {
        return new Happening(what, day.atTime(END_OF_DAY));
    }

    private static Happening at(String what, String day) {
        return at(what, LocalDate.parse(day));
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(ENGLAND).toInstant();
    }

    private static LocalDateTime inEngland(Instant moment) {
        return LocalDateTime.ofInstant(moment, ENGLAND);
    }

    private String page(String reader, ProjectReference reference) throws Exception {
        return web.perform(get("/projects/" + reference).with(user(reader)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String pageOf(String reader, ProjectReference reference) {
        try {
            return page(reader, reference);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
