package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.ShownNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A consultation about a risk that stays high, and the Commissioner's letters, by the forms of its people. */
abstract class ConsultationInTheEngine {

    static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    static final String LEAD = "lead.manchester";
    static final String DPO = "dpo.manchester";
    static final String SIRO = "signatory.manchester";
    static final String SUBMIT = "Task_IcoSubmit";
    static final String ACCEPTANCE = "Task_IcoAcceptance";
    static final String ANSWER = "Task_IcoAnswer";
    static final String INFORMATION = "Task_IcoInformation";
    static final String OUTCOME = "Task_IcoOutcome";
    static final ShownNames SHOWN = new ShownNames("prior-consultation");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    PriorConsultations consultations;

    @Autowired
    AuditTrail events;

    @Autowired
    JdbcTemplate database;

    JourneyDriver journey;

    ProjectReference reference;

    String project;

    @BeforeEach
    void aRiskStaysHigh() {
        itIs("2026-06-01");
        journey = new JourneyDriver(engine, SHOWN);
        var accounts = new TestPeople(engine.getIdentityService(), directory);
        accounts.lead("manchester");
        List.of("manchester", "bolton").forEach(accounts::staff);
        var lead = ProjectFixture.leadOf(MANCHESTER);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), lead);
        project = reference.value();
        AssessedProjects.leaveARiskHigh(dpias, reference);
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "prior-consultation",
                        project,
                        Map.of("lead", LEAD, "leadOrganisation", "manchester", "urgency", "normal"));
    }

    @AfterEach
    void letTimeRun() {
        ClockUtil.reset();
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    static Map<String, Object> submission(String day) {
        return Map.of(
                "regime",
                "uk-gdpr",
                "sent",
                List.of("responsibilities", "purposes", "safeguards", "dpo-contact", "dpia"),
                "submittedOn",
                day);
    }

    static Map<String, Object> accepted(String received) {
        return Map.of(
                "acceptance",
                "accepted",
                "answeredOn",
                LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC)
                        .toString(),
                "receivedOn",
                received,
                "icoReference",
                "IC-123456");
    }

    static Map<String, Object> question(String day, String clockStops) {
        return Map.of("answer", "asks", "writtenOn", day, "question", "How long is it kept?", "clockStops", clockStops);
    }

    static Map<String, Object> extension(String day) {
        return Map.of("answer", "extends", "writtenOn", day, "reasons", "Many parties.");
    }

    static Map<String, Object> advice(String view, String day) {
        return Map.of("answer", "advises", "writtenOn", day, "view", view, "advice", "Check every match twice.");
    }

    static Map<String, Object> outcome(String outcome) {
        return Map.of("outcome", outcome, "reasons", "Weighed with the data protection officer.");
    }

    static Map<String, Object> without(Map<String, Object> answers, String field) {
        var fewer = new HashMap<>(answers);
        fewer.remove(field);
        return fewer;
    }

    void complete(String task, String person, Map<String, Object> answers) {
        journey.complete(project, task, person, answers);
    }

    void refused(String task, String person, Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> complete(task, person, answers)).hasMessageContaining(message);
    }

    PriorConsultation consultation() {
        return consultations.get(reference);
    }

    static void itIs(String day) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(day + "T10:00:00Z")));
    }

    String shown(String task, String name) {
        return engine.getFormService()
                .getTaskFormVariables(journey.task(project, task).getId())
                .get(name)
                .toString();
    }

    String due(String task) {
        return journey.task(project, task).getDueDate().toInstant().toString().substring(0, 10);
    }

    Instant fires(String timer) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance())
                .activityId(timer)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    List<String> timers() {
        return engine
                .getManagementService()
                .createJobDefinitionQuery()
                .processDefinitionKey("prior-consultation")
                .list()
                .stream()
                .filter(definition -> engine.getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance())
                                .jobDefinitionId(definition.getId())
                                .count()
                        > 0)
                .map(definition -> definition.getActivityId())
                .toList();
    }

    String instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .singleResult()
                .getId();
    }

    List<String> told(String send) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like '" + send + ":%'",
                String.class,
                project);
    }

    String notice(String send) {
        return database.queryForList(
                        "select body from notice where reference = ? and about like '" + send + ":%'",
                        String.class,
                        project)
                .get(0);
    }

    List<String> types() {
        return events.of(project).stream().map(Event::type).toList();
    }
}
