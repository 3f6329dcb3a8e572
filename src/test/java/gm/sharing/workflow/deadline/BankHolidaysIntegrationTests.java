package gm.sharing.workflow.deadline;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Dates;
import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.deadline.BankHolidays;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOffId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bank holidays that an administrator adds, in the real engine, in the summer of 2021. */
@PagesApplication
class BankHolidaysIntegrationTests {

    private static final LocalDate MONDAY = LocalDate.of(2021, 6, 7);
    private static final String LEAD = "lead.manchester";

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    Deadlines deadlines;

    @Autowired
    BankHolidays bankHolidays;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    MovedDeadlines moved;

    @Autowired
    People people;

    @Autowired
    AuditTrail events;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcTemplate database;

    private final List<ProjectReference> opened = new ArrayList<>();

    @BeforeEach
    void itIsMonday() {
        itIs(MONDAY.atTime(9, 0));
    }

    @AfterEach
    void takeAllBack() {
        database.update("delete from bank_holiday");
        ClockUtil.reset();
        opened.forEach(reference -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "The test is over")));
    }

    @Test
    void countsADayNoMoreFromTheMomentItIsAdded() {
        LocalDate day = LocalDate.of(2021, 6, 9);
        assertThat(workingDays.from(MONDAY, 2)).isEqualTo(day);

        bankHolidays.add(day, "Jubilee", person("admin"));

        assertThat(workingDays.from(MONDAY, 2)).isEqualTo(day.plusDays(1));
        bankHolidays.takeBack(day, person("admin"));
        assertThat(workingDays.from(MONDAY, 2)).isEqualTo(day);
        assertThat(events.of("bank-holiday"))
                .extracting(Event::what)
                .endsWith(
                        "Wednesday 9 June 2021 is a bank holiday: Jubilee.",
                        "Wednesday 9 June 2021 is not a bank holiday: Jubilee was added by mistake.");
    }

    @Test
    void movesWhatAPartnerHasToDoAndTellsWhoeverHasTheTask() {
        var reference = signOff();
        var review = task(reference, "Task_ReviewAgreement");
        assertThat(day(review.getDueDate())).isEqualTo("2021-06-28");

        add("2021-06-23", reference);

        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate())).isEqualTo("2021-06-29");
        assertThat(Dates.on(deadlines.clockOf(bury(reference)).due())).isEqualTo("2021-06-29");
        assertThat(day(timer(reference, "Timer_SignOffReminder"))).isEqualTo("2021-06-16");
        assertThat(runtime.getVariable(review.getProcessInstanceId(), "signOffDueDay"))
                .isEqualTo("Tuesday 29 June 2021");
        assertThat(database.queryForList(
                        "select body from notice where reference = ? and about = ?",
                        String.class,
                        reference.value(),
                        "bank-holiday:2021-06-23:" + review.getId()))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body)
                        .contains(
                                "Wednesday 23 June 2021 is a bank holiday: Jubilee.",
                                "it is due on Tuesday 29 June 2021 and no longer on Monday 28 June 2021"));
        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals("deadline.moved"))
                .filteredOn(event -> BURY.equals(event.forWhom()))
                .extracting(Event::what)
                .containsExactly(
                        "Wednesday 23 June 2021 is a bank holiday (Jubilee), so what Bury Council has to do then or"
                                + " later is due one working day later: Review the agreement, now by Tuesday 29 June 2021.");
        jobs.executeJob(timerJob(reference, "Timer_SignOffReminder").getId());
        assertThat(day(timer(reference, "Timer_SignOffDue"))).isEqualTo("2021-06-29");
    }

    @Test
    void movesTheReminderWithTheDueDateAndNothingTwice() {
        var reference = signOff();

        add("2021-06-10", reference);
        add("2021-06-11", reference);
        moved.move(LocalDate.of(2021, 6, 10), instance(reference));
        moved.move(LocalDate.of(2021, 6, 11), instance(reference));

        assertThat(day(timer(reference, "Timer_SignOffReminder"))).isEqualTo("2021-06-18");
        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate())).isEqualTo("2021-06-30");
    }

    @Test
    void movesOnceForEachOfTwoDaysThatAreAddedBeforeAnythingMoved() {
        var reference = signOff();
        var admin = person("admin");
        bankHolidays.add(LocalDate.of(2021, 6, 25), "Jubilee", admin);
        bankHolidays.add(LocalDate.of(2021, 6, 28), "Jubilee", admin);
        assertThat(bankHolidays.isBeingDone(LocalDate.of(2021, 6, 28))).isTrue();

        moved.move(LocalDate.of(2021, 6, 28), instance(reference));
        moved.move(LocalDate.of(2021, 6, 25), instance(reference));

        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate())).isEqualTo("2021-06-30");
        assertThat(Dates.on(deadlines.clockOf(bury(reference)).due())).isEqualTo("2021-06-30");
    }

    /** In a year of its own, so that nothing else waits. */
    @Test
    void looksByItselfForWhatWaits() {
        itIs(LocalDateTime.parse("2045-06-05T09:00"));
        var reference = signOff();
        var due = task(reference, "Task_ReviewAgreement").getDueDate();
        var day = Dates.on(due.toInstant());
        bankHolidays.add(day, "Jubilee", person("admin"));

        new DeadlineSchedule(moved).look();

        assertThat(bankHolidays.isBeingDone(day)).isFalse();
        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate()))
                .isEqualTo(workingDays.from(day, 0).toString());
    }

    @ParameterizedTest
    @CsvSource({"2021-07-01, 2021-07-09", "2021-07-09, 2021-07-12", "2021-07-12, 2021-07-09"})
    void keepsTheDayUntilWhichALeadGaveMoreTime(String added, String due) {
        var reference = signOff();
        deadlines.giveMoreTime(
                bury(reference), LocalDate.parse("2021-07-09"), "Its officer is on leave.", person(LEAD));
        executeMessages(reference);

        add(added, reference);

        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate())).isEqualTo(due);
        assertThat(Dates.on(deadlines.clockOf(bury(reference)).due())).isEqualTo(due);
    }

    @Test
    void leavesWhatWasSetAnewSinceTheDayWasAdded() {
        var reference = signOff();
        bankHolidays.add(LocalDate.of(2021, 6, 23), "Jubilee", person("admin"));
        deadlines.giveMoreTime(
                bury(reference), LocalDate.parse("2021-07-09"), "Its officer is on leave.", person(LEAD));
        executeMessages(reference);

        moved.move(LocalDate.of(2021, 6, 23), instance(reference));

        assertThat(day(task(reference, "Task_ReviewAgreement").getDueDate())).isEqualTo("2021-07-09");
    }

    @Test
    void movesWhatIsCountedFromTheBeginningOfATask() {
        var reference = scenario.proposed("A DPIA or none");
        opened.add(reference);
        var project = runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD, "leadOrganisation", "manchester", "urgency", "normal"))
                .setVariables(Map.of("dpoDueDays", 10, "dpoReminderDays", 2))
                .startBeforeActivity("Task_ConfirmNoDpia")
                .execute();
        bankHolidays.add(LocalDate.of(2021, 6, 10), "Jubilee", person("admin"));

        moved.move(LocalDate.of(2021, 6, 10), project.getId());

        var task = tasks.createTaskQuery().processInstanceId(project.getId()).singleResult();
        assertThat(day(task.getDueDate())).isEqualTo("2021-06-22");
        assertThat(day(timer(project.getId(), "Timer_NoDpiaReminder"))).isEqualTo("2021-06-09");
        assertThat(day(timer(project.getId(), "Timer_NoDpiaDue"))).isEqualTo("2021-06-22");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-08, 2021-07-09, 2021-07-16",
        "2021-07-09, 2021-07-12, 2021-07-16",
        "2021-07-12, 2021-07-09, 2021-07-19"
    })
    void keepsTheDayOfAMeasureAndMovesWhatFollowsFromIt(String added, String due, String overdue) {
        var reference = scenario.proposed("A measure on 9 July");
        opened.add(reference);
        var followUp = runtime.startProcessInstanceByKey(
                "measure-follow-up",
                reference.value(),
                Map.of(
                        "measure",
                        1L,
                        "origin",
                        "risk R1",
                        "owner",
                        "lead",
                        "reliedOnBy",
                        "dpo-manchester",
                        "brief",
                        "Any.",
                        "beforeStart",
                        false,
                        "lead",
                        LEAD,
                        "leadOrganisation",
                        "manchester",
                        "due",
                        workingDays.endOf(LocalDate.parse("2021-07-09"))));
        bankHolidays.add(LocalDate.parse(added), "Jubilee", person("admin"));

        moved.move(LocalDate.parse(added), followUp.getId());

        var task = tasks.createTaskQuery().processInstanceId(followUp.getId()).singleResult();
        assertThat(day(task.getDueDate())).isEqualTo(due);
        assertThat(day(timer(followUp.getId(), "Timer_MeasureDue"))).isEqualTo(due);
        assertThat(day(timer(followUp.getId(), "Timer_MeasureReminder"))).isEqualTo("2021-07-02");
        assertThat(day(timer(followUp.getId(), "Timer_MeasureOverdue"))).isEqualTo(overdue);
    }

    /** Adds the day and moves what waits in Bury's sign-off. */
    private void add(String day, ProjectReference reference) {
        bankHolidays.add(LocalDate.parse(day), "Jubilee", person("admin"));
        moved.move(LocalDate.parse(day), instance(reference));
    }

    private ProjectReference signOff() {
        var reference = projects.propose(ProjectFixture.proposal("Time over a holiday"), AgreementScenario.LEAD);
        scenario.describe(
                reference,
                ProjectFixture.needs(),
                ProjectFixture.partners(AgreementScenario.MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(AgreementScenario.MANCHESTER, BURY, WIGAN)));
        agreements.draft(reference);
        projects.drafted(reference);
        opened.add(reference);
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD, "leadOrganisation", "manchester", "urgency", "normal"))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        executeMessages(reference);
        return reference;
    }

    private void executeMessages(ProjectReference reference) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).messages().list().stream())
                .map(Job::getId)
                .forEach(jobs::executeJob);
    }

    private String instance(ProjectReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("partner-sign-off")
                .processInstanceBusinessKey(reference.value())
                .variableValueEquals("partner", BURY.value())
                .singleResult()
                .getId();
    }

    private Task task(ProjectReference reference, String element) {
        return tasks.createTaskQuery()
                .processInstanceId(instance(reference))
                .taskDefinitionKey(element)
                .singleResult();
    }

    private Date timer(ProjectReference reference, String element) {
        return timerJob(reference, element).getDuedate();
    }

    private Job timerJob(ProjectReference reference, String element) {
        return timerJob(instance(reference), element);
    }

    private Date timer(String instance, String element) {
        return timerJob(instance, element).getDuedate();
    }

    private Job timerJob(String instance, String element) {
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
    }

    private static SignOffId bury(ProjectReference reference) {
        return new SignOffId(reference, 1, BURY);
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private static String day(Date moment) {
        return Dates.on(moment.toInstant()).toString();
    }

    private static void itIs(LocalDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.atZone(Dates.LONDON).toInstant()));
    }
}
