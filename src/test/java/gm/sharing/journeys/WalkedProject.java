package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.answer;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.Dpias;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.ShownNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ways of a project by its people's own forms: described, assessed, sent out, signed, withdrawn. */
abstract class WalkedProject {

    static final String LEAD = "lead.manchester";
    static final String DPO = "dpo.manchester";
    static final String SIRO = "signatory.manchester";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    Measures measures;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    JourneyDriver journey;

    /** What the forms of the walked models are shown on the ways of the class. */
    abstract ShownNames shown();

    /** Other models have classes of their own, which fail when a way through them was never taken. */
    @BeforeEach
    void leaveOutModelsThatAreWalkedElsewhere() {
        EveryWay.Everything.countOnly(engine, shown().models());
    }

    /** How forms are handed in. */
    JourneyDriver driver() {
        return new JourneyDriver(engine, shown());
    }

    @BeforeEach
    void people() {
        journey = driver();
        var accounts = new TestPeople(engine.getIdentityService(), directory);
        accounts.lead("manchester");
        accounts.board();
        accounts.ethicsPanel();
        List.of("manchester", "bolton", "bury").forEach(accounts::staff);
    }

    static Map<String, Object> withRule(Map<String, Object> rule) {
        return with(arrangements(), "signOffRule", rule);
    }

    String described(Map<String, Object> screening, Map<String, Object> flow) {
        return described(screening, flow, arrangements());
    }

    String described(Map<String, Object> screening, Map<String, Object> flow, Map<String, Object> arrangements) {
        var project = journey.start(LEAD, proposal(title()));
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(
                project, "Task_NamePartners", LEAD, partners(organisations(flow, "from"), organisations(flow, "to")));
        journey.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(flow)));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements);
        journey.complete(project, "Task_AnswerScreening", LEAD, screening);
        return project;
    }

    static List<String> organisations(Map<String, Object> flow, String end) {
        return ((List<?>) flow.get(end)).stream().map(Object::toString).toList();
    }

    String sentOutWithoutDpia(String first, String... others) {
        return sentOut(described(nothingInScreening(), flow(List.of(first), List.of(others))));
    }

    String sentOut(String project) {
        confirmsNoDpia(project);
        sendsOut(project);
        return project;
    }

    void confirmsNoDpia(String project) {
        journey.complete(
                project, "Task_ConfirmNoDpia", DPO, Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", SIRO, withoutDpia());
    }

    void sendsOut(String project) {
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
    }

    void dpiaUpToAdvice(String project) {
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "significant"));
    }

    void writeOpenSections(String project) {
        writeOpenSections(project, LEAD);
    }

    void writeOpenSections(String project, String person) {
        var open = journey.openTasks(project);
        dpiaSections().forEach((section, answers) -> {
            if (open.contains(section)) {
                journey.complete(project, section, person, answers);
            }
        });
    }

    /** Advised on, with a risk that stays high, so that the Information Commissioner is consulted. */
    String dpiaWithAHighRisk() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        writeOpenSections(project);
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("probable", "severe"));
        journey.complete(project, "Task_DpiaHighRisk", LEAD, consult());
        journey.advise(project, "manchester", advice("accept"));
        return project;
    }

    static Map<String, Object> consult() {
        return Map.of("answer", "consult", "whyNotReduced", "The law asks for exactly these data.");
    }

    /** The risk that stays high, by the number under which the form shows it again. */
    Map<String, Object> sameHighRisk(String project) {
        var number = dpias.get(new ProjectReference(project))
                .riskRegister()
                .highRisks()
                .get(0);
        var row = new HashMap<Object, Object>(
                (Map<?, ?>) ((List<?>) risks("probable", "severe").get("risks")).get(0));
        row.put("number", "R" + number);
        return Map.of("risks", List.of(row));
    }

    void consultsTheCommissioner(String project, String outcome) {
        var today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        journey.complete(
                project,
                "Task_IcoSubmit",
                DPO,
                Map.of(
                        "regime",
                        "uk-gdpr",
                        "sent",
                        List.of("responsibilities", "purposes", "safeguards", "dpo-contact", "dpia"),
                        "submittedOn",
                        today));
        journey.complete(
                project,
                "Task_IcoAcceptance",
                DPO,
                Map.of(
                        "acceptance",
                        "accepted",
                        "answeredOn",
                        today,
                        "receivedOn",
                        today,
                        "icoReference",
                        "IC-123456"));
        journey.complete(
                project,
                "Task_IcoAnswer",
                DPO,
                Map.of(
                        "answer",
                        "advises",
                        "writtenOn",
                        today,
                        "view",
                        "measures",
                        "advice",
                        "Check every match twice."));
        journey.complete(
                project,
                "Task_IcoOutcome",
                SIRO,
                Map.of(
                        "outcome",
                        outcome,
                        "reasons",
                        "Weighed with the data protection officer.",
                        "measures",
                        "Two people check every match."));
    }

    void signs(String project, String partner) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    void signs(String project, String partner, Map<String, Object> review) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review);
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    String shown(String project, String task, String text) {
        return engine.getFormService()
                .getTaskFormVariables(journey.task(project, task).getId())
                .get(text)
                .toString();
    }

    void answers(String project) {
        journey.complete(project, "Task_AnswerQuestion", LEAD, answer());
    }

    /** The one partner that has not decided lets its time run out, until the Board is asked. */
    void runsOut(String project) {
        List.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue")
                .forEach(timer -> journey.fire(project, timer));
    }

    void withdraws(String project) {
        ends.withdraw(
                new ProjectReference(project),
                "The need has gone.",
                people.find(LEAD).orElseThrow());
        journey.runJobs();
    }

    /** Who got the notices of a send task. */
    List<String> told(String project, String sendTask) {
        return database.queryForList(
                "select recipient from notice where reference = ? and about like ?",
                String.class,
                project,
                sendTask + ":%");
    }

    static Map<String, Object> ruling(String decision) {
        return Map.of("decision", decision, "reasons", "Heard on the phone.");
    }

    static Map<String, Object> stalled(String decision) {
        return ruling(decision);
    }

    void refused(String project, String task, String person, Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> journey.complete(project, task, person, answers))
                .hasMessageContaining(message);
    }

    ProjectStatus status(String project) {
        return projects.get(new ProjectReference(project)).status();
    }

    static String title() {
        return "Help before eviction " + UUID.randomUUID();
    }
}
