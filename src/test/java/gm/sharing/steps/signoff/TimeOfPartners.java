package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;

import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A review of two partners in the real engine whose clock moves. */
abstract class TimeOfPartners {

    static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    static final LocalTime END_OF_DAY = LocalTime.of(17, 0);
    static final String LEAD = "lead.manchester";

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    People people;

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

    /** Of Bury's sign-offs in this test. */
    final Set<String> instances = new HashSet<>();

    final List<ProjectReference> opened = new ArrayList<>();

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

    static Map<String, Object> question() {
        return Map.of("decision", "ask", "question", "Which system is meant?");
    }

    /** Enters the process where a draft goes to the partners. */
    ProjectReference open(String urgency) {
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

    static SignOffId buryIn(ProjectReference reference) {
        return new SignOffId(reference, 1, BURY);
    }

    Person person(String id) {
        return people.find(id).orElseThrow();
    }

    static void itIs(LocalDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.atZone(ENGLAND).toInstant()));
    }

    /** Fires every timer of Bury's sign-offs at its moment; those whose moment has passed fire now. */
    void letTimePassUntil(LocalDateTime end) {
        for (var next = nextTimer(end); next.isPresent(); next = nextTimer(end)) {
            var due = next.get().getDuedate();
            if (due.after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(due);
            }
            jobs.executeJob(next.get().getId());
        }
        itIs(end);
    }

    Optional<Job> nextTimer(LocalDateTime end) {
        return instances.stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).timers().list().stream())
                .filter(job -> !job.getDuedate()
                        .toInstant()
                        .isAfter(end.atZone(ENGLAND).toInstant()))
                .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()));
    }

    Task task(ProjectReference reference, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(element)
                .processVariableValueEquals("partner", BURY.value())
                .singleResult();
    }

    void submit(String person, Task task, Map<String, Object> answers) {
        as(person, () -> forms.submitTaskForm(task.getId(), new HashMap<>(answers)));
        goOn(task.getProcessInstanceId());
    }

    /** What follows a decision is left to the job executor. */
    void goOn(String instance) {
        jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    void as(String person, Runnable work) {
        identity.setAuthentication(person, List.copyOf(person(person).groups()));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    List<String> recipients(ProjectReference reference, String sendTask) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like ? and body like '%Bury Council%'",
                String.class, reference.value(), sendTask + ":%");
    }

    static Instant moment(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(ENGLAND).toInstant();
    }
}
