package gm.sharing.steps.signoff;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;

import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.Flow;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.project.RevisionPlan;
import gm.sharing.project.RevisionScope;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A round of sign-off of three partners in the real engine, by the people's own forms and permissions. */
abstract class SignOffInTheEngine {

    static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");

    static final Person LEAD = ProjectFixture.leadOf(BOLTON);

    static final Person SECOND_OFFICER = SignOffFixture.person("ig2", BURY);

    static final Map<String, Object> SIGN = Map.of("decision", "sign");

    static final Map<String, Object> SIGNED =
            Map.of("decision", "sign", "role", "Senior Information Risk Owner", "confirmed", true);

    static final Map<String, Object> CHANGES = commenting("purpose");

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Rounds rounds;

    @Autowired
    AuditTrail events;

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
    RepositoryService repository;

    ProjectReference reference;

    String deployment = "";

    @BeforeEach
    void describeAProject() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        for (var code : List.of(BOLTON, BURY, WIGAN)) {
            for (var role : List.of("ig", "caldicott", "signatory")) {
                know(SignOffFixture.person(role, code));
            }
        }
        know(SignOffFixture.BOARD);
        know(LEAD);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY, WIGAN), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flow(BOLTON, BURY), flow(BOLTON, WIGAN)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        AssessedProjects.approve(dpias, reference, BOLTON);
    }

    @AfterEach
    void tidyUp() {
        identity.clearAuthentication();
        ClockUtil.reset();
        endInstances("The test is over");
        // Other tests count who is told.
        SECOND_OFFICER.groups().forEach(group -> identity.deleteMembership(SECOND_OFFICER.id(), group));
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment, true);
        }
    }

    Map<String, Object> shown(String element, OrganisationCode partner) {
        return forms.getTaskFormVariables(task(element, partner).getId());
    }

    /** Enters the process where a draft goes to the partners. */
    void openRound() {
        if (projects.get(reference).status() != ProjectStatus.DRAFTED) {
            agreements.draft(reference);
            projects.drafted(reference);
        }
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        runJobs("Call_PartnerSignOff");
    }

    void endInstances(String why) {
        running().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), why));
    }

    void change(Flow... flows) {
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofDays(1))));
        projects.sentBackToLead(reference);
        projects.revise(
                reference,
                new RevisionPlan(RevisionScope.SHARING, "Wigan asked for its own keys, and has them."),
                LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flows), LEAD);
    }

    void signBy(OrganisationCode... partners) {
        Arrays.stream(partners).forEach(partner -> {
            complete("Task_ReviewAgreement", partner, "ig", SIGN);
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        });
    }

    /** Whoever is asked for a position adopts the DPIA, unless the test says otherwise. */
    void complete(String element, OrganisationCode partner, String role, Map<String, Object> answers) {
        var all = new HashMap<>(answers);
        if (element.equals("Task_ReviewAgreement") && !partner.equals(BOLTON) && !answers.containsValue("ask")) {
            all.putIfAbsent("dpiaPosition", "adopt");
        }
        completeAs(SignOffFixture.person(role, partner), task(element, partner), all);
    }

    void completeAs(Person person, Task task, Map<String, Object> answers) {
        submitAs(person, task, answers);
        goOn(task.getProcessInstanceId());
    }

    void submitAs(Person person, Task task, Map<String, Object> answers) {
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            forms.submitTaskForm(task.getId(), new HashMap<>(answers));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** What follows a partner's decision is left to the job executor. */
    void goOn(String instance) {
        jobs.createJobQuery()
                .processInstanceId(instance)
                .processDefinitionKey("partner-sign-off")
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    Task task(String element, OrganisationCode partner) {
        return tasks.createTaskQuery()
                .processInstanceId(partnersInstance(partner).getId())
                .taskDefinitionKey(element)
                .singleResult();
    }

    Task boardsTask(String element) {
        return tasks.createTaskQuery()
                .processInstanceId(project().getId())
                .taskDefinitionKey(element)
                .singleResult();
    }

    ProcessInstance project() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("sharing-project")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }

    ProcessInstance partnersInstance(OrganisationCode partner) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("partner-sign-off")
                .processInstanceBusinessKey(reference.value())
                .variableValueEquals("partner", partner.value())
                .singleResult();
    }

    List<ProcessInstance> running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
    }

    /** Runs the join of the partners and the conclusion, and nothing after it. */
    void conclude() {
        runJobs("Call_PartnerSignOff");
        runJobs("Service_ConcludeRound");
    }

    void runJobs(String element) {
        jobs.createJobQuery().processInstanceId(project().getId()).activityId(element).messages().list().stream()
                .map(Job::getId)
                .forEach(jobs::executeJob);
    }

    void runJobs() {
        List<Job> waiting;
        while (!(waiting = jobs.createJobQuery().processDefinitionKey("sharing-project").messages().list().stream()
                        .filter(job -> project() != null
                                && job.getProcessInstanceId().equals(project().getId()))
                        .toList())
                .isEmpty()) {
            jobs.executeJob(waiting.get(0).getId());
        }
    }

    int round() {
        return rounds.of(reference).size();
    }

    SignOffId of(OrganisationCode partner) {
        return new SignOffId(reference, round(), partner);
    }

    static Map<String, Object> conditions(String condition) {
        return conditions(condition, "2026-09-30");
    }

    static Map<String, Object> conditions(String condition, String due) {
        return Map.of(
                "decision",
                "sign-with-conditions",
                "conditions",
                List.of(Map.of("text", condition, "owner", "lead", "due", due)));
    }

    static Map<String, Object> commenting(String section) {
        return Map.of(
                "decision", "request-changes", "comments", List.of(Map.of("section", section, "text", "Say more.")));
    }

    static Needs needsFor(String purpose) {
        var needs = ProjectFixture.needs();
        return changed(needs, "purpose", purpose);
    }

    void know(Person person) {
        if (people.find(person.id()).isEmpty()) {
            identity.saveUser(identity.newUser(person.id()));
            person.groups().forEach(group -> {
                if (identity.createGroupQuery().groupId(group).count() == 0) {
                    identity.saveGroup(identity.newGroup(group));
                }
            });
            join(person);
        }
    }

    void join(Person person) {
        person.groups().stream()
                .filter(group -> identity.createUserQuery()
                                .userId(person.id())
                                .memberOfGroup(group)
                                .count()
                        == 0)
                .forEach(group -> identity.createMembership(person.id(), group));
    }
}
